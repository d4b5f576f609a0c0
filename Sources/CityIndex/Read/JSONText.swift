/// A JSON value of which only the texts are wanted (RFC 8259).
enum JSONText {
  case string([UInt8])
  /// A number, `true` or `false` as written.
  case literal([UInt8])
  case null
  case list([JSONText])
  case object([(key: [UInt8], value: JSONText)])

  /// The value of a key of an object, the first if it is there twice.
  subscript(key: StaticString) -> JSONText? {
    guard case .object(let members) = self else { return nil }
    return members.first {
      $0.key.count == key.utf8CodeUnitCount && $0.key.elementsEqual(key.bytes)
    }?
    .value
  }

  /// The text of a string or number.
  var text: [UInt8]? {
    switch self {
    case .string(let bytes), .literal(let bytes): bytes
    case .null, .list, .object: nil
    }
  }

  /// The texts of a list, or of one value.
  var texts: [[UInt8]] {
    if case .list(let values) = self { return values.compactMap(\.text) }
    return text.map { [$0] } ?? []
  }
}

extension StaticString {
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
