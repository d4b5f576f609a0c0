import CityAgentTesting
import CityIndex
import CityJSON
import CityNet
import LoopbackServer
import Testing

@testable import CityAgent
@testable import CityBackends

/// Passages embedded over a real wire: gate, client and a server on the loopback.
struct PassageEmbeddingWireTests {
  struct SilentAudit: EgressAudit {
    func record(_ record: EgressRecord) async throws {}
  }

  /// A server of vectors; what `refuse` says of a text comes as that status.
  private func server(
    refuse: @escaping @Sendable ([String]) -> String? = { _ in nil }
  ) throws -> LoopbackServer {
    try LoopbackServer.answering { request, connection in
      let texts =
        (try? JSONScanner.read(request.body))?["input"]?.array?.compactMap(\.string) ?? []
      if let status = refuse(texts) {
        connection.reply(status, body: #"{"error":{"message":"input is too large to process"}}"#)
        return
      }
      let model = HashedEmbedder()
      let vectors = texts.map { text in
        "{\"embedding\":[" + model.vector(of: text).map { "\($0)" }.joined(separator: ",") + "]}"
      }
      connection.reply(body: "{\"data\":[" + vectors.joined(separator: ",") + "]}")
    }
  }

  private func embedder(_ server: LoopbackServer) throws -> EmbeddingBackend {
    let endpoint = try BackendSample.endpoint(server.url + "/v1")
    return EmbeddingBackend(
      endpoint, gate: EgressGate(permitting: [endpoint.address], audit: SilentAudit()),
      client: RetryingClient(policy: .never))
  }

  private let files = [
    "guides/a.md": "# 甲证\n\n## 联系\n请打 13800138000 找张伟先生。\n\n## 时限\n五个工作日办结。\n",
    "guides/b.md": "# 乙证\n\n## 条件\n" + String(repeating: "住满一年的居民", count: 60) + "。\n",
  ]

  @Test func passagesAreEmbeddedMaskedAndFound() async throws {
    let server = try server()
    let knowledge = try TemporaryKnowledge(files: files)
    let index = knowledge.base.index
    let embedder = try embedder(server)
    let vectors = try #require(try await PassageEmbedding(embedder).run(index).vectors)
    try vectors.verify(against: index)
    #expect(vectors.model == "m")
    let wire = String(decoding: server.wire, as: UTF8.self)
    #expect(!wire.contains("13800138000") && wire.contains("[PHONE_1]"))
    let notices = RetrievalNotices()
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: embedder, settings: .patient,
      notices: notices)
    let question = "五个工作日办结吗"
    let found = try await retriever.passages(
      for: RetrievalQuery(IndexQuery(question), text: question), limit: 1)
    #expect(found.map { index.passage($0.number).clause } == ["时限"])
    #expect(notices.all.isEmpty)
  }

  @Test(arguments: ["400 Bad Request", "413 Content Too Large", "422 Unprocessable"])
  func aTextThatTheServerRefusesIsCut(status: String) async throws {
    let server = try server { texts in
      texts.contains { $0.utf8.count > 600 } ? status : nil
    }
    let knowledge = try TemporaryKnowledge(files: files)
    let (vectors, progress) = try await PassageEmbedding(try embedder(server)).run(
      knowledge.base.index)
    try #require(vectors).verify(against: knowledge.base.index)
    #expect(progress.shortened > 0)
  }

  @Test(arguments: ["500 Internal Server Error", "401 Unauthorized", "404 Not Found", "429 Slow"])
  func aServerThatFailsIsNotAskedWithShorterTexts(status: String) async throws {
    let server = try server { _ in status }
    let knowledge = try TemporaryKnowledge(files: files)
    let error = await #expect(throws: AgentError.self) {
      try await PassageEmbedding(try embedder(server)).run(knowledge.base.index)
    }
    #expect(error?.code == .embedding && server.requests.count == 1)
  }
}

extension HybridRetriever.Settings {
  /// With time for a loaded machine: these tests are about what is found.
  static var patient: Self {
    var settings = Self()
    settings.deadline = .seconds(600)
    return settings
  }
}
