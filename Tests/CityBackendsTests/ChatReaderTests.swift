import CityNet
import LoopbackServer
import Testing

@testable import CityAgent
@testable import CityBackends

@Suite struct ChatReaderTests {
  /// A chunk of a stream.
  static func chunk(_ choice: String, _ more: String = "") -> String {
    #"data: {"id":"1","object":"chat.completion.chunk","choices":[\#(choice)]\#(more)}"# + "\n\n"
  }

  static func text(_ text: String) -> String {
    chunk(#"{"index":0,"delta":{"content":"\#(text)"},"finish_reason":null}"#)
  }

  static func call(_ call: String) -> String {
    chunk(#"{"index":0,"delta":{"tool_calls":[\#(call)]},"finish_reason":null}"#)
  }

  static func stop(_ reason: String) -> String {
    chunk(#"{"index":0,"delta":{},"finish_reason":"\#(reason)"}"#)
  }

  static let done = "data: [DONE]\n\n"
  static let usage = chunk(
    "", #","usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}"#)

  static let streams: [(String, [String])] = [
    (
      text("你") + text("好") + stop("stop") + usage + done, ["你", "好", "3+2", ".stop"]
    ),
    // Comments, CRLF, no space, a byte order mark, reasoning, an empty role chunk.
    (
      "\u{FEFF}: keep-alive\r\n\r\n"
        + #"data:{"choices":[{"index":0,"delta":{"role":"assistant","content":""}}],"usage":null}"#
        + "\r\n\r\n"
        + #"data:{"choices":[{"index":0,"delta":{"content":null,"reasoning_content":"想"}}]}"#
        + "\r\n\r\n" + text("好") + stop("stop") + done, ["好", ".stop"]
    ),
    // No [DONE].
    (text("a") + stop("length"), ["a", ".length"]),
    // No reason, but [DONE].
    (text("a") + done, ["a", ".stop"]),
    (text("a") + stop("content_filter") + done, ["a", ".refused"]),
    (text("a") + stop("eos_token") + done, ["a", ".other(\"eos_token\")"]),
    (
      chunk(#"{"index":0,"delta":{"refusal":"no"}}"#) + stop("stop") + done, [".refused"]
    ),
    // A second choice is passed over, also where it comes first.
    (
      chunk(#"{"index":1,"delta":{"content":"x"}},{"index":0,"delta":{"content":"a"}}"#)
        + stop("stop") + done, ["a", ".stop"]
    ),
    // After the end nothing counts.
    (text("a") + stop("stop") + text("b") + done + text("c"), ["a", ".stop"]),
    // A call in pieces, its identifier repeated or empty.
    (
      call(#"{"index":0,"id":"c1","type":"function","function":{"name":"f","arguments":""}}"#)
        + call(#"{"index":0,"id":"","function":{"arguments":"{\"a\":"}}"#)
        + call(#"{"index":0,"id":"c1","function":{"arguments":"1}"}}"#) + stop("tool_calls") + done,
      [#"c1 f{"a":1}"#, ".toolCalls"]
    ),
    // Two calls that alternate by index.
    (
      call(
        #"{"index":0,"id":"x","function":{"name":"f"}},{"index":1,"id":"y","function":{"name":"g"}}"#
      )
        + call(#"{"index":1,"function":{"arguments":"{\"b\":2}"}}"#)
        + call(#"{"index":0,"function":{"arguments":"{\"a\":1}"}}"#) + stop("tool_calls") + done,
      [#"x f{"a":1}"#, #"y g{"b":2}"#, ".toolCalls"]
    ),
    // No index: a new identifier begins a call.
    (
      call(#"{"id":"x","function":{"name":"f","arguments":"{}"}}"#)
        + call(#"{"id":"y","function":{"name":"g","arguments":"{\"b\""}}"#)
        + call(#"{"function":{"arguments":":2}"}}"#) + stop("stop") + done,
      [#"x f{}"#, #"y g{"b":2}"#, ".toolCalls"]
    ),
    // Whole in one piece, empty arguments, no identifier; arguments that are an object.
    (
      call(#"{"index":0,"function":{"name":"f","arguments":""}}"#)
        + call(#"{"index":1,"function":{"name":"g","arguments":{"b":2}}}"#) + stop("tool_calls")
        + done, [#"call_1 f{}"#, #"call_2 g{"b":2}"#, ".toolCalls"]
    ),
    // A call that the limit cut off is none.
    (
      call(#"{"index":0,"id":"x","function":{"name":"f","arguments":"{}"}}"#) + stop("length")
        + done, [".length"]
    ),
  ]

  func read(_ pieces: [[UInt8]]) throws -> [String] {
    var parser = ServerEventParser()
    var reader = ChatReader(
      endpoint: try BackendSample.endpoint("http://h/v1"), names: ToolNames([]))
    var events: [ModelEvent] = []
    for piece in pieces {
      for event in try parser.events(in: piece) { events += try reader.take(event) }
    }
    events += try reader.end()
    return events.map(BackendSample.shown)
  }

  @Test(arguments: streams) func streamsOfAllDialectsAreRead(
    stream: String, expected: [String]
  ) throws {
    let bytes = Array(stream.utf8)
    #expect(try read([bytes]) == expected)
    for cut in stride(from: 1, to: bytes.count, by: 7) {
      #expect(try read([Array(bytes[..<cut]), Array(bytes[cut...])]) == expected)
    }
    #expect(try read(bytes.map { [$0] }) == expected)
  }

  @Test(arguments: streams) func theSameComesOverTheWire(
    stream: String, expected: [String]
  ) async throws {
    let server = try BackendSample.streaming(stream)
    let backend = BackendSample.chat(try BackendSample.endpoint(server.url + "/v1"))
    #expect(try await BackendSample.shown(backend, BackendSample.hello) == expected)
    #expect(server.requests.map(\.line) == ["POST /v1/chat/completions HTTP/1.1"])
  }

  @Test func aCutAnywhereIsNeverTakenForAWholeAnswer() throws {
    let stream = Array((Self.text("你") + Self.text("好") + Self.stop("stop") + Self.done).utf8)
    let whole = Self.text("你").utf8.count + Self.text("好").utf8.count + Self.stop("stop").utf8.count
    for cut in 0..<stream.count {
      let piece = Array(stream[..<cut])
      if cut < whole {
        #expect { try read([piece]) } throws: { ($0 as? BackendError)?.code == .truncated }
      } else {
        #expect(try read([piece]) == ["你", "好", ".stop"])
      }
    }
  }

  /// Whole answers and what comes of them.
  @Test(arguments: [
    (
      #"{"choices":[{"index":0,"message":{"role":"assistant","content":"好","reasoning_content":"x"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2}}"#,
      ["好", "3+2", ".stop"]
    ),
    (
      ": keep-alive\n\n\n"
        + #"{"choices":[{"message":{"content":"好"},"finish_reason":null}]}"#, ["好", ".stop"]
    ),
    (
      #"{"choices":[{"index":0,"message":{"content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\":1}"}},{"id":"b","function":{"name":"g","arguments":""}}]},"finish_reason":"tool_calls"}],"error":null}"#,
      [#"a f{"x":1}"#, "b g{}", ".toolCalls"]
    ),
  ]) func wholeAnswersAreRead(body: String, expected: [String]) async throws {
    let server = try LoopbackServer.answering { _, connection in connection.reply(body: body) }
    let backend = BackendSample.chat(try BackendSample.endpoint(server.url))
    var request = BackendSample.hello
    // A server that does not stream although it was asked to, and one that was not.
    #expect(try await BackendSample.shown(backend, request) == expected)
    request.isStreamed = false
    #expect(try await BackendSample.shown(backend, request) == expected)
  }
}
