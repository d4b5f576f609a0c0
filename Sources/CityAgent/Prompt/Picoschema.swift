import CityJSON

/// Picoschema, the short form of JSON Schema in front matter.
///
/// `name?: string, what it is`, `tags(array, some tags): string`, `color(enum): [RED, BLUE]`, `(*): any`. A text names a type or a
/// schema of its own; an object that is JSON Schema already stays as it is.
struct Picoschema {
  private static let types = ["string", "boolean", "null", "number", "integer", "any"]
  private static let jsonTypes = types.dropLast() + ["object", "array"]

  /// Schemas that can be named.
  let named: [String: JSONValue]

  /// - Throws: a sentence that says what is wrong.
  func schema(_ value: JSONValue, depth: Int = 0) throws(PicoschemaFailure) -> JSONValue {
    guard depth < 32 else { throw PicoschemaFailure(message: "a schema is nested too deeply") }
    if let text = value.string { return try type(text) }
    guard case .object(let members) = value else {
      throw PicoschemaFailure(message: "a schema is a type's name or a list of fields")
    }
    if let type = value["type"]?.string, Self.jsonTypes.contains(type) { return value }
    if case .object? = value["properties"] {
      return .object([.init("type", .string("object"))] + members)
    }
    return try fields(members, depth: depth)
  }

  /// `number, how many`: a type or named schema, and what it is of.
  private func type(_ text: String) throws(PicoschemaFailure) -> JSONValue {
    let (name, description) = Self.split(text)
    var members: [JSONValue.Member]
    if name == "any" {
      members = []
    } else if Self.types.contains(name) {
      members = [.init("type", .string(name))]
    } else if let known = named[name]?.members {
      members = known
    } else {
      throw PicoschemaFailure(
        message: "“\(name)” is no type; there are \(Self.types.joined(separator: ", "))")
    }
    if let description {
      members.removeAll { $0.key == "description" }
      members.append(.init("description", .string(description)))
    }
    return .object(members)
  }

  private func fields(
    _ members: [JSONValue.Member], depth: Int
  ) throws(PicoschemaFailure) -> JSONValue {
    var properties: [JSONValue.Member] = []
    var required: [String] = []
    var others: JSONValue = .bool(false)
    for member in members {
      let (head, kind) = Self.head(member.key)
      if head.isEmpty, kind?.name == "*" {
        others = try schema(member.value, depth: depth + 1)
        continue
      }
      let isOptional = head.hasSuffix("?")
      let name = isOptional ? String(head.dropLast()) : head
      if !isOptional { required.append(name) }
      let value = try field(member.value, kind, depth: depth)
      properties.append(.init(name, isOptional ? Self.optional(value) : value))
    }
    var schema: [JSONValue.Member] = [
      .init("type", .string("object")), .init("properties", .object(properties)),
    ]
    if !required.isEmpty { schema.append(.init("required", .strings(required))) }
    schema.append(.init("additionalProperties", others))
    return .object(schema)
  }

  private func field(
    _ value: JSONValue, _ kind: (name: String, description: String?)?, depth: Int
  ) throws(PicoschemaFailure) -> JSONValue {
    guard let kind else { return try schema(value, depth: depth + 1) }
    var members: [JSONValue.Member]
    switch kind.name {
    case "array":
      let items = try schema(value, depth: depth + 1)
      members = [.init("type", .string("array")), .init("items", items)]
    case "object": members = try schema(value, depth: depth + 1).members ?? []
    case "enum":
      guard case .array = value else {
        throw PicoschemaFailure(message: "an enum has a list of its values")
      }
      members = [.init("enum", value)]
    default:
      throw PicoschemaFailure(
        message: "“(\(kind.name))” is no form of a field; write (array), (object), (enum) or (*)")
    }
    if let description = kind.description {
      members.append(.init("description", .string(description)))
    }
    return .object(members)
  }

  /// A field that may be left out may also be null.
  private static func optional(_ schema: JSONValue) -> JSONValue {
    .object(
      (schema.members ?? []).map { member in
        switch (member.key, member.value) {
        case ("type", .string(let type)) where type != "null":
          .init("type", .strings([type, "null"]))
        case ("enum", .array(let values)) where !values.contains(where: \.isNull):
          .init("enum", .array(values + [.null]))
        default: member
        }
      })
  }

  /// `tags?(array, some tags)` as `tags?` and what stands in the parentheses.
  private static func head(_ key: String) -> (String, (name: String, description: String?)?) {
    guard key.hasSuffix(")"), let open = key.firstIndex(of: "(") else { return (key, nil) }
    return (String(key[..<open]), split(String(key[key.index(after: open)...].dropLast())))
  }

  /// A name, and after the first comma what is said of it.
  private static func split(_ text: String) -> (name: String, description: String?) {
    let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    func trimmed(_ part: Substring) -> String {
      var bytes = Array(part.utf8)[...]
      while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
      return String(decoding: bytes.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }
    return (trimmed(parts[0]), parts.count == 2 ? trimmed(parts[1]) : nil)
  }
}

/// What is wrong with a schema; the file and line are known to who reads it.
struct PicoschemaFailure: Error {
  var message: String
}
