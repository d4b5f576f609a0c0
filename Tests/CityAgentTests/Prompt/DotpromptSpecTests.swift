import CityJSON
import CityText
import Foundation
import Testing

@testable import CityAgent

/// The public conformance cases of Dotprompt, read from a copy of their repository's folder `spec`.
///
/// `DOTPROMPT_SPEC=/path/to/dotprompt/spec swift test --filter DotpromptSpec`; skipped without.
@Suite struct DotpromptSpecTests {
  static let folder = ProcessInfo.processInfo.environment["DOTPROMPT_SPEC"]

  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var suite: JSONValue
    var test: JSONValue
    var testDescription: String {
      "\(file): \(suite["name"]?.string ?? "") – \(test["desc"]?.string ?? "")"
    }
  }

  static func cases() throws -> [Case] {
    guard let folder else { return [] }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    return try files.flatMap { file -> [Case] in
      let bytes = try #require(FileManager.default.contents(atPath: "\(folder)/\(file)"))
      let suites = PromptValue.read(try FrontMatter.yaml([UInt8](bytes), keepsQuotes: true))
      return try #require(suites.array).flatMap { suite in
        (suite["tests"]?.array ?? []).map { Case(file: file, suite: suite, test: $0) }
      }
    }
  }

  @Test(.enabled(if: folder != nil, "DOTPROMPT_SPEC is not set"))
  func thereAreCases() throws {
    #expect(try Self.cases().count > 100)
  }

  @Test(.enabled(if: folder != nil, "DOTPROMPT_SPEC is not set"), arguments: try Self.cases())
  func thePublicCasesPass(_ item: Case) throws {
    let (suite, test) = (item.suite, item.test)
    let source = try #require(suite["template"]?.string)
    var file = try PromptFile(
      Array(source.utf8), name: "case", schemas: Self.table(suite["schemas"]))
    if let defaults = test["options"]?["input"]?["default"] { file.defaults = defaults }
    let data = test["data"] ?? .object([])
    func part(_ key: String) -> JSONValue? { data[key] ?? suite["data"]?[key] }
    let templates = try [suite["partials"], suite["resolverPartials"]].flatMap { texts in
      try (texts?.members ?? []).map { ($0.key, try PromptTemplate(Array($0.value.string!.utf8))) }
    }
    let messages = try file.messages(
      part("input") ?? .object([]), history: (part("messages")?.array ?? []).map(Self.message),
      context: part("context") ?? .object([]),
      partials: Dictionary(templates, uniquingKeysWith: { $1 }))
    let expected = try #require(test["expect"])
    Self.expectSame(.array(messages.map(Self.value)), expected["messages"], "messages")
    Self.expectSame(file.configuration, expected["config"] ?? .object([]), "config")
    Self.expectSame(file.extensions, expected["ext"] ?? .object([]), "ext")
    Self.expectSame(file.metadata, expected["metadata"] ?? .object([]), "metadata")
    Self.expectSame(file.model.map { .string($0) }, expected["model"], "model")
    Self.expectSame(file.inputSchema, expected["input"]?["schema"], "input.schema")
    Self.expectSame(file.outputSchema, expected["output"]?["schema"], "output.schema")
    if let raw = expected["raw"] { Self.expectSame(file.raw, raw, "raw") }
  }

  static func table(_ value: JSONValue?) -> [String: JSONValue] {
    Dictionary((value?.members ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }

  static func message(_ value: JSONValue) -> PromptMessage {
    PromptMessage(
      TemplateHelper.roles[value["role"]?.string ?? ""] ?? .user,
      parts: (value["content"]?.array ?? []).map { .text($0["text"]?.string ?? "") })
  }

  /// A message in the form that the cases have.
  static func value(_ message: PromptMessage) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("role", .string(message.role == .assistant ? "model" : message.role.rawValue)),
      .init(
        "content",
        .array(
          message.parts.map { part in
            switch part {
            case .text(let text): return .members(["text": .string(text)])
            case .section(let name):
              return .members([
                "metadata": .members(["pending": .bool(true), "purpose": .string(name)])
              ])
            case .media(let url, let type):
              var media: [JSONValue.Member] = [.init("url", .string(url))]
              if let type { media.append(.init("contentType", .string(type))) }
              return .members(["media": .object(media)])
            }
          })),
    ]
    if message.isHistory {
      members.append(.init("metadata", .members(["purpose": .string("history")])))
    }
    return .object(members)
  }

  static func expectSame(_ found: JSONValue?, _ expected: JSONValue?, _ what: Comment) {
    #expect(found.map(sorted) == expected.map(sorted), what)
  }

  /// JSON with sorted keys.
  static func sorted(_ value: JSONValue) -> String {
    switch value {
    case .object(let members):
      "{" + members.map { "\($0.key):\(sorted($0.value))" }.sorted().joined(separator: ",") + "}"
    case .array(let values): "[" + values.map(sorted).joined(separator: ",") + "]"
    default: String(decoding: value.bytes, as: UTF8.self)
    }
  }
}
