/// The weights of a linear model over ``SpanFeature``s, and how long answers of a kind usually are.
public struct ReadingWeights: Sendable, Equatable {
  /// By ``SpanFeature``'s raw value.
  public var values: [Float]
  /// By ``AnswerKind/Length``: factors of the logarithm of the span's length, and of its square.
  public var lengths: [(linear: Float, square: Float)]

  public static func == (a: Self, b: Self) -> Bool {
    a.values == b.values && a.lengths.elementsEqual(b.lengths) { $0 == $1 }
  }

  func score(_ features: SpanFeatures, _ number: Int, of kind: AnswerKind) -> Float {
    let length = lengths[kind.length.rawValue]
    let logarithm = features.lengths[number]
    var sum = (length.linear + length.square * logarithm) * logarithm
    let row = number * SpanFeatures.width
    for k in 0..<SpanFeatures.width { sum += features.values[row + k] * values[k] }
    return sum
  }
}
