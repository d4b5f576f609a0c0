import CityJSON
import CityNet
import CityText
import LoopbackServer
import Testing

@testable import CityAgent
@testable import CityBackends

/// Through the real gate to a real socket: what arrives there, and what comes back.
@Suite struct EgressWireTests {
  struct Silent: EgressAudit {
    func record(_ record: EgressRecord) async throws {}
  }

  /// Answers with the user's own words, so that every placeholder comes back; splits them at every byte.
  static func echo() throws -> LoopbackServer {
    try LoopbackServer.answering { request, connection in
      let body = (try? JSONScanner.read(request.body)) ?? .null
      let text = body["messages"]?.array?.last?["content"]?.string ?? ""
      connection.beginChunks()
      for scalar in text.unicodeScalars {
        let delta = JSONValue.members(["content": .string(String(scalar))])
        let chunk = JSONValue.members([
          "choices": .array([.members(["index": .integer(0), "delta": delta])])
        ])
        connection.chunk("data: \(String(decoding: chunk.bytes, as: UTF8.self))\n\n")
      }
      connection.chunk(ChatReaderTests.done)
      connection.endChunks()
    }
  }

  @Test(arguments: 0..<20) func noSeededSecretReachesTheWire(round: Int) async throws {
    var maker = SecretMaker(seed: UInt64(round))
    let secrets = (0..<100).map { _ in maker.secret() }
    let server = try Self.echo()
    let endpoint = try BackendSample.endpoint(server.url + "/v1")
    let backend = ChatBackend(
      endpoint, purpose: "writer",
      gate: EgressGate(permitting: [endpoint.address], audit: Silent()),
      client: RetryingClient(policy: .never))
    // Half in a document, half in the question, each in words that tell what it is.
    let sentences = secrets.map { maker.sentence($0) }
    let document = sentences.prefix(50).joined(separator: "\n")
    let question = sentences.suffix(50).joined(separator: " ")
    var calling = ModelMessage.assistant("")
    calling.toolCalls = [
      ModelToolCall(
        id: "1", name: "find", arguments: .members(["text": .string(sentences[round])]))
    ]
    var request = ModelRequest(
      messages: [.system("资料：\n" + document), calling, .user(question)])
    request.tools = [
      ModelTool(name: "find", description: sentences[99 - round], parameters: .object([]))
    ]
    var answer = ""
    for try await event in backend.generate(request) {
      if case .text(let text) = event { answer += text }
    }
    #expect(answer == question)
    let wire = server.wire
    let folded = Folding.fold(wire)
    for secret in secrets {
      #expect(!ByteSearch.contains(wire, Array(secret.text.utf8)), "\(secret)")
      #expect(!ByteSearch.contains(folded, Folding.fold(Array(secret.text.utf8))), "\(secret)")
    }
    #expect(ByteSearch.contains(wire, Array("[PHONE_1]".utf8)))
  }

  @Test func secretsOfVectorsAndRankingsStayToo() async throws {
    let server = try LoopbackServer.answering { request, connection in
      connection.reply(
        body: request.line.contains("rerank")
          ? #"{"results":[{"index":0,"score":1}]}"# : #"{"data":[{"embedding":[1]}]}"#)
    }
    let endpoint = try BackendSample.endpoint(server.url + "/v1")
    let gate = EgressGate(permitting: [endpoint.address], audit: Silent())
    let client = RetryingClient(policy: .never)
    _ = try await EmbeddingBackend(endpoint, gate: gate, client: client)
      .embed(["我的电话是13812345678"])
    _ = try await RerankBackend(endpoint, gate: gate, client: client)
      .rank(["联系人：王小明"], for: "王小明的邮箱是a@b.example.com吗", limit: 1)
    let wire = String(decoding: server.wire, as: UTF8.self)
    #expect(server.requests.count == 2)
    for secret in ["13812345678", "王小明", "a@b.example.com"] { #expect(!wire.contains(secret)) }
  }

  @Test func offlineMeansThatNoConnectionIsMade() async throws {
    let server = try Self.echo()
    let backend = ChatBackend(
      try BackendSample.endpoint(server.url), purpose: "writer",
      gate: EgressGate(permitting: [], audit: Silent()), client: RetryingClient(policy: .never))
    await #expect {
      _ = try await BackendSample.shown(backend, BackendSample.hello)
    } throws: {
      ($0 as? AgentError)?.code == .offline
    }
    #expect(server.wire.isEmpty)
  }

  /// At most 1 of 100 numbers that are nobody's is masked.
  @Test func numbersThatAreNobodysGoThrough() throws {
    var maker = SecretMaker(seed: 99)
    let texts = (0..<2000).map { _ in maker.clean() }
    let touched = texts.filter { text in
      var masking = EgressMasking(.string(text))
      let isDone = masking.mask()
      #expect(isDone)
      return !masking.table.isEmpty
    }
    #expect(touched.count <= texts.count / 100, "\(touched.prefix(20))")
  }
}
