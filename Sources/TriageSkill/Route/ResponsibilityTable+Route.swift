public import CityText

extension ResponsibilityTable {
  /// A word within this many bytes of the beginning says more: people name the matter first.
  private static let opening = 90
  private static let openingFactor = 1.25
  /// What a row of the category given is worth more.
  private static let priorFactor = 1.25
  /// Below this score – less than one word of two letters – no row fits.
  static let least = 0.75

  /// Assigns a text, or a part of it, to a row of the table, or to the fallback owner where none fits.
  ///
  /// A row's score is the sum of the weights of its keywords in the text, each once: ``Keyword/weight``, shared out among
  /// the rows that list it, a quarter more for one in the opening words and for a row of the category.
  /// The finding's score is the best row's share of its own, the next unit's and ½. Ties go to the
  /// row that stands first.
  /// - Parameters:
  ///   - range: the part to read, in bytes of the report's whole text; nil for all of it.
  ///   - category: what a classifier or the sender says: a category's name of the table, a matter's name or its code.
  ///   - street: the street of the place, for the units named after it and the fallback owner.
  public func route(
    _ text: FoldedText, within range: Range<Int>? = nil, category: String? = nil,
    street: String? = nil, rules: DeskRules = DeskRules()
  ) -> Routing {
    let candidates = candidates(text, within: range, category: category)
    guard let best = candidates.first, best.score >= Self.least else {
      return Routing(
        assignment: Finding(
          fallback(street: street, rules: rules),
          by: FindingOrigin(.rule, "route.fallback", version: TriageRules.version)),
        candidates: candidates)
    }
    let next = candidates.dropFirst().first { $0.row.lead != best.row.lead }?.score ?? 0
    return Routing(
      assignment: Finding(
        best.row.assignment(street: street),
        by: FindingOrigin(.table, best.row.id, version: version),
        score: best.score / (best.score + next + 0.5),
        evidence: Self.merged(best.hits.flatMap(\.ranges))),
      candidates: candidates)
  }

  /// The rows that the words point to, best first, at most five.
  private func candidates(
    _ text: FoldedText, within range: Range<Int>?, category: String?
  ) -> [Routing.Candidate] {
    let start = range?.lowerBound ?? 0
    var hitsOfRow: [Int: [Routing.Hit]] = [:]
    var order: [Int] = []
    for hit in index.hits(in: text.bytes) {
      let ranges = hit.ranges.map { text.source(of: $0) }
      if let range,
        !ranges.allSatisfy({
          range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
        })
      {
        continue
      }
      let isEarly = ranges[0].lowerBound < start + Self.opening
      let weight = weights[hit.keyword] * (isEarly ? Self.openingFactor : 1)
      let found = Routing.Hit(
        keyword: index.keywords[hit.keyword].text, weight: weight, ranges: ranges)
      for row in rowsOfKeyword[hit.keyword] {
        if hitsOfRow[Int(row)] == nil { order.append(Int(row)) }
        hitsOfRow[Int(row), default: []].append(found)
      }
    }
    let folded = category.map { Folding.fold($0) }
    let scored = order.map { number in
      let row = rows[number]
      let hits = Self.outermost(hitsOfRow[number]!)
      let hasPrior = folded.map { Self.isNamed(row, $0) } ?? false
      let sum = hits.reduce(0) { $0 + $1.weight }
      return (number, score: hasPrior ? sum * Self.priorFactor : sum, hits, hasPrior)
    }
    return scored.sorted { ($1.score, $0.0) < ($0.score, $1.0) }.prefix(5).map {
      Routing.Candidate(row: rows[$0.0], score: $0.score, hits: $0.2, hasPrior: $0.3)
    }
  }

  /// The hits without words that stand inside another word of the same row: 绿化 in 绿化带.
  private static func outermost(_ hits: [Routing.Hit]) -> [Routing.Hit] {
    guard hits.count > 1 else { return hits }
    return hits.filter { hit in
      hit.ranges.count > 1
        || !hits.contains { other in
          other.ranges.count == 1 && other.ranges[0].count > hit.ranges[0].count
            && other.ranges[0].lowerBound <= hit.ranges[0].lowerBound
            && hit.ranges[0].upperBound <= other.ranges[0].upperBound
        }
    }
  }

  private static func isNamed(_ row: ResponsibilityRow, _ category: String) -> Bool {
    category == Folding.fold(row.category) || category == Folding.fold(row.name)
      || row.codes.contains(category) || category == Folding.fold(row.id)
  }

  /// The owner of what no row fits: the street's office, else the district's desk.
  private func fallback(street: String?, rules: DeskRules) -> Assignment {
    let words = RouteWords(rules.language)
    return Assignment(
      matter: "", name: words.noMatter,
      lead: street.map { $0 + rules.fallbackStreetUnit } ?? rules.fallbackUnit,
      level: street == nil ? .district : .street, limit: rules.fallbackLimit, isFallback: true)
  }

  /// Ranges in order, overlapping ones in one.
  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
