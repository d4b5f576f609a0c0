extension JSONValue.Member {
  public init(_ key: String, _ value: JSONValue) {
    self.init(key: key, value: value, offset: 0)
  }
}

extension JSONValue {
  /// An object with members in the order given.
  public static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  public static func strings(_ values: some Sequence<String>) -> JSONValue {
    .array(values.map { .string($0) })
  }

  /// The value as JSON without white space; numbers as they are spelled.
  public var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }
}

extension JSONWriter {
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let bool): raw(Array((bool ? "true" : "false").utf8))
    case .number(let text): raw(Array(text.utf8))
    case .string(let text): string(text)
    case .array(let values): array(values) { $0.value($1) }
    case .object(let members):
      object { writer in
        for member in members {
          writer.key(named: member.key)
          writer.value(member.value)
        }
      }
    }
  }
}
