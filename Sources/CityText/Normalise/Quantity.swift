/// A decimal number, exactly: `mantissa` / 10^`decimals`, without trailing zeros behind the point.
struct Quantity: Equatable {
  private(set) var mantissa: UInt64
  private(set) var decimals: Int

  init(_ whole: UInt64) {
    mantissa = whole
    decimals = 0
  }

  init(mantissa: UInt64, decimals: Int) {
    self.mantissa = mantissa
    self.decimals = decimals
    while self.decimals > 0, self.mantissa % 10 == 0 {
      self.mantissa /= 10
      self.decimals -= 1
    }
  }

  /// The number where it has no decimals.
  var whole: Int? { decimals == 0 && mantissa <= UInt64(Int32.max) ? Int(mantissa) : nil }

  /// The number as it is written in canonical forms: `1990`, `0.2`.
  var text: String {
    let digits = String(mantissa)
    guard decimals > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// The number times `factor`; nil where it does not fit.
  func times(_ factor: UInt64) -> Quantity? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Quantity(mantissa: product, decimals: decimals)
  }

  /// The number times 10^`exponent`; nil where it does not fit.
  func scaled(by exponent: Int) -> Quantity? {
    let shift = exponent - decimals
    if shift <= 0 { return Quantity(mantissa: mantissa, decimals: -shift) }
    var result: Quantity? = Quantity(mantissa)
    for _ in 0..<shift { result = result?.times(10) }
    return result
  }

  /// The sum; nil where it does not fit.
  func plus(_ other: Quantity) -> Quantity? {
    let common = max(decimals, other.decimals)
    guard let a = scaled(by: common), let b = other.scaled(by: common) else { return nil }
    let (sum, overflow) = a.mantissa.addingReportingOverflow(b.mantissa)
    return overflow ? nil : Quantity(mantissa: sum, decimals: common)
  }

  /// The half, for 三天半.
  static let half = Quantity(mantissa: 5, decimals: 1)
}
