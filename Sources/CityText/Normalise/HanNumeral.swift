/// Chinese numerals: 二〇二三, 两万三千, 十五, 叁佰.
enum HanNumeral {
  static func isNumeral(_ scalar: UInt32) -> Bool {
    scalar >= 0x3007 && (digit(scalar) != nil || power(scalar) != nil)
  }

  /// 0…9, with 两 and the forms of accounts.
  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x3007, 0x96F6: 0
    case 0x4E00, 0x58F9: 1
    case 0x4E8C, 0x4E24, 0x8D30: 2
    case 0x4E09, 0x53C1: 3
    case 0x56DB, 0x8086: 4
    case 0x4E94, 0x4F0D: 5
    case 0x516D, 0x9646: 6
    case 0x4E03, 0x67D2: 7
    case 0x516B, 0x634C: 8
    case 0x4E5D, 0x7396: 9
    default: nil
    }
  }

  /// The power of ten of 十, 百, 千, 万, 亿.
  static func power(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341, 0x62FE: 1
    case 0x767E, 0x4F70: 2
    case 0x5343, 0x4EDF: 3
    case 0x4E07: 4
    case 0x4EBF: 8
    default: nil
    }
  }

  /// The digits of 二〇二三, without places.
  static func sequence(_ scalars: [UInt32]) -> [UInt8]? {
    let digits = scalars.compactMap(digit)
    return digits.count == scalars.count ? digits.map(UInt8.init) : nil
  }

  /// The value of a numeral with places; nil where it is none (千万, 二三十, 十四五).
  static func value(_ scalars: [UInt32]) -> Int? {
    guard scalars.count <= 20 else { return nil }
    var total = 0
    var section = 0
    var digit: Int?
    var lowest = 9
    var last = 0
    for (i, scalar) in scalars.enumerated() {
      if let value = Self.digit(scalar) {
        if let before = digit, before != 0 { return nil }
        if digit != nil, value == 0 { return nil }
        digit = value
      } else if let power = power(scalar) {
        if power < 4 {
          let zero = digit == nil || digit == 0
          guard power < lowest, !zero || power == 1 && (i == 0 || digit == 0) else { return nil }
          section += (zero ? 1 : digit ?? 1) * pow10(power)
          lowest = power
        } else {
          section += digit ?? 0
          guard section + total > 0 else { return nil }
          if power == 8 {
            let (value, overflow) = (total + section).multipliedReportingOverflow(by: pow10(8))
            guard !overflow else { return nil }
            total = value
          } else {
            guard section > 0 else { return nil }
            total += section * 10_000
          }
          section = 0
          lowest = 9
        }
        digit = nil
        last = power
      }
    }
    // 两万三 is 23 000, 三百五 is 350; after 零 the digit is what it says.
    var rest = digit ?? 0
    if rest > 0, last > 1, scalars.count > 1, Self.digit(scalars[scalars.count - 2]) == nil {
      rest *= pow10(last - 1)
    }
    let (sum, overflow) = total.addingReportingOverflow(section + rest)
    return overflow ? nil : sum
  }

  private static func pow10(_ n: Int) -> Int { (0..<n).reduce(1) { value, _ in value * 10 } }
}
