/// Scores, weights or costs of up to eight labels; more labels take several blocks.
typealias LabelBlock = SIMD8<Float>

extension LabelBlock {
  /// Labels in a block.
  static let width = 8

  /// How many blocks so many labels take.
  static func count(for labels: Int) -> Int { (labels + width - 1) / width }
}
