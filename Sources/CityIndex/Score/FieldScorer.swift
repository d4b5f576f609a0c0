/// BM25F of one posting, with what depends only on weights and index worked out once.
struct FieldScorer {
  private let weights: SIMD4<Float>
  /// The normalisation of a field is `flat + slope · length`.
  private let flat: SIMD4<Float>
  private let slope: SIMD4<Float>
  private let k1: Float

  init(_ weights: FieldWeights, averageLengths: SIMD4<Float>) {
    self.weights = SIMD4(weights.title, weights.aliases, weights.headings, weights.body)
    k1 = weights.k1
    let one = SIMD4<Float>(repeating: 1)
    let empty = averageLengths .<= 0
    flat = SIMD4(repeating: 1 - weights.b).replacing(with: one, where: empty)
    slope = (weights.b / averageLengths.replacing(with: one, where: empty))
      .replacing(with: 0, where: empty)
  }

  /// The part of the score of a term that stands `counts` times in fields of `lengths` terms.
  @inline(__always)
  func score(_ counts: SIMD4<UInt32>, lengths: SIMD4<UInt32>, factor: Float) -> Float {
    // Signed conversion is one instruction on every x86-64; counts and lengths are below 2³¹.
    let occurrences = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: counts))
    var norm = flat + slope * SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: lengths))
    // A field without the term takes no part: with b = 1 and length 0 its norm is 0.
    norm.replace(with: 1, where: occurrences .== 0)
    let parts = weights * occurrences / norm
    let frequency = (parts[0] + parts[1]) + (parts[2] + parts[3])
    return frequency > 0 ? factor * frequency / (k1 + frequency) : 0
  }
}
