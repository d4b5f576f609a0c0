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
    var characters: Set<UInt64> = []
    TermScanner.scan(folded) { term in
      if term.kind == .unigram {
        characters.insert(term.key & 0x1F_FFFF)
      } else if let number = names.term(term.key) {
        present[number] = term.key
      }
    }
    var best: [Int: ItemMention] = [:]
    for shared in names.shared(with: Array(present.keys)) {
      let guide = Int(names.bearers[shared.name])
      var coverage = shared.weight / shared.total
      if coverage < Self.leastCoverage, isTelling(shared.name, present: present, guide: guide) {
        coverage = Self.leastCoverage
      }
      guard coverage >= Self.leastCoverage else { continue }
      // A short name needs all its characters: 积分入户 is not 积分入学, 驾驶证可以换 is 换驾驶证.
      let terms = names.terms(of: shared.name)
      guard terms.count > 3 || terms.allSatisfy({ hasCharacters(Int($0), characters, present) })
      else { continue }
      let strength = shared.weight * coverage * coverage
      if strength > (best[guide]?.strength ?? 0) {
        let keys = names.terms(of: shared.name).compactMap { present[Int($0)] }
        best[guide] = ItemMention(
          guide: guide, coverage: coverage, strength: strength, keys: Set(keys))
      }
    }
    return best.values.sorted { ($1.strength, $0.guide) < ($0.strength, $1.guide) }
  }

  /// Whether a question holds a term, or at least both characters of it; a word may be missing.
  private func hasCharacters(
    _ term: Int, _ characters: Set<UInt64>, _ present: [Int: UInt64]
  ) -> Bool {
    if present[term] != nil { return true }
    let key = names.key(of: term)
    guard key >> 60 == UInt64(Term.Kind.bigram.rawValue) + 1 else { return true }
    return characters.contains(key & 0x1F_FFFF) && characters.contains(key >> 21 & 0x1F_FFFF)
  }

  /// Whether at least three terms of a name are in the question and are this item's alone:
  /// `租房提取` tells an item that is called 租房提取住房公积金.
  private func isTelling(_ name: Int, present: [Int: UInt64], guide: Int) -> Bool {
    let item = guides[guide].item
    let own = names.terms(of: name).filter { term in
      present[Int(term)] != nil
        && names.names(holding: Int(term)).allSatisfy {
          guides[Int(names.bearers[Int($0)])].item == item
        }
    }
    return own.count >= 3
  }
}
