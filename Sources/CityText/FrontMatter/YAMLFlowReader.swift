/// Reads flow lists and mappings: `[a, "b, c"]`, `{k: v}`.
struct YAMLFlowReader {
  private let text: [UInt8]
  private var at = 0
  /// Whether reading stopped for want of text rather than for an error.
  private(set) var ranOut = false

  private let keepsQuotes: Bool

  init(_ text: [UInt8], keepsQuotes: Bool = false) {
    self.text = text
    self.keepsQuotes = keepsQuotes
  }

  var isAtEnd: Bool {
    let left = text[at...].drop { $0 == 0x20 || $0 == 0x09 }
    return left.isEmpty || left.first == UInt8(ascii: "#")
  }

  mutating func value(depth: Int) -> YAMLValue? {
    skipSpaces()
    guard at < text.count, depth < YAMLReader.depthLimit else {
      ranOut = at >= text.count
      return nil
    }
    switch text[at] {
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "{"): return mapping(depth: depth)
    case 0x22, 0x27:
      guard let (value, end) = YAMLScalar.quoted(Array(text[at...])) else {
        ranOut = true
        return nil
      }
      at += end
      let text = String(decoding: value, as: UTF8.self)
      return keepsQuotes ? .quoted(text) : .scalar(text)
    default: return .scalar(String(decoding: plain(), as: UTF8.self))
    }
  }

  private mutating func list(depth: Int) -> YAMLValue? {
    at += 1
    var values: [YAMLValue] = []
    while true {
      skipSpaces()
      guard at < text.count else {
        ranOut = true
        return nil
      }
      if text[at] == UInt8(ascii: "]") {
        at += 1
        return .list(values)
      }
      guard let value = value(depth: depth + 1), separator(before: UInt8(ascii: "]")) else {
        return nil
      }
      values.append(value)
    }
  }

  private mutating func mapping(depth: Int) -> YAMLValue? {
    at += 1
    var entries: [(key: String, value: YAMLValue)] = []
    while true {
      skipSpaces()
      guard at < text.count else {
        ranOut = true
        return nil
      }
      if text[at] == UInt8(ascii: "}") {
        at += 1
        return .map(entries)
      }
      guard let key = value(depth: depth + 1)?.text else { return nil }
      skipSpaces()
      guard at < text.count else {
        ranOut = true
        return nil
      }
      guard text[at] == 0x3A, !entries.contains(where: { $0.key == key }) else { return nil }
      at += 1
      guard let value = value(depth: depth + 1), separator(before: UInt8(ascii: "}")) else {
        return nil
      }
      entries.append((key, value))
    }
  }

  /// Moves past a comma; true also where the closing bracket follows.
  private mutating func separator(before close: UInt8) -> Bool {
    skipSpaces()
    guard at < text.count else {
      ranOut = true
      return false
    }
    if text[at] == UInt8(ascii: ",") {
      at += 1
      return true
    }
    return text[at] == close
  }

  /// A plain scalar: to the next comma, bracket or `: `.
  private mutating func plain() -> [UInt8] {
    let start = at
    while at < text.count, !",[]{}".utf8.contains(text[at]) {
      if text[at] == 0x3A, at + 1 == text.count || text[at + 1] == 0x20 { break }
      at += 1
    }
    var end = at
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return Array(text[start..<end])
  }

  private mutating func skipSpaces() {
    while at < text.count, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
  }
}
