/// A value of the YAML subset: scalars stay text, as Agent Skills wants them.
public indirect enum YAMLValue: Sendable, Equatable {
  case scalar(String)
  /// A quoted or block scalar, where the reader was asked to tell them from plain ones: `"5"` is a text, `5` a number.
  case quoted(String)
  case list([YAMLValue])
  /// In file order; keys are unique.
  case map([(key: String, value: YAMLValue)])

  public static func == (a: YAMLValue, b: YAMLValue) -> Bool {
    switch (a, b) {
    case (.scalar(let x), .scalar(let y)): x == y
    case (.quoted(let x), .quoted(let y)): x == y
    case (.list(let x), .list(let y)): x == y
    case (.map(let x), .map(let y)):
      x.count == y.count && zip(x, y).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }

  /// The value of a key of a map.
  public subscript(key: String) -> YAMLValue? {
    guard case .map(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The text of a scalar.
  public var text: String? {
    switch self {
    case .scalar(let text), .quoted(let text): text
    case .list, .map: nil
    }
  }

  /// The texts of a list of scalars, or of one scalar; an empty scalar has none.
  public var texts: [String] {
    switch self {
    case .scalar(let text), .quoted(let text): text.isEmpty ? [] : [text]
    case .list(let values): values.compactMap(\.text)
    case .map: []
    }
  }
}
