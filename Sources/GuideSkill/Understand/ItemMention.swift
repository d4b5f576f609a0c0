import CityAgent
import CityText

/// A guide that a question mentions, by which of its names.
struct ItemMention: Sendable {
  /// Number of the guide in the table.
  var guide: Int
  /// The share of the name's terms, by weight, that the question holds: 0…1.
  var coverage: Float
  /// Weight of the matched terms × coverage: how much the mention tells.
  var strength: Float
  /// Terms of the name that the question holds.
  var keys: Set<UInt64>
}

extension GuideTable {
  /// Below this share of a name's terms a guide is not mentioned.
  static let leastCoverage: Float = 0.62

  /// The guides a question mentions, strongest first; ties in table order. One mention a guide.
  /// - Complexity: O(terms of the question × aliases that hold them).
  func mentions(in folded: [UInt8]) -> [ItemMention] {
    var present: [Int: UInt64] = [:]
    TermScanner.scan(folded) { term in
      if term.kind != .unigram, let number = self.term(term.key) { present[number] = term.key }
    }
    var matched: [UInt32: Float] = [:]
    for number in present.keys.sorted() {
      for alias in aliases(ofTerm: number) { matched[alias, default: 0] += termWeights[number] }
    }
    var best: [Int: ItemMention] = [:]
    for (alias, weight) in matched {
      let terms = terms(ofAlias: Int(alias))
      let total = terms.reduce(Float(0)) { $0 + termWeights[Int($1)] }
      let guide = Int(aliasGuide[Int(alias)])
      var coverage = weight / total
      if coverage < Self.leastCoverage, isTelling(terms, present: present, guide: guide) {
        coverage = Self.leastCoverage
      }
      guard coverage >= Self.leastCoverage else { continue }
      let strength = weight * coverage * coverage
      if strength > (best[guide]?.strength ?? 0) {
        let keys = terms.compactMap { present[Int($0)] }
        best[guide] = ItemMention(
          guide: guide, coverage: coverage, strength: strength, keys: Set(keys))
      }
    }
    return best.values.sorted { ($1.strength, $0.guide) < ($0.strength, $1.guide) }
  }

  /// Whether at least three terms of a name are in the question and are this item's alone:
  /// `租房提取` tells an item that is called 租房提取住房公积金.
  private func isTelling(
    _ terms: ArraySlice<UInt32>, present: [Int: UInt64], guide: Int
  ) -> Bool {
    let item = guides[guide].item
    let own = terms.filter { term in
      present[Int(term)] != nil
        && aliases(ofTerm: Int(term)).allSatisfy { guides[Int(aliasGuide[Int($0)])].item == item }
    }
    return own.count >= 3
  }
}
