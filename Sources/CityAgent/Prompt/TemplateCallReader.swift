import CityJSON

/// Reads what stands in a tag: a name, arguments, `key=value` pairs.
struct TemplateCallReader {
  private let text: [UInt8]
  private let line: Int
  private var at = 0

  private init(_ text: [UInt8], line: Int) {
    self.text = text
    self.line = line
  }

  /// A helper, block or partial with its arguments.
  static func call(_ text: [UInt8], line: Int) throws(AgentError) -> TemplateCall {
    var reader = TemplateCallReader(text, line: line)
    guard case .path(0, false, let parts) = try reader.argument(), !parts.isEmpty else {
      throw reader.error("the tag does not begin with a name")
    }
    var call = TemplateCall(
      name: parts.joined(separator: "."), arguments: [], named: [], line: line)
    while !reader.isAtEnd {
      if let name = reader.name() {
        call.named.append((name, try reader.argument()))
      } else if call.named.isEmpty {
        call.arguments.append(try reader.argument())
      } else {
        throw reader.error("an argument stands after key=value; put it before")
      }
    }
    return call
  }

  /// The only argument of a tag that shows a value; nil where there are more.
  static func value(_ text: [UInt8], line: Int) throws(AgentError) -> TemplateArgument? {
    var reader = TemplateCallReader(text, line: line)
    let argument = try reader.argument()
    return reader.isAtEnd ? argument : nil
  }

  private var isAtEnd: Bool {
    mutating get {
      while at < text.count, TemplateScanner.isSpace(text[at]) { at += 1 }
      return at == text.count
    }
  }

  private func error(_ message: String) -> AgentError {
    let shown = String(decoding: text.prefix(60), as: UTF8.self)
    return TemplateScanner.error("{{\(shown)}}: \(message)", line)
  }

  /// The name before a `=`; nil where no pair begins.
  private mutating func name() -> String? {
    let end = text[at...].firstIndex { !Self.isName($0) } ?? text.count
    guard end > at, end < text.count, text[end] == UInt8(ascii: "=") else { return nil }
    defer { at = end + 1 }
    return String(decoding: text[at..<end], as: UTF8.self)
  }

  private mutating func argument() throws(AgentError) -> TemplateArgument {
    guard !isAtEnd else { throw error("an argument is missing") }
    switch text[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .literal(.string(try quoted()))
    case UInt8(ascii: "("): throw error("calls inside of calls are not known")
    case UInt8(ascii: "|"): throw error("block parameters are not known; use this")
    default: return try word()
    }
  }

  private mutating func quoted() throws(AgentError) -> String {
    let quote = text[at]
    var value: [UInt8] = []
    at += 1
    while at < text.count, text[at] != quote {
      if text[at] == UInt8(ascii: "\\"), at + 1 < text.count, text[at + 1] == quote { at += 1 }
      value.append(text[at])
      at += 1
    }
    guard at < text.count else { throw error("a quote is not closed") }
    at += 1
    return String(decoding: value, as: UTF8.self)
  }

  /// A literal or path: to the next blank.
  private mutating func word() throws(AgentError) -> TemplateArgument {
    let start = at
    var isBracketed = false
    while at < text.count, isBracketed || !TemplateScanner.isSpace(text[at]) {
      if text[at] == UInt8(ascii: "[") { isBracketed = true }
      if text[at] == UInt8(ascii: "]") { isBracketed = false }
      at += 1
    }
    let word = text[start..<at]
    switch String(decoding: word, as: UTF8.self) {
    case "true": return .literal(.bool(true))
    case "false": return .literal(.bool(false))
    case "null", "undefined": return .literal(.null)
    default: break
    }
    if let number = try? JSONScanner.read(Array(word)), case .number = number {
      return .literal(number)
    }
    return try path(word)
  }

  private func path(_ word: ArraySlice<UInt8>) throws(AgentError) -> TemplateArgument {
    var rest = word
    let isData = rest.first == UInt8(ascii: "@")
    if isData { rest = rest.dropFirst() }
    var up = 0
    while rest.starts(with: "../".utf8) || rest.elementsEqual("..".utf8) {
      up += 1
      rest = rest.dropFirst(3)
    }
    var parts: [String] = []
    while !rest.isEmpty {
      let part: ArraySlice<UInt8>
      if rest.first == UInt8(ascii: "[") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else {
          throw error("a bracket is not closed")
        }
        part = rest[(rest.startIndex + 1)..<end]
        rest = rest[(end + 1)...]
      } else {
        part = rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "/") }
        guard part.allSatisfy(Self.isName) else { throw error("that is no name or path") }
        rest = rest.dropFirst(part.count)
      }
      // `this` and `.` say where the path begins.
      let name = String(decoding: part, as: UTF8.self)
      if !(name.isEmpty || name == "this" && parts.isEmpty) { parts.append(name) }
      guard rest.isEmpty || rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: "/")
      else { throw error("that is no name or path") }
      rest = rest.dropFirst()
    }
    return .path(up: up, isData: isData, parts: parts)
  }

  /// Bytes of a name: letters of any script, digits, `_`, `-`, `$`.
  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "$"): true
    default: false
    }
  }
}
