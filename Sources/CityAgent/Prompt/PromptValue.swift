import CityJSON
import CityText

/// Values of front matter and templates, as JSON has them.
enum PromptValue {
  /// A YAML value with its types by the core schema of YAML 1.2: plain `5`, `true` and `null` are no texts.
  static func read(_ yaml: YAMLValue) -> JSONValue {
    switch yaml {
    case .quoted(let text): .string(text)
    case .scalar(let text): plain(text)
    case .list(let values): .array(values.map(read))
    case .map(let entries): .object(entries.map { JSONValue.Member($0.key, read($0.value)) })
    }
  }

  private static func plain(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: break
    }
    // What JSON takes for a number is one; `+5` and `0x1F` stay texts.
    if let value = try? JSONScanner.read(Array(text.utf8)), case .number = value { return value }
    return .string(text)
  }

  /// Whether a value counts as false in `#if`: false, null, "", 0 and an empty list.
  static func isFalse(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .bool(let bool): !bool
    case .number(let text): Double(text) == 0
    case .string(let text): text.isEmpty
    case .array(let values): values.isEmpty
    case .object: false
    }
  }

  /// Whether two values are the same, type and all: 5 is not "5", and lists and objects are never equal.
  static func areEqual(_ a: JSONValue, _ b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.number(let x), .number(let y)): x == y || Double(x) == Double(y)
    case (.string(let x), .string(let y)): x == y
    default: false
    }
  }

  /// What a value is where it is put into a text; lists and objects as JSON.
  static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let bool): bool ? "true" : "false"
    case .number(let text), .string(let text): text
    case .array, .object: String(decoding: value.bytes, as: UTF8.self)
    }
  }

  /// JSON with line breaks and `indent` spaces a level; on one line where that is 0.
  static func json(_ value: JSONValue, indent: Int) -> String {
    guard indent > 0 else { return String(decoding: value.bytes, as: UTF8.self) }
    func lines(_ value: JSONValue, _ margin: String) -> String {
      let inner = margin + String(repeating: " ", count: indent)
      switch value {
      case .array(let values) where !values.isEmpty:
        let rows = values.map { inner + lines($0, inner) }
        return "[\n" + rows.joined(separator: ",\n") + "\n\(margin)]"
      case .object(let members) where !members.isEmpty:
        let rows = members.map { member in
          let key = String(decoding: JSONValue.string(member.key).bytes, as: UTF8.self)
          return "\(inner)\(key): \(lines(member.value, inner))"
        }
        return "{\n" + rows.joined(separator: ",\n") + "\n\(margin)}"
      default: return String(decoding: value.bytes, as: UTF8.self)
      }
    }
    return lines(value, "")
  }
}
