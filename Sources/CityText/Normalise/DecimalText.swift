/// A non-negative decimal number of any length, exact: amounts must not pass through binary fractions.
struct DecimalText: Equatable {
  /// The digits' values, the highest first.
  private var digits: [UInt8]
  /// How many of them stand after the point.
  private var fraction: Int

  init(_ digits: [UInt8], fraction: Int = 0) {
    self.digits = digits
    self.fraction = fraction
    tidy()
  }

  init(_ value: Int) { self.init(String(value).utf8.map { $0 &- 0x30 }) }

  /// No leading zeros before the last whole digit, none trailing after the point.
  private mutating func tidy() {
    while fraction > 0, digits.last == 0 {
      digits.removeLast()
      fraction -= 1
    }
    if digits.count <= fraction {
      digits.insert(contentsOf: [UInt8](repeating: 0, count: fraction + 1 - digits.count), at: 0)
    }
    let zeros = digits.prefix(digits.count - fraction - 1).prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
  }

  /// Times ten to the power of `places`.
  func shifted(by places: Int) -> DecimalText {
    var digits = digits
    var fraction = fraction - places
    if fraction < 0 {
      digits.append(contentsOf: [UInt8](repeating: 0, count: -fraction))
      fraction = 0
    }
    return DecimalText(digits, fraction: fraction)
  }

  func times(_ factor: Int) -> DecimalText {
    var carry = 0
    var product: [UInt8] = []
    for digit in digits.reversed() {
      carry += Int(digit) * factor
      product.append(UInt8(carry % 10))
      carry /= 10
    }
    while carry > 0 {
      product.append(UInt8(carry % 10))
      carry /= 10
    }
    return DecimalText(product.reversed(), fraction: fraction)
  }

  func plus(_ other: DecimalText) -> DecimalText {
    let places = max(fraction, other.fraction)
    let a = digits + [UInt8](repeating: 0, count: places - fraction)
    let b = other.digits + [UInt8](repeating: 0, count: places - other.fraction)
    var sum: [UInt8] = []
    var carry: UInt8 = 0
    for i in 0..<max(a.count, b.count) {
      if i < a.count { carry += a[a.count - 1 - i] }
      if i < b.count { carry += b[b.count - 1 - i] }
      sum.append(carry % 10)
      carry /= 10
    }
    if carry > 0 { sum.append(carry) }
    return DecimalText(sum.reversed(), fraction: places)
  }

  var isWhole: Bool { fraction == 0 }
  var wholeDigits: Int { digits.count - fraction }

  /// The value of a whole number of at most nine digits.
  var small: Int? {
    guard isWhole, digits.count <= 9 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) }
  }

  var text: String {
    var bytes = digits.map { $0 + 0x30 }
    if fraction > 0 { bytes.insert(0x2E, at: bytes.count - fraction) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
