import CityNet
import LoopbackServer
import Testing

@testable import CityAgent
@testable import CityBackends

@Suite struct VectorBackendTests {
  func embedder(_ server: LoopbackServer, batch: Int = 2) throws -> EmbeddingBackend {
    EmbeddingBackend(
      try BackendSample.endpoint(server.url + "/v1") { $0.profile.embeddingBatch = batch },
      gate: OpenGate(), client: RetryingClient(policy: .never))
  }

  func reranker(_ server: LoopbackServer) throws -> RerankBackend {
    RerankBackend(
      try BackendSample.endpoint(server.url + "/v1"), gate: OpenGate(),
      client: RetryingClient(policy: .never))
  }

  @Test func vectorsComeInTheOrderOfTheirTextsAndAreOfLengthOne() async throws {
    let server = try LoopbackServer.answering { request, connection in
      // Two a request, in the wrong order, not normalised.
      connection.reply(
        body: request.text.contains("甲")
          ? #"{"data":[{"index":1,"embedding":[0,2]},{"index":0,"embedding":[3,4]}]}"#
          : #"{"data":[{"embedding":[-1e-3,0.0]}]}"#)
    }
    let vectors = try await embedder(server).embed(["甲", "乙", "丙"])
    #expect(vectors == [[0.6, 0.8], [0, 1], [-1, 0]])
    #expect(
      server.requests.map(\.text) == [
        #"{"model":"m","input":["甲","乙"],"encoding_format":"float"}"#,
        #"{"model":"m","input":["丙"],"encoding_format":"float"}"#,
      ])
    #expect(server.requests[0].line == "POST /v1/embeddings HTTP/1.1")
    #expect(try await embedder(server).embed([]).isEmpty)
  }

  @Test(arguments: [
    #"{"data":[]}"#, #"{"data":[{"index":0,"embedding":[1]}]}"#,
    #"{"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]}"#,
    #"{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,0]}]}"#,
    #"{"data":[{"index":0,"embedding":[0]},{"index":1,"embedding":[1]}]}"#,
    #"{"data":[{"index":0,"embedding":["1"]},{"index":1,"embedding":[1]}]}"#,
    #"{"data":[{"index":0,"embedding":[1e999]},{"index":1,"embedding":[1]}]}"#,
    #"{"data":[{"index":0,"embedding":"AACAPw=="},{"index":1,"embedding":[1]}]}"#,
    #"{"error":{"message":"no such model"}}"#, "<html>", "[]", "",
  ])
  func vectorsThatCannotBeUsedAreAFailure(body: String) async throws {
    let server = try LoopbackServer.answering { _, connection in connection.reply(body: body) }
    await #expect(throws: BackendError.self) { try await embedder(server).embed(["甲", "乙"]) }
  }

  @Test(arguments: [
    #"{"results":[{"index":2,"relevance_score":0.9},{"index":0,"relevance_score":0.5}]}"#,
    #"{"results":[{"index":0,"score":-3},{"index":1,"score":-9},{"index":2,"score":-1.5}]}"#,
  ])
  func rankingsAreReadBestFirst(body: String) async throws {
    let server = try LoopbackServer.answering { _, connection in connection.reply(body: body) }
    let ranked = try await reranker(server).rank(["甲", "乙", "丙"], for: "问", limit: 2)
    #expect(ranked.map(\.index) == [2, 0])
    #expect(
      server.requests[0].text
        == #"{"model":"m","query":"问","documents":["甲","乙","丙"],"top_n":2}"#)
    #expect(server.requests[0].line == "POST /v1/rerank HTTP/1.1")
  }

  @Test func tiesStayInTheOrderGiven() async throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.reply(
        body:
          #"{"results":[{"index":2,"score":1},{"index":1,"score":1},{"index":0,"score":1}]}"#)
    }
    #expect(
      try await reranker(server).rank(["a", "b", "c"], for: "q", limit: 9).map(\.index)
        == [0, 1, 2])
  }

  @Test(arguments: [
    #"{"results":[]}"#, #"{"results":[{"index":9,"score":1}]}"#,
    #"{"results":[{"index":0,"score":1},{"index":0,"score":1}]}"#, #"{"results":[{"index":0}]}"#,
  ])
  func rankingsThatCannotBeUsedAreAFailure(body: String) async throws {
    let server = try LoopbackServer.answering { _, connection in connection.reply(body: body) }
    await #expect(throws: BackendError.self) {
      try await reranker(server).rank(["a", "b"], for: "q", limit: 2)
    }
  }
}
