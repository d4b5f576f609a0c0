/// Reads one JSON text (RFC 8259) from bytes of UTF-8.
///
/// Lenient in two things, so that damaged questions are still answered: control characters may stand
/// in strings, and a lone surrogate escape becomes U+FFFD. By hand because JSONDecoder takes
/// 8 µs for a batch line.
public struct JSONScanner {
  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0

  /// Deepest nesting read: more is an attack, not a question.
  public static let depthLimit = 64

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Throws: ``JSONFailure`` with the place.
  public static func read(_ bytes: [UInt8]) throws(JSONFailure) -> JSONValue {
    var scanner = JSONScanner(bytes)
    let value = try scanner.value()
    scanner.space()
    guard scanner.at == bytes.count else {
      throw scanner.failure("there is more after the value")
    }
    return value
  }

  private func failure(_ message: String) -> JSONFailure {
    JSONFailure(offset: at, message: message)
  }

  private mutating func space() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONFailure) -> JSONValue {
    space()
    guard at < bytes.count else { throw failure("the text ends too early") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try nested { s throws(JSONFailure) in try s.object() }
    case UInt8(ascii: "["): return try nested { s throws(JSONFailure) in try s.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
    default: throw failure("no JSON value begins here")
    }
  }

  private mutating func nested(
    _ read: (inout JSONScanner) throws(JSONFailure) -> JSONValue
  ) throws(JSONFailure) -> JSONValue {
    depth += 1
    guard depth <= Self.depthLimit else { throw failure("nested too deeply") }
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONFailure) -> JSONValue {
    at += 1
    var members: [JSONValue.Member] = []
    space()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      space()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw failure("a key in quotes is missing")
      }
      let offset = at
      let key = try string()
      space()
      guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
      members.append(.init(key: key, value: try value(), offset: offset))
      space()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw failure("a comma or } is missing") }
    }
  }

  private mutating func array() throws(JSONFailure) -> JSONValue {
    at += 1
    var values: [JSONValue] = []
    space()
    if take(UInt8(ascii: "]")) { return .array(values) }
    while true {
      values.append(try value())
      space()
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard take(UInt8(ascii: ",")) else { throw failure("a comma or ] is missing") }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONFailure) -> JSONValue {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { throw failure("the text ends too early") }
    for i in 0..<count where bytes[at + i] != word.utf8Start[i] {
      throw failure("no JSON value begins here")
    }
    at += count
    return value
  }

  private mutating func number() throws(JSONFailure) -> String {
    let start = at
    func isDigit(_ i: Int) -> Bool { i < bytes.count && bytes[i] >= 0x30 && bytes[i] <= 0x39 }
    _ = take(UInt8(ascii: "-"))
    guard isDigit(at) else { throw failure("a digit is missing") }
    if bytes[at] == 0x30 { at += 1 } else { while isDigit(at) { at += 1 } }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      guard isDigit(at) else { throw failure("a digit is missing") }
      while isDigit(at) { at += 1 }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        at += 1
      }
      guard isDigit(at) else { throw failure("a digit is missing") }
      while isDigit(at) { at += 1 }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func string() throws(JSONFailure) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
      at += 1
    }
    guard at < bytes.count else { throw failure("a closing quote is missing") }
    if bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
    }
    var text = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
    throw failure("a closing quote is missing")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFailure) {
    guard at < bytes.count else { throw failure("the text ends too early") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += Array(String(Character(try scalar())).utf8)
    default:
      at -= 1
      throw failure("there is no such escape")
    }
  }

  /// The scalar after `\u`, with the low surrogate that may follow; U+FFFD for half a pair.
  private mutating func scalar() throws(JSONFailure) -> Unicode.Scalar {
    let unit = try hexUnit()
    guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let back = at
    at += 2
    let low = try hexUnit()
    guard (0xDC00..<0xE000).contains(low) else {
      at = back
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexUnit() throws(JSONFailure) -> UInt32 {
    guard at + 4 <= bytes.count else { throw failure("the text ends too early") }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      switch bytes[at] {
      case 0x30...0x39: unit = unit << 4 | UInt32(bytes[at] - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt32((bytes[at] | 0x20) - 0x57)
      default: throw failure("four hex digits are missing")
      }
      at += 1
    }
    return unit
  }
}
