import Glibc

extension KnowledgeIndex {
  /// Passages that hold the term.
  /// - Complexity: O(log terms) a part.
  public func frequency(of key: UInt64) -> Int {
    let all = searched.reduce(0) { $0 + ($1.segment.terms.entry(of: key)?.passages ?? 0) }
    return max(0, all - (all > 0 ? deleted.count(of: key) : 0))
  }

  /// The weight of a rare term: ln(1 + (N − n + 0.5)/(n + 0.5)) with n of N passages holding it.
  /// - Complexity: O(log terms) a part.
  public func idf(of key: UInt64) -> Float { idf(passages: frequency(of: key)) }

  func idf(passages: Int) -> Float {
    let n = Double(passages)
    return Float(log(1 + (Double(passageCount) - n + 0.5) / (n + 0.5)))
  }

  /// How many distinct terms the passages hold.
  /// - Complexity: O(1) where there is one part, O(terms) where there are several.
  public var termCount: Int {
    guard !order.isWhole else { return last.info.termCount }
    var counts: [TermCount] = []
    for part in searched {
      counts = TermCount.sums(counts, TermCount.all(of: part.segment.terms) ?? [])
    }
    let gone = TermCount.sums(
      TermCount.all(of: deleted.first) ?? [], TermCount.all(of: deleted.others) ?? [])
    var (count, place) = (0, 0)
    for term in counts {
      while place < gone.count, gone[place].key < term.key { place += 1 }
      let isGone = place < gone.count && gone[place] == term
      count += isGone ? 0 : 1
    }
    return count
  }
}
