/// A power of two near the largest value: dividing by it is exact, and squares then neither overflow nor vanish.
enum SeriesScale {
  /// 1 where all values are zero.
  static func of(_ values: [Double]) -> Double {
    let largest = values.reduce(0) { max($0, abs($1)) }
    return largest > 0 ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
  }

  /// The nearest finite number: what lies beyond the largest one, becomes it.
  static func bounded(_ value: Double) -> Double {
    min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }
}
