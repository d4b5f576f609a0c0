import CityText

/// Reads one JSON value from a range of UTF-8 by hand: 8.5 µs a line through `JSONDecoder` is too
/// much for a corpus of millions.
struct JSONTextScanner {
  private let bytes: [UInt8]
  private let end: Int
  private var i: Int

  /// What was expected and where, counted in bytes from the start of the range.
  struct Failure: Error {
    var expected: String
    var offset: Int
  }

  /// Reads the one value that `range` holds.
  static func value(of bytes: [UInt8], in range: Range<Int>) throws(Failure) -> JSONText {
    var scanner = JSONTextScanner(bytes: bytes, end: range.upperBound, i: range.lowerBound)
    do throws(Failure) {
      let value = try scanner.value(depth: 0)
      scanner.skipSpace()
      if scanner.i < scanner.end {
        throw Failure(expected: "the end of the line", offset: scanner.i)
      }
      return value
    } catch {
      throw Failure(expected: error.expected, offset: error.offset - range.lowerBound)
    }
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONText {
    if depth > 64 { throw Failure(expected: "at most 64 levels", offset: i) }
    skipSpace()
    guard i < end else { throw Failure(expected: "a value", offset: i) }
    switch bytes[i] {
    case 0x22: return .string(try string())
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try list(depth: depth)
    default: return try literal()
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONText {
    i += 1
    var members: [(key: [UInt8], value: JSONText)] = []
    skipSpace()
    if takes(0x7D) { return .object(members) }
    while true {
      skipSpace()
      guard i < end, bytes[i] == 0x22 else { throw Failure(expected: "a key in quotes", offset: i) }
      let key = try string()
      skipSpace()
      guard takes(0x3A) else { throw Failure(expected: "':'", offset: i) }
      members.append((key, try value(depth: depth + 1)))
      skipSpace()
      if takes(0x2C) { continue }
      if takes(0x7D) { return .object(members) }
      throw Failure(expected: "',' or '}'", offset: i)
    }
  }

  private mutating func list(depth: Int) throws(Failure) -> JSONText {
    i += 1
    var values: [JSONText] = []
    skipSpace()
    if takes(0x5D) { return .list(values) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if takes(0x2C) { continue }
      if takes(0x5D) { return .list(values) }
      throw Failure(expected: "',' or ']'", offset: i)
    }
  }

  private mutating func literal() throws(Failure) -> JSONText {
    let start = i
    while i < end, isLiteral(bytes[i]) { i += 1 }
    let word = bytes[start..<i]
    if word.elementsEqual("null".utf8) { return .null }
    if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) {
      return .literal([UInt8](word))
    }
    let digit = word.first { $0 != 0x2D }
    guard let digit, (0x30...0x39).contains(digit) else {
      throw Failure(expected: "a value", offset: start)
    }
    return .literal([UInt8](word))
  }

  private func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x41...0x5A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  private mutating func string() throws(Failure) -> [UInt8] {
    let open = i
    i += 1
    var start = i
    var out: [UInt8] = []
    while i < end {
      switch bytes[i] {
      case 0x22:
        defer { i += 1 }
        // Most strings have no escape and are one copy.
        if out.isEmpty { return [UInt8](bytes[start..<i]) }
        out.append(contentsOf: bytes[start..<i])
        return out
      case 0x5C:
        out.append(contentsOf: bytes[start..<i])
        i += 1
        try escape(into: &out)
        start = i
      default: i += 1
      }
    }
    throw Failure(expected: "the '\"' that closes this string", offset: open)
  }

  private mutating func escape(into out: inout [UInt8]) throws(Failure) {
    guard i < end else { throw Failure(expected: "a character after '\\'", offset: i) }
    let byte = bytes[i]
    i += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: out.append(byte)
    case 0x62: out.append(0x08)
    case 0x66: out.append(0x0C)
    case 0x6E: out.append(0x0A)
    case 0x72: out.append(0x0D)
    case 0x74: out.append(0x09)
    case 0x75: UTF8.append(try unicode(), to: &out)
    default: throw Failure(expected: "a known escape after '\\'", offset: i - 1)
    }
  }

  /// A `\u` escape, two for a pair of surrogates; a lone surrogate and NUL give U+FFFD.
  private mutating func unicode() throws(Failure) -> UInt32 {
    let unit = try hex()
    if (0xD800..<0xDC00).contains(unit), i + 1 < end, bytes[i] == 0x5C, bytes[i + 1] == 0x75 {
      let before = i
      i += 2
      let low = try hex()
      if (0xDC00..<0xE000).contains(low) {
        return 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      }
      i = before
    }
    return unit == 0 || (0xD800..<0xE000).contains(unit) ? 0xFFFD : unit
  }

  private mutating func hex() throws(Failure) -> UInt32 {
    guard end - i >= 4 else { throw Failure(expected: "four hex digits", offset: i) }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch bytes[i] {
      case 0x30...0x39: digit = bytes[i] - 0x30
      case 0x41...0x46: digit = bytes[i] - 0x41 + 10
      case 0x61...0x66: digit = bytes[i] - 0x61 + 10
      default: throw Failure(expected: "a hex digit", offset: i)
      }
      value = value << 4 | UInt32(digit)
      i += 1
    }
    return value
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    guard i < end, bytes[i] == byte else { return false }
    i += 1
    return true
  }

  private mutating func skipSpace() {
    while i < end, bytes[i] == 0x20 || (0x09...0x0D).contains(bytes[i]) { i += 1 }
  }
}

extension UTF8 {
  /// Appends the scalar, or U+FFFD where the value is none.
  static func append(_ value: UInt32, to out: inout [UInt8]) {
    out.append(contentsOf: UTF8.encode(UnicodeScalar(value) ?? "\u{FFFD}")!)
  }
}
