/// Labels as they may stand in XML and in a terminal.
enum CleanText {
  /// The text on one line without what XML 1.0 forbids, terminals obey, or readers are deceived by.
  ///
  /// Line breaks and tabs become spaces; control characters, non-characters, zero-width and
  /// direction-changing characters are dropped.
  static func text(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: out.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE...0xFFFF: continue
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE0FFF: continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// How many terminal columns a scalar takes: Han and full-width characters take two, marks none.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text where it fits, else as much of it as fits with `…`; a number is never cut in two.
  /// - Parameters:
  ///   - limit: the room, in whatever `extent` counts.
  ///   - mark: the extent of `…`.
  static func shortened(
    _ text: String, to limit: Double, mark: Double, extent: (Unicode.Scalar) -> Double
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    var used = 0.0
    var kept = 0
    for (i, scalar) in scalars.enumerated() {
      used += extent(scalar)
      if used > limit { return cut(scalars, to: kept) }
      if used + mark <= limit { kept = i + 1 }
    }
    return text
  }

  private static func cut(_ scalars: [Unicode.Scalar], to count: Int) -> String {
    var end = count
    // 13490… would be read as a number that stands nowhere.
    if end < scalars.count, isNumeral(scalars[end]) {
      while end > 0, isNumeral(scalars[end - 1]) { end -= 1 }
    }
    while end > 0, scalars[end - 1] == " " { end -= 1 }
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars[..<end])
    out.append("…")
    return String(out)
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９", ".", ",", "-", "−", "+": true
    default: false
    }
  }
}
