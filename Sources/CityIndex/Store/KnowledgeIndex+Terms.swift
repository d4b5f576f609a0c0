import Glibc

extension KnowledgeIndex {
  /// Passages that hold the term.
  /// - Complexity: O(log terms).
  public func frequency(of key: UInt64) -> Int { segment.postings(of: key)?.count ?? 0 }

  /// The weight of a rare term: ln(1 + (N − n + 0.5)/(n + 0.5)) with n of N passages holding it.
  /// - Complexity: O(log terms).
  public func idf(of key: UInt64) -> Float { idf(passages: frequency(of: key)) }

  func idf(passages: Int) -> Float {
    let n = Double(passages)
    return Float(log(1 + (Double(passageCount) - n + 0.5) / (n + 0.5)))
  }
}
