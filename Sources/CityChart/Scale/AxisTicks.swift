import CityText

/// Round numbers that cover a range: multiples of 1, 2 or 5 times a power of ten.
///
/// A tick is `index × step`, computed from whole numbers, so that 0.3 is not 0.30000000000000004.
struct AxisTicks: Sendable, Equatable {
  /// 1, 2 or 5.
  let mantissa: Int
  let exponent: Int
  /// The multiples of the step: the first is at or below the range, the last at or above.
  let indices: ClosedRange<Int>

  /// - Parameters:
  ///   - values: what is to be covered; none stand for 0…1, equal ones get room on both sides.
  ///   - includesZero: bars begin at zero, so their axis holds it.
  ///   - intervals: at most so many steps lie within the range.
  init(covering values: [Double], includesZero: Bool, intervals: Int) {
    let finite = values.filter { $0.isFinite }
    // Beyond 10³⁰⁰ there would be no room for a tick above.
    var low = max(-1e300, min(1e300, finite.min() ?? 0))
    var high = max(-1e300, min(1e300, finite.max() ?? 1))
    if includesZero {
      low = min(low, 0)
      high = max(high, 0)
    }
    // Differences below a billionth of the value are noise of the last digits.
    let size = max(abs(low), abs(high))
    if high - low <= max(size * 1e-9, 1e-6) {
      let room = size > 1e-6 ? size / 4 : 1
      if !includesZero || low < 0 { low -= room }
      if !includesZero || high > 0 || low == 0 { high += room }
    }
    let count = Double(max(1, intervals))
    // Divided before subtracted: the whole range may be beyond the largest number.
    let least = high / count - low / count
    var exponent = 0
    while Self.power(exponent) > least { exponent -= 1 }
    while Self.power(exponent + 1) <= least { exponent += 1 }
    let base = Self.power(exponent)
    switch least / base {
    case ...1: (mantissa, self.exponent) = (1, exponent)
    case ...2: (mantissa, self.exponent) = (2, exponent)
    case ...5: (mantissa, self.exponent) = (5, exponent)
    default: (mantissa, self.exponent) = (1, exponent + 1)
    }
    let step = Double(mantissa) * Self.power(self.exponent)
    let first = (low / step + 1e-9).rounded(.down)
    let last = (high / step - 1e-9).rounded(.up)
    indices = Int(first)...max(Int(first) + 1, Int(last))
  }

  /// 10ⁿ, exact for 0…22.
  private static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }

  func value(_ index: Int) -> Double {
    let units = Double(index * mantissa)
    return exponent < 0 ? units / Self.power(-exponent) : units * Self.power(exponent)
  }

  /// The tick in digits, at the decimals that the step has.
  func text(_ index: Int) -> String {
    DecimalText.text(value(index), decimals: max(0, -exponent))
  }

  var low: Double { value(indices.lowerBound) }
  var high: Double { value(indices.upperBound) }
}
