public import CityText

/// What a desk does not take: rules with the phrases that decide and the right channel.
public struct AcceptanceRules: Sendable {
  public let rules: [AcceptanceRule]
  /// The first eight hex digits of the file's digest.
  public let version: String
  private let index: KeywordIndex
  /// By keyword: its rule, and whether it excepts.
  private let meanings: [(rule: Int, excepts: Bool)]

  init(rules: [AcceptanceRule], version: String) {
    self.rules = rules
    self.version = version
    var keywords: [Keyword] = []
    var meanings: [(rule: Int, excepts: Bool)] = []
    for (number, rule) in rules.enumerated() {
      for (texts, excepts) in [(rule.phrases, false), (rule.exceptions, true)] {
        for keyword in texts.compactMap(Keyword.init) {
          keywords.append(keyword)
          meanings.append((number, excepts))
        }
      }
    }
    index = KeywordIndex(keywords)
    self.meanings = meanings
  }

  /// From this score of a row on, a rule no longer turns a report away alone: the report is about a matter of the desk too.
  static let strongMatter = 2.0

  /// Decides whether the desk takes a report.
  ///
  /// An emergency is always filed, after it was handed over, and a person sees it. Another place's matter and what a rule
  /// decides are not accepted, with the channel; where a rule does not decide, or the words are about a matter of the desk
  /// as well, a person looks. Phrases that are denied or only thought of (还没起诉, 准备起诉) do not count.
  public func decide(
    _ text: FoldedText, urgency: UrgencyReading, place: PlaceReading? = nil, routing: Routing? = nil
  ) -> AcceptanceDecision {
    let found = applying(to: text)
    var candidates = found.map { rules[$0.rule] }
    let elsewhere = place?.elsewhere != nil ? rules.first(where: \.isElsewhere) : nil
    if let elsewhere { candidates.insert(elsewhere, at: 0) }
    func decision(
      _ acceptance: WorkOrder.Acceptance, _ origin: FindingOrigin, evidence: [Range<Int>] = []
    ) -> AcceptanceDecision {
      AcceptanceDecision(
        acceptance: Finding(acceptance, by: origin, evidence: evidence),
        handOver: urgency.urgency == .emergency ? urgency.lines : [], rules: candidates)
    }
    if urgency.urgency == .emergency {
      return decision(.needsPerson(["emergency"]), rule("acceptance.emergency"))
    }
    if let elsewhere, let place {
      let origin = FindingOrigin(.table, elsewhere.id, version: version)
      guard place.candidates.isEmpty, elsewhere.decides else {
        return decision(.needsPerson([elsewhere.id]), origin)
      }
      return decision(.notAccepted(rule: elsewhere.id, channel: elsewhere.channel), origin)
    }
    guard let first = found.first else {
      return decision(.accepted, rule("acceptance.default"))
    }
    let origin = FindingOrigin(.table, candidates[0].id, version: version)
    let isOurs =
      routing.map {
        !$0.assignment.value.isFallback && ($0.candidates.first?.score ?? 0) >= Self.strongMatter
      } ?? false
    if candidates[0].decides, !isOurs {
      return decision(
        .notAccepted(rule: candidates[0].id, channel: candidates[0].channel), origin,
        evidence: first.evidence)
    }
    return decision(.needsPerson(candidates.map(\.id)), origin, evidence: first.evidence)
  }

  private func rule(_ name: String) -> FindingOrigin {
    FindingOrigin(.rule, name, version: TriageRules.version)
  }

  /// The rules whose phrases stand in a text: those that decide first, then in the table's order.
  private func applying(to text: FoldedText) -> [(rule: Int, evidence: [Range<Int>])] {
    var evidence: [Int: [Range<Int>]] = [:]
    var excepted = Set<Int>()
    for hit in index.hits(in: text.bytes) {
      let (rule, excepts) = meanings[hit.keyword]
      if excepts {
        excepted.insert(rule)
      } else if !Self.isDenied(text.bytes, before: hit.ranges[0].lowerBound) {
        evidence[rule, default: []] += hit.ranges.map { text.source(of: $0) }
      }
    }
    let order = evidence.keys.filter { !excepted.contains($0) }.sorted {
      (rules[$0].decides ? 0 : 1, $0) < (rules[$1].decides ? 0 : 1, $1)
    }
    return order.map { ($0, ResponsibilityTable.merged(evidence[$0]!)) }
  }

  /// Whether a word of ``denials`` stands in the six characters (English: thirty letters) before a phrase.
  private static func isDenied(_ text: [UInt8], before end: Int) -> Bool {
    denials.contains { denial in
      let reach = denial[0] < 0x80 ? 30 : 18
      guard let at = ByteSearch.first(of: denial, in: text, from: max(0, end - reach)) else {
        return false
      }
      return at + denial.count <= end
    }
  }

  private static let denials: [[UInt8]] = [
    "没有", "还没", "未", "不想", "不是", "准备", "打算", "如果", "要是", "是否", "想要", "以免", "防止", "避免", "怕", "not ",
    "if ", "want to ", "going to ", "avoid ",
  ].map { Array($0.utf8) }
}
