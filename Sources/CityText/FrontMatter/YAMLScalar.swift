/// Scalars of the YAML subset: keys, plain, quoted and block text.
enum YAMLScalar {
  enum Chomp { case strip, clip, keep }

  /// Where the `:` of a `key: value` line stands; nil where the line is none.
  static func keyEnd(_ text: [UInt8]) -> Int? {
    var at = 0
    if let first = text.first, first == 0x22 || first == 0x27 {
      guard let (_, end) = quoted(text) else { return nil }
      at = end
      while at < text.count, text[at] == 0x20 { at += 1 }
      return at < text.count && text[at] == 0x3A ? at : nil
    }
    while at < text.count {
      if text[at] == 0x3A, at + 1 == text.count || text[at + 1] == 0x20 { return at }
      if text[at] == UInt8(ascii: "#"), at > 0, text[at - 1] == 0x20 { return nil }
      at += 1
    }
    return nil
  }

  /// The key of a line and what follows its colon.
  static func key(
    _ line: YAMLReader.Line, _ reader: YAMLReader
  ) throws(TextError) -> (key: String, rest: [UInt8])? {
    guard let colon = keyEnd(line.text), colon > 0 else { return nil }
    let name: [UInt8]
    if let first = line.text.first, first == 0x22 || first == 0x27 {
      name = quoted(line.text)?.value ?? []
    } else {
      name = Array(line.text[..<colon])
    }
    var key = name[...]
    while key.last == 0x20 { key.removeLast() }
    guard key.count <= 256 else { throw reader.error("has a key of over 256 bytes", line) }
    return (
      String(decoding: key, as: UTF8.self),
      Array(line.text[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })
    )
  }

  /// A plain scalar without its comment.
  static func plain(_ text: [UInt8]) -> [UInt8] {
    var end = text.count
    for i in text.indices.dropFirst()
    where text[i] == UInt8(ascii: "#") && (text[i - 1] == 0x20 || text[i - 1] == 0x09) {
      end = i
      break
    }
    while end > 0, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return Array(text[..<end])
  }

  /// The value of a quoted scalar at the start of `text` and the offset behind it; nil where it is not closed.
  static func quoted(_ text: [UInt8]) -> (value: [UInt8], end: Int)? {
    guard let quote = text.first else { return nil }
    var value: [UInt8] = []
    var at = 1
    while at < text.count {
      let byte = text[at]
      if byte == quote {
        // Two single quotes are one.
        if quote == 0x27, at + 1 < text.count, text[at + 1] == 0x27 {
          value.append(0x27)
          at += 2
          continue
        }
        return (value, at + 1)
      }
      if quote == 0x22, byte == 0x5C {
        guard let length = escape(text, at, &value) else { return nil }
        at += length
      } else {
        value.append(byte)
        at += 1
      }
    }
    return nil
  }

  /// Reads the escape at `at`; gives its length, nil where it is cut off.
  private static func escape(_ text: [UInt8], _ at: Int, _ value: inout [UInt8]) -> Int? {
    guard at + 1 < text.count else { return nil }
    switch text[at + 1] {
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "r"): value.append(0x0D)
    case UInt8(ascii: "0"): break
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = text[at + 1] == UInt8(ascii: "x") ? 2 : text[at + 1] == UInt8(ascii: "u") ? 4 : 8
      guard at + 2 + digits <= text.count else { return nil }
      let hex = String(decoding: text[(at + 2)..<(at + 2 + digits)], as: UTF8.self)
      let scalar = UInt32(hex, radix: 16).flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}"
      if scalar.value != 0 { ScalarReader.append(scalar.value, to: &value) }
      return 2 + digits
    default: value.append(text[at + 1])
    }
    return 2
  }

  /// The rows of a block scalar as one text.
  static func joined(_ rows: [[UInt8]], isFolded: Bool, chomp: Chomp) -> String {
    var rows = rows[...]
    var trailing = 0
    while let last = rows.last, last.isEmpty {
      rows.removeLast()
      trailing += 1
    }
    var text: [UInt8] = []
    // Line ends since the last row with text; leading blank rows count as they are.
    var ends = 0
    var before: [UInt8] = []
    for row in rows {
      if !row.isEmpty {
        // Folding takes one line end away, but not beside lines that are indented deeper.
        let isFold = isFolded && !before.isEmpty && row[0] != 0x20 && before[0] != 0x20
        if isFold { ends -= 1 }
        text += isFold && ends == 0 ? [0x20] : [UInt8](repeating: 0x0A, count: ends)
        text += row
        before = row
        ends = 0
      }
      ends += 1
    }
    switch chomp {
    case .strip: break
    case .clip: if !text.isEmpty { text.append(0x0A) }
    case .keep: text += [UInt8](repeating: 0x0A, count: trailing + (text.isEmpty ? 0 : 1))
    }
    return String(decoding: text, as: UTF8.self)
  }
}
