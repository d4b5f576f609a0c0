import CityJSON

/// The arguments of a tool, held against its JSON Schema.
///
/// A subset of JSON Schema 2020-12: `type`, `enum`, `const`, `properties`, `required`, `additionalProperties` (true or
/// false), `items`, and the bounds of numbers, texts and arrays. A schema with any other keyword is refused: nothing that
/// was not checked passes as checked.
struct ToolSchema: Sendable {
  private static let keywords: Set<String> = [
    "type", "enum", "const", "properties", "required", "additionalProperties", "items", "minimum",
    "maximum", "minLength", "maxLength", "minItems", "maxItems",
  ]
  private static let remarks: Set<String> = [
    "title", "description", "default", "examples", "$schema",
  ]
  /// Deepest schema and arguments taken.
  private static let deepest = 16

  private let schema: JSONValue

  /// - Throws: ``AgentError`` `.badTool` for a schema that is no object's or has a keyword that is not checked.
  init(_ schema: JSONValue, tool: String) throws(AgentError) {
    guard schema["type"]?.string == "object" else {
      throw AgentError(.badTool, "the input schema of \(tool) must have the type object")
    }
    if let fault = Self.fault(in: schema, depth: 0) {
      throw AgentError(.badTool, "the input schema of \(tool) \(fault)")
    }
    self.schema = schema
  }

  private static func fault(in schema: JSONValue, depth: Int) -> String? {
    guard let members = schema.members else { return "holds something that is no schema" }
    guard depth < deepest else { return "is nested too deeply" }
    for member in members where !remarks.contains(member.key) {
      guard keywords.contains(member.key) else {
        return "has “\(member.key)”, which is not checked"
      }
      switch member.key {
      case "items":
        if let fault = fault(in: member.value, depth: depth + 1) { return fault }
      case "properties":
        for property in member.value.members ?? [] {
          if let fault = fault(in: property.value, depth: depth + 1) { return fault }
        }
      case "additionalProperties":
        guard case .bool = member.value else {
          return "has additionalProperties other than true or false"
        }
      default: break
      }
    }
    return nil
  }

  /// What is wrong with arguments, with the path to it; nil where nothing is.
  func fault(in arguments: JSONValue) -> String? {
    Self.fault(in: arguments, schema, path: "arguments", depth: 0)
  }

  private static func fault(
    in value: JSONValue, _ schema: JSONValue, path: String, depth: Int
  ) -> String? {
    guard depth < deepest else { return "\(path) is nested too deeply" }
    if let type = schema["type"], !types(type).contains(where: { isOf($0, value) }) {
      return "\(path) must be of type \(types(type).joined(separator: " or "))"
    }
    if let choices = schema["enum"]?.array, !choices.contains(where: { $0.bytes == value.bytes }) {
      return
        "\(path) must be one of \(String(decoding: JSONValue.array(choices).bytes, as: UTF8.self))"
    }
    if let only = schema["const"], only.bytes != value.bytes {
      return "\(path) must be \(String(decoding: only.bytes, as: UTF8.self))"
    }
    if let fault = bounds(of: value, schema, path) { return fault }
    if let items = schema["items"], let values = value.array {
      for (at, item) in values.enumerated() {
        if let fault = fault(in: item, items, path: "\(path)[\(at)]", depth: depth + 1) {
          return fault
        }
      }
    }
    return members(of: value, schema, path: path, depth: depth)
  }

  private static func members(
    of value: JSONValue, _ schema: JSONValue, path: String, depth: Int
  ) -> String? {
    guard let members = value.members else { return nil }
    for name in schema["required"]?.array?.compactMap(\.string) ?? []
    where !members.contains(where: { $0.key == name }) {
      return "\(path) needs “\(name)”"
    }
    for member in members {
      if let property = schema["properties"]?[member.key] {
        if let fault = fault(
          in: member.value, property, path: "\(path).\(member.key)", depth: depth + 1)
        {
          return fault
        }
      } else if case .bool(false)? = schema["additionalProperties"] {
        return "\(path) has no “\(member.key)”"
      }
    }
    return nil
  }

  private static func bounds(
    of value: JSONValue, _ schema: JSONValue, _ path: String
  ) -> String? {
    func bound(_ key: String) -> Double? { schema[key]?.double }
    var size: (measure: Double, least: String, most: String)?
    switch value {
    case .number: size = value.double.map { ($0, "minimum", "maximum") }
    case .string(let text): size = (Double(text.unicodeScalars.count), "minLength", "maxLength")
    case .array(let values): size = (Double(values.count), "minItems", "maxItems")
    case .object, .bool, .null: break
    }
    guard let size else { return nil }
    if let least = bound(size.least), size.measure < least {
      return "\(path) is below its \(size.least)"
    }
    if let most = bound(size.most), size.measure > most {
      return "\(path) is above its \(size.most)"
    }
    return nil
  }

  private static func types(_ value: JSONValue) -> [String] {
    value.string.map { [$0] } ?? value.array?.compactMap(\.string) ?? []
  }

  private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("number", .number),
      ("boolean", .bool), ("null", .null):
      true
    case ("integer", .number): value.double.map { $0 == $0.rounded() } ?? false
    default: false
    }
  }
}
