/// JSON by hand: read into a ``JSONValue`` by ``JSONScanner``, written by ``JSONWriter`` in the order given.
///
/// A JSON value as it stands in a text; numbers keep their spelling.
public indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key and its value, in file order.
  public struct Member: Sendable {
    public var key: String
    public var value: JSONValue
    /// Where the key stands, in bytes: for messages.
    public var offset: Int
  }

  /// The value of an object's key; the last one where a key stands twice.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The text of a string, or a number as it is spelled.
  public var label: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  public var double: Double? {
    if case .number(let text) = self { return Double(text) }
    return nil
  }

  public var array: [JSONValue]? {
    if case .array(let values) = self { return values }
    return nil
  }

  public var members: [Member]? {
    if case .object(let members) = self { return members }
    return nil
  }

  public var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}

/// Why a text is not JSON, and where.
public struct JSONFailure: Error, Sendable {
  public var offset: Int
  public var message: String

  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }

  /// The line of the text it stands in, from 1.
  public func line(in text: [UInt8]) -> Int {
    text.prefix(offset).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}
