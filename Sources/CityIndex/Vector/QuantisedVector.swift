/// A vector of length 1 in whole numbers from −127 to 127 and one scale.
///
/// Each number stands for itself times the scale, which is the greatest absolute value over 127: the error of a
/// number is half a scale at most, and cosines of sentence vectors move by a few thousandths.
struct QuantisedVector: Sendable, Equatable {
  let numbers: [Int8]
  let scale: Float

  /// The vector brought to length 1; nil where it is empty, has no length, or a number is not finite.
  init?(_ vector: [Float]) {
    var square = 0.0
    var greatest: Float = 0
    for number in vector {
      square += Double(number) * Double(number)
      greatest = max(greatest, abs(number))
    }
    guard square.isFinite, square > 0, greatest > 0 else { return nil }
    let factor = 127 / greatest
    // A tiny vector's factor may overflow.
    guard factor.isFinite else { return nil }
    numbers = vector.map { Int8(($0 * factor).rounded()) }
    scale = Float(Double(greatest) / square.squareRoot() / 127)
    guard scale > 0, scale <= Self.greatestScale else { return nil }
  }

  /// That of a vector with one number.
  static let greatestScale: Float = 1 / 127

  init(numbers: [Int8], scale: Float) {
    self.numbers = numbers
    self.scale = scale
  }
}
