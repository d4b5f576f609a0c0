import CityAgentKit
import CityBackends
import CityJSON
import CityNet

/// Tries one backend, a kind of request at a time, through the gate like everything else.
struct ModelProbe {
  enum Kind: String, CaseIterable {
    case chat, stream, schema, tools, embeddings, rerank

    /// What a backend is asked that has these tasks.
    static func of(_ tasks: [ModelTask]) -> [Kind] {
      allCases.filter { kind in
        switch kind {
        case .chat, .stream, .schema, .tools: tasks.contains(where: \.isChat)
        case .embeddings: tasks.contains(.embedder)
        case .rerank: tasks.contains(.reranker)
        }
      }
    }
  }

  private let endpoint: BackendEndpoint
  private let gate: EgressGate
  private let client: RetryingClient

  init(_ endpoint: BackendEndpoint, audit: any EgressAudit) {
    self.endpoint = endpoint
    gate = EgressGate(permitting: [endpoint.address], audit: audit)
    // A second attempt would hide what a test is to find.
    client = RetryingClient(policy: RetryPolicy(retries: 0))
  }

  func run(_ kind: Kind) async -> ProbeResult {
    var result = ProbeResult(backend: endpoint.name, kind: kind)
    let start = ContinuousClock.now
    do {
      if let reason = try await attempt(kind) {
        result.state = .skipped
        result.reason = reason
      }
    } catch let fault as ProbeFault {
      result.state = .failed
      result.reason = fault.reason.text()
      result.hint = fault.hint.text("\(Self.tokens)")
    } catch {
      result.state = .failed
      result.reason = "\(error)"
      result.hint = ProbeHint.text(for: error, kind, endpoint)
    }
    result.seconds = start.duration(to: .now).seconds
    return result
  }

  /// Most tokens of an answer.
  private static let tokens = 256

  /// - Returns: why it was not asked; nil where it was, and answered well.
  private func attempt(_ kind: Kind) async throws -> String? {
    switch kind {
    case .chat:
      if endpoint.profile.streamsOnly { return Phrase.probeStreamsOnly.text() }
      var request = Self.request("Say hello in one short sentence.")
      request.isStreamed = false
      try await text(request)
    case .stream: try await text(Self.request("Say hello in one short sentence."))
    case .schema:
      if endpoint.profile.schemaForm == .none { return Phrase.probeNoSchema.text() }
      try await schema()
    case .tools: try await tools()
    case .embeddings:
      let vectors = try await EmbeddingBackend(endpoint, gate: gate, client: client)
        .embed(["居住证", "residence permit"])
      guard vectors.count == 2 else { throw ProbeFault(.probeNoVectors, .hintAddress) }
    case .rerank:
      let ranked = try await RerankBackend(endpoint, gate: gate, client: client)
        .rank(["The fee is 20 yuan.", "Apples are red."], for: "What is the fee?", limit: 2)
      guard !ranked.isEmpty else { throw ProbeFault(.probeNoRanking, .hintAddress) }
    }
    return nil
  }

  private static func request(_ text: String) -> ModelRequest {
    var request = ModelRequest(messages: [.user(text)])
    request.maximumTokens = tokens
    return request
  }

  private func answer(
    _ request: ModelRequest
  ) async throws -> (text: String, calls: [ModelToolCall]) {
    var text = ""
    var calls: [ModelToolCall] = []
    let backend = ChatBackend(endpoint, purpose: "test", gate: gate, client: client)
    for try await event in backend.generate(request) {
      switch event {
      case .text(let piece): text += piece
      case .toolCall(let call): calls.append(call)
      case .usage, .finished: break
      }
    }
    return (text, calls)
  }

  private func text(_ request: ModelRequest) async throws {
    // A model that thinks first may use all its tokens for that.
    guard !(try await answer(request).text.isEmpty) else {
      throw ProbeFault(.probeNoText, .hintThinking)
    }
  }

  private func schema() async throws {
    var request = Self.request(#"Answer with exactly this JSON object: {"ok": true}"#)
    request.schema = ModelSchema(
      name: "probe",
      schema: .members([
        "type": .string("object"),
        "properties": .members(["ok": .members(["type": .string("boolean")])]),
        "required": .strings(["ok"]), "additionalProperties": .bool(false),
      ]))
    let text = try await answer(request).text
    guard let value = try? JSONScanner.read(Array(text.utf8)), case .bool? = value["ok"] else {
      throw ProbeFault(.probeNoJSON, .hintSchema)
    }
  }

  private func tools() async throws {
    var request = Self.request("Which documents does a residence permit need? Call find_guide.")
    request.tools = [
      ModelTool(
        name: "find_guide", description: "Finds the guide of a service.",
        parameters: .members([
          "type": .string("object"),
          "properties": .members([
            "service": .members([
              "type": .string("string"), "enum": .strings(["residence permit", "identity card"]),
            ])
          ]),
          "required": .strings(["service"]),
        ]))
    ]
    request.toolChoice = .named("find_guide")
    guard let call = try await answer(request).calls.first, call.name == "find_guide",
      call.arguments.members != nil
    else { throw ProbeFault(.probeNoCall, .hintTools) }
  }
}

/// An answer that came and is not what was asked for.
struct ProbeFault: Error {
  var reason: Phrase
  var hint: Phrase

  init(_ reason: Phrase, _ hint: Phrase) {
    self.reason = reason
    self.hint = hint
  }
}
