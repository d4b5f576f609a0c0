import CityJSON
import CityNet
import LoopbackServer
import Synchronization

@testable import CityAgent
@testable import CityBackends

/// Lets everything out as it is, but for one word that gets a placeholder.
struct OpenGate: EgressClearing {
  var secret: String?

  func clear(_ request: OutgoingRequest) async throws -> EgressClearance {
    var table = PlaceholderTable()
    var text = String(decoding: request.body.bytes, as: UTF8.self)
    if let secret {
      let placeholder = table.placeholder(for: secret, kind: "WORD") { _ in false }
      text = text.split(separator: secret, omittingEmptySubsequences: false)
        .joined(separator: placeholder)
    }
    return EgressClearance(
      transfer: try ClearedTransfer(
        address: request.address, headers: request.headers, body: Array(text.utf8),
        limits: request.limits, route: request.route),
      placeholders: table)
  }
}

enum BackendSample {
  static func endpoint(
    _ url: String, profile: BackendProfile = .openAI, key: String? = "sk-secret",
    _ change: (inout BackendEndpoint) -> Void = { _ in }
  ) throws -> BackendEndpoint {
    var endpoint = BackendEndpoint(
      name: "test", address: try TransferAddress(url), model: "m", profile: profile,
      limits: TransferLimits(
        connect: .seconds(20), firstByte: .seconds(20), idle: .seconds(20), total: .seconds(60)),
      keyVariable: "KEY", key: key)
    change(&endpoint)
    return endpoint
  }

  static func chat(
    _ endpoint: BackendEndpoint, gate: OpenGate = OpenGate(), retries: Int = 0
  ) -> ChatBackend {
    ChatBackend(
      endpoint, purpose: "writer", gate: gate,
      client: RetryingClient(
        client: .shared, policy: RetryPolicy(retries: retries, firstDelay: .zero)))
  }

  /// The events of an answer, one a line.
  static func shown(_ backend: any ModelBackend, _ request: ModelRequest) async throws -> [String] {
    var lines: [String] = []
    for try await event in backend.generate(request) { lines.append(shown(event)) }
    return lines
  }

  static func shown(_ event: ModelEvent) -> String {
    switch event {
    case .text(let text): text
    case .toolCall(let call):
      "\(call.id) \(call.name)\(String(decoding: call.arguments.bytes, as: UTF8.self))"
    case .usage(let usage): "\(usage.input)+\(usage.output)"
    case .finished(let reason): ".\(reason)"
    }
  }

  /// A server that sends a stream as it stands.
  static func streaming(_ stream: String, type: String = "text/event-stream") throws
    -> LoopbackServer
  {
    try LoopbackServer.answering { _, connection in
      connection.beginChunks(type: type)
      connection.chunk(stream)
      connection.endChunks()
    }
  }

  static let hello = ModelRequest(messages: [.user("你好")])
}
