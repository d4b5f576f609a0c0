/// A part in use, as a search sees it.
struct SearchedPart: Sendable {
  let segment: IndexSegment
  /// Where its passages begin among those of all parts in use: a multiple of 16.
  let offset: Int
  /// How many times as great as its lists say an impact can be, because the averages have moved since.
  let growth: Float

  var passages: Int { segment.passageCount }

  static func all(_ segments: [IndexSegment], averages: SIMD4<Float>) -> [SearchedPart] {
    var offset = 0
    return segments.map { segment in
      defer { offset += (segment.passageCount + 15) & ~15 }
      return SearchedPart(
        segment: segment, offset: offset,
        growth: growth(from: segment.info.averageLengths, to: averages))
    }
  }

  /// A field's norm grows by no more than its average does, and an impact by no more than the norms.
  private static func growth(from own: SIMD4<Float>, to averages: SIMD4<Float>) -> Float {
    var growth: Float = 1
    for field in 0..<4 where own[field] > 0 && averages[field] > own[field] {
      growth = max(growth, averages[field] / own[field] * 1.0001)
    }
    return growth
  }
}
