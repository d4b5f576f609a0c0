import CityAgent
import CityText

extension ReplyCheck {
  /// Whether a reply says what was done, what will be done by when, or why it cannot be; with the dated promises.
  static func result(_ draft: ReplyDraft) -> (finding: ReplyFinding, promises: [Literal]) {
    var done: [Range<Int>] = []
    var dated: [Range<Int>] = []
    var undated: [Range<Int>] = []
    var refused: [Range<Int>] = []
    var unreasoned: [Range<Int>] = []
    var handedOn: [Range<Int>] = []
    var promises: [Literal] = []
    var promised = Set<Int>()
    for clause in draft.clauses {
      let place = draft.source(clause.range)
      if clause.has(.cannot) {
        // The reason stands in the same sentence or beside it.
        let beside =
          max(0, clause.sentence - 1)...min(draft.sentences.count - 1, clause.sentence + 1)
        let isReasoned = draft.sentences[beside].contains(where: \.isReasoned)
        if isReasoned { refused.append(place) } else { unreasoned.append(place) }
      } else if clause.has(.future) {
        let sentence = draft.sentences[clause.sentence]
        if sentence.times.isEmpty, !sentence.isSoon {
          undated.append(place)
        } else {
          dated.append(place)
          if promised.insert(clause.sentence).inserted {
            promises += sentence.times.filter { $0.kind == .date }
          }
        }
      } else if clause.has(.handedOn) {
        handedOn.append(place)
      } else if clause.has(.done), clause.has(.work), !clause.has(.not) {
        done.append(place)
      }
    }
    func finding(
      _ verdict: ReplyFinding.Verdict, _ reason: ReplyReason, _ evidence: [Range<Int>]
    ) -> ReplyFinding {
      ReplyFinding(rule: .result, verdict: verdict, evidence: evidence, reason: reason)
    }
    let found: ReplyFinding
    if !done.isEmpty {
      found = finding(.passed, .done, done)
    } else if !dated.isEmpty {
      found = finding(.passed, .promised, dated)
    } else if !refused.isEmpty {
      found = finding(.passed, .cannotBecause, refused)
    } else if !undated.isEmpty {
      found = finding(.unclear, .noDate, undated)
    } else if !unreasoned.isEmpty {
      found = finding(.unclear, .noReason, unreasoned)
    } else if !handedOn.isEmpty {
      found = finding(.failed, .handedOn, handedOn)
    } else {
      found = finding(.failed, .noResult, [])
    }
    return (found, promises)
  }

  /// Whether the latest date promised lies within the limit; nil where no whole date is named.
  ///
  /// A date without a year is in the year of the deadline.
  static func promise(
    _ draft: ReplyDraft, _ dates: [Literal], close: Moment, sent: Moment?
  ) -> ReplyFinding? {
    var latest: (day: CalendarDay, range: Range<Int>)?
    for date in dates {
      let text =
        date.canonical.hasPrefix("--")
        ? "\(close.day.year)" + date.canonical.dropFirst() : date.canonical
      // A year or month alone is no day to hold anyone to.
      guard text.utf8.count == 10, let day = CalendarDay(text), day >= (sent?.day ?? day) else {
        continue
      }
      if latest.map({ $0.day < day }) ?? true { latest = (day, date.range) }
    }
    guard let latest else { return nil }
    let isLate = latest.day > close.day
    return ReplyFinding(
      rule: .promise, verdict: isLate ? .unclear : .passed, evidence: [latest.range],
      reason: isLate ? .promisedLate : .promisedInTime)
  }
}
