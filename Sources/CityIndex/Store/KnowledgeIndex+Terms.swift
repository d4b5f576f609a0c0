import Glibc

extension KnowledgeIndex {
  /// The postings of a term: how many passages hold it, and which.
  struct TermPostings {
    var passages: Int
    var bytes: ByteView
  }

  /// - Complexity: O(log terms).
  func postings(of key: UInt64) -> TermPostings? {
    var (low, high) = (0, termCount)
    while low < high {
      let middle = low + (high - low) / 2
      if parts.terms.u64(middle * 8) < key { low = middle + 1 } else { high = middle }
    }
    guard low < termCount, parts.terms.u64(low * 8) == key else { return nil }
    let span = parts.spans.record(low, width: 16)
    guard let bytes = parts.postings.slice(span.u64(0), UInt64(span.u32(8))) else { return nil }
    return TermPostings(passages: min(Int(span.u32(12)), passageCount), bytes: bytes)
  }

  /// Passages that hold the term.
  /// - Complexity: O(log terms).
  public func frequency(of key: UInt64) -> Int { postings(of: key)?.passages ?? 0 }

  /// The weight of a rare term: ln(1 + (N − n + 0.5)/(n + 0.5)) with n of N passages holding it.
  /// - Complexity: O(log terms).
  public func idf(of key: UInt64) -> Float { idf(passages: frequency(of: key)) }

  func idf(passages: Int) -> Float {
    let n = Double(passages)
    return Float(log(1 + (Double(passageCount) - n + 0.5) / (n + 0.5)))
  }
}
