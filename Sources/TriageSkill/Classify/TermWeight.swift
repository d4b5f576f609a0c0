#if canImport(Glibc)
  import Glibc
#endif

/// The weights of features: how often in the text, how rare, how unevenly spread over the labels.
enum TermWeight {
  /// Counts above it count as it.
  static let countLimit: UInt16 = 255

  /// 1 + ln(count), by count: the tenth time a word is said tells less than the first.
  static let frequency: [Float] = [0] + (1...Int(countLimit)).map { 1 + log(Float($0)) }

  /// Share of an opening's weight in a text's, beside 1 for the whole.
  static let opening: Float = 0.5

  /// Weight of a feature: idf^1.5 · √(1 − H), H the entropy of its label in units of ln(labels).
  ///
  /// idf = ln((1 + n) / (1 + df)) + 1. H is that of the feature's rows by label, each label brought to the
  /// same size and one row added (“bdc”, Wang et al., “Entropy-based term weighting schemes”, 2015; the roots are ours).
  ///
  /// - Parameters:
  ///   - rows: rows that have the feature, by label.
  ///   - labels: all rows, by label; those of none do not count.
  static func weight(rows: some Collection<UInt32>, labels: [Int]) -> Float {
    let all = labels.reduce(0, +)
    let kinds = labels.lazy.filter { $0 > 0 }.count
    var frequency = 0
    var sum: Float = 0
    for (count, size) in zip(rows, labels) where size > 0 {
      frequency += Int(count)
      sum += 1 + Float(count) * Float(all) / Float(kinds * size)
    }
    let idf = log(Float(1 + all) / Float(1 + frequency)) + 1
    guard kinds > 1 else { return idf * idf.squareRoot() }
    var entropy: Float = 0
    for (count, size) in zip(rows, labels) where size > 0 {
      let share = (1 + Float(count) * Float(all) / Float(kinds * size)) / sum
      entropy -= share * log(share)
    }
    let evenness = entropy / log(Float(kinds))
    return idf * idf.squareRoot() * max(0, 1 - evenness).squareRoot()
  }
}
