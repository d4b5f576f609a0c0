import CityJSON
import LoopbackServer
import Testing

@testable import CityAgent
@testable import CityBackends

@Suite struct ChatBodyTests {
  func body(_ request: ModelRequest, _ profile: BackendProfile) throws -> String {
    let endpoint = try BackendSample.endpoint("http://h/v1", profile: profile)
    return String(decoding: ChatBody(request, for: endpoint).value.bytes, as: UTF8.self)
  }

  @Test func aPlainRequestIsTheIntersectionOfAllServers() throws {
    var request = ModelRequest(messages: [.system("规则"), .user("你\"好\"")])
    request.maximumTokens = 100
    request.seed = 7
    request.stops = ["\n\n"]
    request.topP = 0.5
    #expect(
      try body(request, .plain)
        == #"{"model":"m","messages":[{"role":"system","content":"规则"},{"role":"user","content":"你\"好\""}],"stream":true,"temperature":0,"top_p":0.5,"max_tokens":100,"stop":["\n\n"]}"#
    )
    #expect(
      try body(request, .openAI)
        == #"{"model":"m","messages":[{"role":"system","content":"规则"},{"role":"user","content":"你\"好\""}],"stream":true,"stream_options":{"include_usage":true},"temperature":0,"top_p":0.5,"max_completion_tokens":100,"seed":7,"stop":["\n\n"]}"#
    )
  }

  /// What each profile makes of a request with tools, a choice and a schema.
  @Test(arguments: [
    (
      BackendProfile.openAI, true, true,
      #""response_format":{"type":"json_schema","json_schema":{"name":"s","strict":true,"schema":{"type":"object"}}}"#
    ),
    (
      .vLLM, false, true,
      #""response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"type":"object"}}}"#
    ),
    (
      .ollama, true, false,
      #""response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"type":"object"}}}"#
    ),
    (
      .llamaCpp, true, true,
      #""response_format":{"type":"json_object","schema":{"type":"object"}}"#
    ),
    (.deepSeek, true, true, #""response_format":{"type":"json_object"}"#),
    (.dashScope, true, true, #""response_format":{"type":"json_object"}"#),
    (.plain, true, false, #""response_format":{"type":"json_object"}"#),
  ])
  func profilesDiffer(
    profile: BackendProfile, isStreamed: Bool, hasChoice: Bool, format: String
  ) throws {
    var request = BackendSample.hello
    request.tools = [
      ModelTool(
        name: "guide.find", description: "d", parameters: .members(["type": .string("object")]))
    ]
    request.toolChoice = .named("guide.find")
    request.schema = ModelSchema(name: "s", schema: .members(["type": .string("object")]))
    let body = try body(request, profile)
    #expect(body.contains(#""stream":\#(isStreamed)"#))
    #expect(
      body.contains(#""tool_choice":{"type":"function","function":{"name":"guide_find"}}"#)
        == hasChoice)
    #expect(
      body.contains(
        #""tools":[{"type":"function","function":{"name":"guide_find","description":"d","parameters":{"type":"object"}}}]"#
      ))
    #expect(body.contains(format))
  }

  @Test func extraKeysReplaceOurs() throws {
    var profile = BackendProfile.plain
    profile.extra = [.init("enable_thinking", .bool(false)), .init("temperature", .number("0.7"))]
    let body = try body(BackendSample.hello, profile)
    #expect(body.hasSuffix(#""stream":true,"enable_thinking":false,"temperature":0.7}"#))
  }

  @Test func callsAndTheirResultsGoBackAsTheyCame() throws {
    let call = ModelToolCall(id: "c1", name: "a.b", arguments: .members(["x": .string("值")]))
    var calling = ModelMessage.assistant("")
    calling.toolCalls = [call]
    let request = ModelRequest(messages: [.user("q"), calling, .tool("{}", for: call)])
    #expect(
      try body(request, .openAI).contains(
        #"{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"a_b","arguments":"{\"x\":\"值\"}"}}]},{"role":"tool","content":"{}","tool_call_id":"c1"}"#
      ))
  }

  @Test func namesOfToolsAreMadePlainAndStayApart() {
    let long = String(repeating: "长", count: 40)
    let tools = ["a.b", "a_b", "a/b", "查询", "", long, long + "2", "ok-1"]
    let names = ToolNames(tools)
    let wires = tools.map(names.wire)
    #expect(Set(wires).count == tools.count)
    #expect(
      wires.allSatisfy { name in
        (1...64).contains(name.utf8.count)
          && name.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
          }
      })
    #expect(wires.map(names.tool) == tools)
    #expect(names.tool("never sent") == "never sent")
  }

  @Test func keysGoIntoTheirHeaderAlone() async throws {
    let server = try BackendSample.streaming(ChatReaderTests.text("a") + ChatReaderTests.done)
    let backend = BackendSample.chat(try BackendSample.endpoint(server.url))
    _ = try await BackendSample.shown(backend, BackendSample.hello)
    let request = try #require(server.requests.first)
    #expect(request["authorization"] == "Bearer sk-secret")
    #expect(request["content-type"] == "application/json")
    #expect(!request.text.contains("secret"))
    let keyless = BackendSample.chat(try BackendSample.endpoint(server.url, key: nil))
    _ = try await BackendSample.shown(keyless, BackendSample.hello)
    #expect(server.requests.last?["authorization"] == nil)
  }

  @Test func placeholdersAreRestoredInTextAndArguments() async throws {
    let server = try LoopbackServer.answering { request, connection in
      connection.beginChunks()
      for piece in ["给[WO", "RD", "_1", "]打电话，[WORD_2]不，[1]也不[", "W"] {
        connection.chunk(ChatReaderTests.text(piece))
      }
      connection.chunk(
        ChatReaderTests.call(
          #"{"index":0,"id":"x","function":{"name":"f","arguments":"{\"to\":\"[WORD_1]\"}"}}"#))
      connection.chunk(ChatReaderTests.stop("tool_calls") + ChatReaderTests.done)
      connection.endChunks()
    }
    let secret = #"引"号"#
    let backend = BackendSample.chat(
      try BackendSample.endpoint(server.url), gate: OpenGate(secret: secret))
    let lines = try await BackendSample.shown(backend, ModelRequest(messages: [.user("x")]))
    #expect(
      lines.dropLast(2).joined() == #"给引"号打电话，[WORD_2]不，[1]也不[W"#)
    #expect(lines.suffix(2) == [#"x f{"to":"引\"号"}"#, ".toolCalls"])
  }
}
