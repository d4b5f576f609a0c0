import CityAgent
import CityJSON
import CityNet

/// Reads answers of `/chat/completions`, whole or in pieces, into events.
///
/// Reasoning (`reasoning_content`, `reasoning`) and unknown fields are passed over.
struct ChatReader {
  private let endpoint: BackendEndpoint
  private let names: ToolNames
  private var calls = ToolCallAssembly()
  private var finish: String?
  private var wasRefused = false
  private var hasChoice = false
  /// Whether the last event of the stream has come.
  private(set) var isDone = false

  init(endpoint: BackendEndpoint, names: ToolNames) {
    self.endpoint = endpoint
    self.names = names
  }

  /// Whether the model has stopped, so that a connection which breaks now loses nothing but the usage.
  var hasFinished: Bool { finish != nil }

  /// Takes one event of a stream.
  mutating func take(_ event: ServerEvent) throws(BackendError) -> [ModelEvent] {
    if isDone || event.data.allSatisfy({ $0 <= 0x20 }) { return [] }
    if event.data == Array("[DONE]".utf8) {
      isDone = true
      return []
    }
    let value = try json(event.data)
    if let complaint = ServerComplaint.message(in: value) {
      throw endpoint.error(.failed, "the backend failed in the middle of its answer: \(complaint)")
    }
    guard event.type != "error" else {
      let said = ServerComplaint.read(event.data) ?? "no reason given"
      throw endpoint.error(.failed, "the backend failed in the middle of its answer: \(said)")
    }
    return read(value, part: "delta")
  }

  /// Takes a whole answer.
  mutating func take(whole body: [UInt8]) throws(BackendError) -> [ModelEvent] {
    let value = try json(Self.withoutComments(body))
    if let complaint = ServerComplaint.message(in: value) {
      throw endpoint.error(.failed, "the backend reports a failure: \(complaint)")
    }
    let events = read(value, part: "message")
    guard hasChoice else {
      throw endpoint.error(
        .notAnAnswer, "the answer has no choices; check that the address ends where /v1 does")
    }
    isDone = true
    return events
  }

  /// What is known only at the end: calls and the reason to stop.
  /// - Throws: `.truncated` where neither a reason nor `[DONE]` came.
  mutating func end() throws(BackendError) -> [ModelEvent] {
    guard isDone || hasFinished else {
      throw endpoint.error(.truncated, "the answer ended before the model did")
    }
    guard let whole = calls.calls(names) else {
      throw endpoint.error(.notAnAnswer, "the model's arguments for a tool are no JSON")
    }
    let reason: ModelFinish =
      switch finish {
      case _ where wasRefused: .refused
      case "stop", nil, "": whole.isEmpty ? .stop : .toolCalls
      case "length": .length
      case "tool_calls", "function_call": .toolCalls
      case "content_filter": .refused
      case let other?: .other(other)
      }
    // A call that the limit of tokens cut off is none.
    let isWhole = reason != .length
    return (isWhole ? whole.map { .toolCall($0) } : []) + [.finished(reason)]
  }

  private mutating func read(_ value: JSONValue, part: String) -> [ModelEvent] {
    var events: [ModelEvent] = []
    if let choice = value["choices"]?.array?.first(where: { $0["index"]?.label ?? "0" == "0" }) {
      hasChoice = true
      if let content = choice[part], finish == nil {
        if let text = content["content"]?.string, !text.isEmpty { events.append(.text(text)) }
        if let refusal = content["refusal"]?.string, !refusal.isEmpty { wasRefused = true }
        for piece in content["tool_calls"]?.array ?? [] { calls.take(piece) }
      }
      if let reason = choice["finish_reason"]?.string { finish = reason }
    }
    if let usage = value["usage"], let input = usage["prompt_tokens"]?.double,
      let output = usage["completion_tokens"]?.double
    {
      events.append(
        .usage(ModelUsage(input: Self.count(input), output: Self.count(output))))
    }
    return events
  }

  private static func count(_ value: Double) -> Int {
    Int(exactly: value.rounded()) ?? 0
  }

  /// Some servers keep a connection alive with comment lines before a whole answer too.
  private static func withoutComments(_ body: [UInt8]) -> [UInt8] {
    var rest = body[...]
    while true {
      rest = rest.drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: ":") else { return Array(rest) }
      rest = rest.drop { $0 != 0x0A && $0 != 0x0D }
    }
  }

  private func json(_ bytes: [UInt8]) throws(BackendError) -> JSONValue {
    do throws(JSONFailure) {
      return try JSONScanner.read(bytes)
    } catch {
      throw endpoint.error(.notAnAnswer, Self.complaint(about: bytes, error))
    }
  }

  static func complaint(about bytes: [UInt8], _ error: JSONFailure) -> String {
    let start = bytes.drop { $0 <= 0x20 }
    return start.first == UInt8(ascii: "<")
      ? "the host answered with a web page; check the address, and whether a proxy or login is in between"
      : "the answer is no JSON (\(error.message) at byte \(error.offset))"
  }
}
