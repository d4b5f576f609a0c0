/// Display strings as they may stand in a page.
enum DigestText {
  /// Characters of a title that are shown.
  static let longest = 60

  /// The beginning of a text on one line, with `…` where it is cut.
  static func short(_ text: String) -> String {
    // Most texts are short in bytes already.
    if text.utf8.count <= longest { return line(text) }
    let start = text.unicodeScalars.prefix(longest + 1)
    guard start.count > longest else { return line(text) }
    return line(String(String.UnicodeScalarView(start.prefix(longest)))) + "…"
  }

  /// One line: control characters become spaces, marks that turn the direction of text disappear.
  static func line(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value >= 0x7F && isOdd($0.value) }
      )
    else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028
        || scalar.value == 0x2029
      {
        out.append(" ")
      } else if !isOdd(scalar.value) {
        out.append(scalar)
      }
    }
    return String(out)
  }

  private static func isOdd(_ value: UInt32) -> Bool {
    switch value {
    case 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFEFF,
      0xFFFE, 0xFFFF:
      true
    default: false
    }
  }

  /// Text of one line in Markdown: what Markdown or HTML would read is written out.
  static func markdown(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in line(text).utf8 {
      switch byte {
      case UInt8(ascii: "<"): out += Array("&lt;".utf8)
      case UInt8(ascii: ">"): out += Array("&gt;".utf8)
      case UInt8(ascii: "&"): out += Array("&amp;".utf8)
      case UInt8(ascii: "|"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "#"),
        UInt8(ascii: "~"), UInt8(ascii: "!"):
        out += [UInt8(ascii: "\\"), byte]
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
