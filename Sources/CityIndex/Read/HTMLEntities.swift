/// Character references of HTML: the names that pages use, and every number.
enum HTMLEntities {
  /// The text of `range` with its references replaced; what is none stays as it is.
  static func decoded(_ page: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      if page[i] == 0x26, let (scalar, end) = reference(page, at: i, before: range.upperBound) {
        UTF8.append(scalar, to: &out)
        i = end
      } else {
        out.append(page[i])
        i += 1
      }
    }
    return out
  }

  private static func reference(_ page: [UInt8], at start: Int, before end: Int) -> (UInt32, Int)? {
    var i = start + 1
    guard i < end else { return nil }
    if page[i] == 0x23 { return number(page, at: i + 1, before: end) }
    while i < end, i - start < 10, isAlphanumeric(page[i]) { i += 1 }
    let name = String(decoding: page[(start + 1)..<i], as: UTF8.self)
    if i < end, page[i] == 0x3B { return names[name].map { ($0, i + 1) } }
    // The old names stand without `;` too, also right before other letters.
    for old in ["nbsp", "quot", "copy", "amp", "reg", "lt", "gt"] where name.hasPrefix(old) {
      return names[old].map { ($0, start + 1 + old.utf8.count) }
    }
    return nil
  }

  private static func number(_ page: [UInt8], at start: Int, before end: Int) -> (UInt32, Int)? {
    var i = start
    let hex = i < end && page[i] | 0x20 == 0x78
    if hex { i += 1 }
    let first = i
    var value: UInt32 = 0
    while i < end {
      let digit: UInt32
      switch page[i] {
      case 0x30...0x39: digit = UInt32(page[i] - 0x30)
      case 0x41...0x46 where hex: digit = UInt32(page[i] - 0x41 + 10)
      case 0x61...0x66 where hex: digit = UInt32(page[i] - 0x61 + 10)
      default: digit = .max
      }
      if digit == .max { break }
      value = min(value * (hex ? 16 : 10) + digit, 0x110000)
      i += 1
    }
    if i == first { return nil }
    if i < end, page[i] == 0x3B { i += 1 }
    switch value {
    case 0: return (0xFFFD, i)
    case 0x0D: return (0x0A, i)
    case 0x80...0x9F: return (windows1252[Int(value) - 0x80], i)
    default: return (value, i)
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// From the HTML standard, §13.5 "Named character references": the usual ones.
  private static let names: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "copy": 0xA9,
    "reg": 0xAE, "trade": 0x2122, "yen": 0xA5, "pound": 0xA3, "euro": 0x20AC, "cent": 0xA2,
    "sect": 0xA7, "para": 0xB6, "deg": 0xB0, "plusmn": 0xB1, "times": 0xD7, "divide": 0xF7,
    "middot": 0xB7, "bull": 0x2022, "hellip": 0x2026, "ndash": 0x2013, "mdash": 0x2014,
    "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C, "rdquo": 0x201D, "laquo": 0xAB,
    "raquo": 0xBB, "sbquo": 0x201A, "bdquo": 0x201E, "prime": 0x2032, "Prime": 0x2033,
    "frac12": 0xBD, "frac14": 0xBC, "sup2": 0xB2, "sup3": 0xB3, "le": 0x2264, "ge": 0x2265,
    "ne": 0x2260, "rarr": 0x2192, "larr": 0x2190, "ensp": 0x20, "emsp": 0x20, "thinsp": 0x20,
    "eacute": 0xE9, "egrave": 0xE8, "uuml": 0xFC, "ouml": 0xF6, "auml": 0xE4, "shy": 0xAD,
    "zwnj": 0x200C, "zwj": 0x200D, "permil": 0x2030, "square": 0x25A1, "starf": 0x2605,
  ]

  /// What numbers 128–159 mean in pages: the HTML standard, §13.2.5.80, maps them by windows-1252.
  private static let windows1252: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
