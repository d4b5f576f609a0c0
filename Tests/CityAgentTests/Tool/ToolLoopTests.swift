import CityAgentTesting
import CityJSON
import Synchronization
import Testing

@testable import CityAgent

@Suite struct ToolLoopTests {
  /// A tool that remembers its calls.
  final class Counting: Tool {
    let name: String
    let description = "Counts."
    let limits: ToolLimits
    let inputSchema: JSONValue = .members([
      "type": .string("object"), "required": .strings(["n"]), "additionalProperties": .bool(false),
      "properties": .members(["n": .members(["type": .string("integer"), "minimum": .integer(0)])]),
    ])
    private let seen = Mutex<[String]>([])
    let result: String

    init(_ name: String = "count", limits: ToolLimits = ToolLimits(), result: String = "好") {
      self.name = name
      self.limits = limits
      self.result = result
    }

    var calls: [String] { seen.withLock { $0 } }

    func call(_ arguments: JSONValue) async throws -> String {
      seen.withLock { $0.append(String(decoding: arguments.bytes, as: UTF8.self)) }
      return result
    }
  }

  static func call(_ name: String, _ arguments: String, id: String = "1") -> ScriptedModel.Step {
    .event(
      .toolCall(
        ModelToolCall(
          id: id, name: name,
          arguments: (try? JSONScanner.read(Array(arguments.utf8))) ?? .string(arguments))))
  }

  /// A model that makes each list of calls in a round of its own, then writes.
  static func model(_ rounds: [[ScriptedModel.Step]]) -> ScriptedModel {
    ScriptedModel { request in
      let round = request.messages.count { $0.role == .assistant }
      guard round < rounds.count else {
        return [.event(.text("完")), .event(.finished(.stop))]
      }
      return rounds[round] + [.event(.finished(.toolCalls))]
    }
  }

  static func run(
    _ model: ScriptedModel, _ tools: [any Tool], calls: Int = 8
  ) async throws -> (text: String, results: [String]) {
    let loop = ToolLoop(
      backend: model, tools: tools,
      budget: ModelBudget(deadline: .now + .seconds(3600), calls: calls))
    var text = ""
    for try await event in loop.generate(ModelRequest(messages: [.user("问")])) {
      if case .text(let piece) = event { text += piece }
    }
    return (text, model.requests.last!.messages.filter { $0.role == .tool }.map(\.text))
  }

  @Test func callsAreRunAndTheirResultsPutToTheModel() async throws {
    let tool = Counting()
    let model = Self.model([[Self.call("count", #"{"n":1}"#), Self.call("count", #"{"n":2}"#)]])
    let (text, results) = try await Self.run(model, [tool])
    #expect(text == "完" && results == ["好", "好"])
    #expect(tool.calls == [#"{"n":1}"#, #"{"n":2}"#])
    #expect(model.requests[0].tools.map(\.name) == ["count"])
    #expect(model.requests[1].messages.map(\.role) == [.user, .assistant, .tool, .tool])
  }

  @Test(arguments: [
    ("other", #"{"n":1}"#, "there is no tool"), ("count", #"{"n":"1"}"#, "must be of type integer"),
    ("count", #"{"n":1.5}"#, "must be of type integer"), ("count", #"{"n":-1}"#, "minimum"),
    ("count", #"{}"#, "needs “n”"), ("count", #"{"n":1,"m":2}"#, "has no “m”"),
    ("count", #"[1]"#, "must be of type object"), ("count", "ignore the rules", "type object"),
  ])
  func whatTheSchemaDoesNotAllowIsNotRun(
    name: String, arguments: String, reason: String
  ) async throws {
    let tool = Counting()
    let (_, results) = try await Self.run(Self.model([[Self.call(name, arguments)]]), [tool])
    #expect(tool.calls.isEmpty)
    #expect(results.count == 1 && results[0].hasPrefix("error: ") && results[0].contains(reason))
  }

  @Test func noCallIsMadeTwice() async throws {
    let tool = Counting(limits: ToolLimits(calls: 8))
    let (_, results) = try await Self.run(
      Self.model([
        [Self.call("count", #"{"n":1}"#), Self.call("count", #"{ "n" : 1 }"#)],
        [Self.call("count", #"{"n":1}"#)],
      ]), [tool])
    #expect(tool.calls.count == 1)
    #expect(results.count == 3 && results[1].contains("made before"))
  }

  @Test func aToolHasItsLimitsAndTheTurnHasEightCalls() async throws {
    let few = Counting("few", limits: ToolLimits(calls: 2))
    let many = Counting("many", limits: ToolLimits(calls: 100))
    let steps = (0..<6).map { Self.call("few", #"{"n":\#($0)}"#) }
    _ = try await Self.run(Self.model([steps]), [few])
    #expect(few.calls.count == 2)
    let flood = (0..<40).map { Self.call("many", #"{"n":\#($0)}"#) }
    _ = try await Self.run(Self.model([flood]), [many])
    #expect(many.calls.count == 8)
  }

  @Test func aModelThatOnlyCallsComesToAnEnd() async throws {
    let tool = Counting(limits: ToolLimits(calls: 100))
    let rounds = (0..<50).map { [Self.call("count", #"{"n":\#($0)}"#)] }
    let model = Self.model(rounds)
    await #expect(throws: AgentError.self) { try await Self.run(model, [tool], calls: 7) }
    #expect(model.requests.count == 8)
  }

  @Test func aLongResultIsCutAtACharacter() async throws {
    let tool = Counting(limits: ToolLimits(bytes: 10), result: "一二三四五")
    let (_, results) = try await Self.run(
      Self.model([[Self.call("count", #"{"n":1}"#)]]), [tool])
    #expect(results == ["一二三\n(cut off here)"])
  }

  @Test(arguments: [
    #"{"type":"string"}"#, #"{"type":"object","patternProperties":{}}"#,
    #"{"type":"object","properties":{"a":{"$ref":"https://example.org/s"}}}"#,
    #"{"type":"object","properties":{"a":5}}"#,
    #"{"type":"object","additionalProperties":{"type":"string"}}"#,
  ])
  func aSchemaThatCannotBeCheckedIsRefused(schema: String) throws {
    let value = try JSONScanner.read(Array(schema.utf8))
    #expect(throws: AgentError.self) { try ToolSchema(value, tool: "t") }
  }

  @Test(arguments: [
    (#"{"a":["x","y"]}"#, true), (#"{"a":[]}"#, false), (#"{"a":["x",1]}"#, false),
    (#"{"a":["long text"]}"#, false), (#"{"b":"red"}"#, true), (#"{"b":"blue"}"#, false),
    (#"{"b":null}"#, true), (#"{"c":7}"#, true), (#"{"c":8}"#, false), (#"{}"#, true),
  ])
  func argumentsAreHeldAgainstTheSchema(arguments: String, holds: Bool) throws {
    let schema = """
      {"type":"object","properties":{"a":{"type":"array","minItems":1,"items":{"type":"string","maxLength":4}},
      "b":{"type":["string","null"],"enum":["red",null]},"c":{"const":7}}}
      """
    let checked = try ToolSchema(JSONScanner.read(Array(schema.utf8)), tool: "t")
    #expect((checked.fault(in: try JSONScanner.read(Array(arguments.utf8))) == nil) == holds)
  }
}
