/// Reads the YAML subset line by line, by indentation.
struct YAMLReader {
  struct Line {
    var number: Int
    var indent: Int
    /// Without indentation and line end; comments still in it.
    var text: [UInt8]
    var isBlank: Bool { text.isEmpty || text[0] == UInt8(ascii: "#") }
  }

  var lines: [Line] = []
  var at = 0
  /// Deeper nesting is refused: no configuration needs it, and it would exhaust the stack.
  static let depthLimit = 32

  /// Whether quoted scalars are told from plain ones.
  private let keepsQuotes: Bool

  init(_ utf8: [UInt8], firstLine: Int, keepsQuotes: Bool = false) {
    self.keepsQuotes = keepsQuotes
    for (i, raw) in utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      var text = raw
      while let last = text.last, [0x20, 0x09, 0x0D].contains(last) { text.removeLast() }
      let indent = text.prefix { $0 == 0x20 }.count
      lines.append(
        Line(number: firstLine + i, indent: indent, text: Array(text.dropFirst(indent))))
    }
    // What follows the last line end is no line.
    if utf8.last == 0x0A { lines.removeLast() }
  }

  mutating func document() throws(TextError) -> YAMLValue {
    skipBlank()
    guard at < lines.count else { return .map([]) }
    let value = try block(indent: lines[at].indent, depth: 0)
    skipBlank()
    if at < lines.count {
      throw error(
        "does not fit the lines above; check its indentation and its “- ” or “key: ”", lines[at])
    }
    return value
  }

  private mutating func skipBlank() {
    while at < lines.count, lines[at].isBlank { at += 1 }
  }

  func error(_ message: String, _ line: Line) -> TextError {
    TextError(.badFrontMatter, "“\(Self.shown(line.text))” \(message)", line: line.number)
  }

  private static func shown(_ text: [UInt8]) -> String {
    let whole = String(decoding: text, as: UTF8.self)
    return whole.count > 60 ? String(whole.prefix(60)) + "…" : whole
  }

  /// A mapping or list whose lines begin at `indent`.
  private mutating func block(indent: Int, depth: Int) throws(TextError) -> YAMLValue {
    guard depth < Self.depthLimit else {
      throw error("is nested too deeply", lines[at])
    }
    if Self.isItem(lines[at].text) { return try list(indent: indent, depth: depth) }
    if depth > 0, Self.isValue(lines[at].text) {
      // A flow or quoted value on the line below its key.
      return try value(lines[at].text, indent: indent, depth: depth)
    }
    return try mapping(indent: indent, depth: depth)
  }

  /// Whether a line begins a flow or quoted value rather than a key.
  private static func isValue(_ text: [UInt8]) -> Bool {
    switch text[0] {
    case UInt8(ascii: "["), UInt8(ascii: "{"): true
    case 0x22, 0x27: YAMLScalar.keyEnd(text) == nil
    default: false
    }
  }

  private static func isItem(_ text: [UInt8]) -> Bool {
    text.first == UInt8(ascii: "-") && (text.count == 1 || text[1] == 0x20)
  }

  private mutating func list(indent: Int, depth: Int) throws(TextError) -> YAMLValue {
    var values: [YAMLValue] = []
    while true {
      skipBlank()
      guard at < lines.count, lines[at].indent == indent, Self.isItem(lines[at].text) else { break }
      var rest = Array(lines[at].text.dropFirst())
      let spaces = rest.prefix { $0 == 0x20 }.count
      rest.removeFirst(spaces)
      if rest.isEmpty {
        at += 1
        values.append(try nested(deeperThan: indent, depth: depth))
      } else if Self.isItem(rest) {
        guard depth + 1 < Self.depthLimit else { throw error("is nested too deeply", lines[at]) }
        // `- - a` opens a list at the column of its dash.
        lines[at].indent = indent + 1 + spaces
        lines[at].text = rest
        values.append(try list(indent: indent + 1 + spaces, depth: depth + 1))
      } else if rest[0] != 0x22, rest[0] != 0x27, rest[0] != 0x5B, rest[0] != 0x7B,
        YAMLScalar.keyEnd(rest) != nil
      {
        // `- key: value` opens a mapping at the column of its key.
        lines[at].indent = indent + 1 + spaces
        lines[at].text = rest
        values.append(try mapping(indent: indent + 1 + spaces, depth: depth + 1))
      } else {
        values.append(try value(rest, indent: indent, depth: depth))
      }
    }
    return .list(values)
  }

  private mutating func mapping(indent: Int, depth: Int) throws(TextError) -> YAMLValue {
    var entries: [(key: String, value: YAMLValue)] = []
    while true {
      skipBlank()
      guard at < lines.count, lines[at].indent == indent else { break }
      let line = lines[at]
      if line.text.first == 0x09 { throw error("is indented with a tab; use spaces", line) }
      guard let (key, rest) = try YAMLScalar.key(line, self) else {
        throw error("is no “key: value”; write one, or quote the value above", line)
      }
      if entries.contains(where: { $0.key == key }) {
        throw error("repeats the key “\(key)”; keep one", line)
      }
      let found: YAMLValue
      if rest.isEmpty || rest[0] == UInt8(ascii: "#") {
        at += 1
        found = try nested(deeperThan: indent, depth: depth, orListAt: indent)
      } else {
        found = try value(rest, indent: indent, depth: depth)
      }
      entries.append((key, found))
    }
    return .map(entries)
  }

  /// What is indented below a key or item without a value; empty text where there is nothing.
  private mutating func nested(
    deeperThan indent: Int, depth: Int, orListAt listIndent: Int? = nil
  ) throws(TextError) -> YAMLValue {
    skipBlank()
    guard at < lines.count else { return .scalar("") }
    let line = lines[at]
    if line.indent > indent { return try block(indent: line.indent, depth: depth + 1) }
    if let listIndent, line.indent == listIndent, Self.isItem(line.text) {
      return try list(indent: listIndent, depth: depth + 1)
    }
    return .scalar("")
  }

  /// The value that begins with `rest` on the current line; moves past it.
  private mutating func value(
    _ rest: [UInt8], indent: Int, depth: Int
  ) throws(TextError) -> YAMLValue {
    let line = lines[at]
    switch rest[0] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      at += 1
      return textValue(try blockScalar(header: rest, parent: indent, line: line))
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      throw error("uses an anchor, alias or tag, which is not read here; write the value out", line)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return try flow(rest, line: line)
    case 0x22, 0x27:
      return textValue(try quoted(rest, line: line))
    default:
      at += 1
      var text = YAMLScalar.plain(rest)
      // A plain scalar goes on in the lines indented deeper.
      while at < lines.count, !lines[at].isBlank, lines[at].indent > indent,
        YAMLScalar.keyEnd(lines[at].text) == nil, !Self.isItem(lines[at].text)
      {
        text += [0x20] + YAMLScalar.plain(lines[at].text)
        at += 1
      }
      return .scalar(String(decoding: text, as: UTF8.self))
    }
  }

  private func textValue(_ text: String) -> YAMLValue {
    keepsQuotes ? .quoted(text) : .scalar(text)
  }

  /// A quoted scalar, over several lines where it is not closed on the first.
  private mutating func quoted(_ rest: [UInt8], line: Line) throws(TextError) -> String {
    var text = rest
    at += 1
    while true {
      if let (value, end) = YAMLScalar.quoted(text) {
        let left = text[end...].drop { $0 == 0x20 }
        guard left.isEmpty || left.first == UInt8(ascii: "#") else {
          throw error("has text after the closing quote", line)
        }
        return String(decoding: value, as: UTF8.self)
      }
      guard at < lines.count, at < lines.count, text.count < 1 << 20 else {
        throw error("opens a quote that is never closed", line)
      }
      text += [0x20] + lines[at].text
      at += 1
    }
  }

  /// A flow list or mapping, over several lines where its brackets are not closed on the first.
  private mutating func flow(_ rest: [UInt8], line: Line) throws(TextError) -> YAMLValue {
    var text = rest
    at += 1
    while true {
      var reader = YAMLFlowReader(text, keepsQuotes: keepsQuotes)
      if let value = reader.value(depth: 0) {
        guard reader.isAtEnd else { throw error("has text after the closing bracket", line) }
        return value
      }
      guard reader.ranOut, at < lines.count, text.count < 1 << 20 else {
        throw error("opens a bracket that is not closed properly; quote values with , : [ ]", line)
      }
      text += [0x20] + lines[at].text
      at += 1
    }
  }

  /// The lines below a `|` or `>` header.
  private mutating func blockScalar(
    header: [UInt8], parent: Int, line: Line
  ) throws(TextError) -> String {
    let marks = header.dropFirst().prefix { $0 != 0x20 && $0 != UInt8(ascii: "#") }
    guard marks.allSatisfy({ "+-123456789".utf8.contains($0) }), marks.count <= 2 else {
      throw error("has an unknown block scalar header; write | or >", line)
    }
    var body: [Line] = []
    while at < lines.count, lines[at].text.isEmpty || lines[at].indent > parent {
      body.append(lines[at])
      at += 1
    }
    // A digit says how much deeper than its key the text stands, where it begins with spaces itself.
    let said = marks.first { $0 &- 0x31 < 9 }.map { parent + Int($0 - 0x30) }
    let least = body.filter { !$0.text.isEmpty }.map(\.indent).min() ?? 0
    let margin = min(said ?? least, least)
    let rows = body.map { line -> [UInt8] in
      line.text.isEmpty
        ? [] : [UInt8](repeating: 0x20, count: line.indent - margin) + line.text
    }
    return YAMLScalar.joined(
      rows, isFolded: header[0] == UInt8(ascii: ">"),
      chomp: marks.contains(UInt8(ascii: "-")) ? .strip : marks.contains(0x2B) ? .keep : .clip)
  }
}
