/// How wide a text stands in a terminal: Han and full-width characters take two columns.
enum DisplayWidth {
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

  /// The text on one line of at most `width` columns, cut with `…`.
  static func shortened(_ text: String, to width: Int) -> String {
    var kept = String.UnicodeScalarView()
    var column = 0
    var cutAt = kept.endIndex
    var wasSpace = false
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
      if isSpace && wasSpace { continue }
      wasSpace = isSpace
      let next = isSpace ? 1 : columns(of: scalar)
      if column + next > width {
        kept.removeSubrange(cutAt...)
        return String(kept) + "…"
      }
      kept.append(isSpace ? " " : scalar)
      column += next
      // Where to cut, should the text not fit: one column is for the mark.
      if column < width { cutAt = kept.endIndex }
    }
    return String(kept)
  }

  /// The text followed by spaces up to `width` columns.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text)))
  }
}
