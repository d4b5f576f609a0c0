import CityText

/// Finds where and of what more persons write than usual.
///
/// A spot is a place with a matter, or an issue that clustering found. The last seven days stand against the four
/// weeks before, of which as much counts as there are records. Persons count, not reports: one account once a week.
/// A spot warns where three persons or more wrote and fewer than one in twenty such digests would show so many by
/// chance anywhere (its chance times the number of spots looked at). Heat is persons + ln (1 + likes) − log₁₀ chance,
/// the last 6 at most: likes count, but a thousand of them no more than seven persons.
public struct HotSpots: Sendable {
  public static let recentDays: Int = 7
  public static let baselineWeeks: Int = 4
  /// Fewer persons make no warning.
  public static let fewest: Int = 3
  /// Expected false warnings of a digest.
  public static let falseWarnings: Double = 0.05

  /// The spots of the seven days before `end`, hottest first; two persons at least.
  /// - Parameter issues: clusters of the same records.
  /// - Complexity: O(records + members of issues).
  public static func find(
    in records: [DigestRecord], issues: [ReportCluster] = [], until end: Moment
  ) -> [HotSpot] {
    let week = recentDays * 86_400
    let recentFrom = end.adding(seconds: -week)
    let earliest = records.lazy.map(\.received).filter { $0 < end }.min() ?? end
    let baselineFrom = max(earliest, recentFrom.adding(seconds: -baselineWeeks * week))
    let weeks = Double(recentFrom.seconds - baselineFrom.seconds) / Double(week)

    var drafts: [Draft] = []
    for (subject, members) in subjects(records, issues) {
      var draft = Draft(subject: subject)
      for number in members {
        let received = records[number].received
        guard received >= baselineFrom, received < end else { continue }
        if received >= recentFrom {
          draft.recent.append(number)
        } else {
          draft.before.append(number)
        }
      }
      guard !draft.recent.isEmpty || !draft.before.isEmpty else { continue }
      draft.persons = persons(draft.recent, records)
      // A person who writes every week is one voice of each.
      let byWeek = Dictionary(grouping: draft.before) {
        (recentFrom.seconds - records[$0].received.seconds - 1) / week
      }
      draft.sum = byWeek.values.reduce(0) { $0 + persons($1, records) }
      drafts.append(draft)
    }
    let all = drafts.reduce(0) { $0 + $1.sum }
    let mean = max(0.1, weeks > 0 ? Double(all) / Double(max(1, drafts.count)) / weeks : 0)
    return drafts.filter { $0.persons > 1 }.map {
      $0.spot(records, weeks: weeks, mean: mean, among: drafts.count)
    }.enumerated().sorted { ($1.element.heat, $0.offset) < ($0.element.heat, $1.offset) }
      .map(\.element)
  }

  /// A spot before its chance is known.
  private struct Draft {
    var subject: HotSpot.Subject
    var recent: [Int] = []
    var before: [Int] = []
    var persons = 0
    /// Persons of each week of the baseline, added up.
    var sum = 0

    func spot(
      _ records: [DigestRecord], weeks: Double, mean: Double, among count: Int
    ) -> HotSpot {
      let likes = recent.reduce(0) { $0 &+ max(0, min(1 << 40, records[$1].likes)) }
      // Less than a week tells nothing of a usual one.
      let isKnown = weeks >= 1
      let chance = isKnown ? WeeklyCount(sum: sum, weeks: weeks, mean: mean).tail(persons) : nil
      let surprise = chance.map { min(6, -NaturalLogarithm.of($0) / 2.302_585_092_994_046) } ?? 0
      return HotSpot(
        subject: subject, recent: recent, before: before, persons: persons,
        usual: isKnown ? Double(sum) / weeks : nil, chance: chance, likes: likes,
        heat: Double(persons) + NaturalLogarithm.of(1 + Double(likes)) + surprise,
        isWarning: persons >= HotSpots.fewest
          && chance.map { $0 * Double(count) <= HotSpots.falseWarnings } ?? false)
    }
  }

  private static func persons(_ numbers: [Int], _ records: [DigestRecord]) -> Int {
    ReportClusters.persons(numbers.lazy.map { records[$0].reporter })
  }

  /// Places with matters in the order of their first record, then issues in theirs.
  private static func subjects(
    _ records: [DigestRecord], _ issues: [ReportCluster]
  ) -> [(HotSpot.Subject, [Int])] {
    struct Key: Hashable {
      var street: String
      var community: String?
      var matter: String
    }
    var numbers: [Key: Int] = [:]
    var out: [(HotSpot.Subject, [Int])] = []
    for (number, record) in records.enumerated() {
      guard let street = record.street, let matter = record.matter ?? record.category else {
        continue
      }
      let key = Key(street: street, community: record.community, matter: matter)
      if let at = numbers[key] {
        out[at].1.append(number)
      } else {
        numbers[key] = out.count
        let place = [street, record.community ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        out.append((.placeAndMatter(place: place, matter: matter), [number]))
      }
    }
    for issue in issues where issue.members.allSatisfy(records.indices.contains) {
      out.append((.issue(representative: issue.representative), issue.members))
    }
    return out
  }
}
