import CityAgentTesting
import CityIndex
import Testing

@testable import CityAgent

struct RerankTests {
  /// Gives a fixed order.
  struct ScriptedReranker: Reranker {
    var name: String { "scripted" }
    var order: @Sendable ([String]) async throws -> [Int]

    func rank(
      _ documents: [String], for query: String, limit: Int
    ) async throws -> [RankedDocument] {
      try await order(documents).map { RankedDocument(index: $0, score: 0) }
    }
  }

  private func ranked(
    _ order: @escaping @Sendable ([String]) async throws -> [Int], depth: Int = 5,
    fault: HashedEmbedder.Fault = .none
  ) async throws -> (before: [Int], after: [Int], notices: [RetrievalNotice]) {
    let knowledge = try await VectorTown.knowledge()
    let index = knowledge.base.index
    var settings = HybridRetriever.Settings()
    settings.rerankDepth = depth
    let plain = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: HashedEmbedder(fault: fault),
      settings: .patient)
    let notices = RetrievalNotices()
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: HashedEmbedder(fault: fault),
      reranker: ScriptedReranker(order: order), settings: settings, notices: notices)
    let query = VectorTown.query(VectorTown.questions[0], index)
    return (
      try await plain.passages(for: query, limit: 8).map(\.number),
      try await retriever.passages(for: query, limit: 8).map(\.number), notices.all
    )
  }

  @Test func theBestAreOrderedAgainAndTheRestFollows() async throws {
    let (before, after, notices) = try await ranked { Array($0.indices.reversed()) }
    #expect(after == before.prefix(5).reversed() + before.dropFirst(5))
    #expect(notices.isEmpty)
  }

  @Test func aRerankerSeesTheTextsOfPassages() async throws {
    let (before, after, _) = try await ranked { texts in
      texts.indices.sorted { texts[$0] < texts[$1] }
    }
    let knowledge = try await VectorTown.knowledge()
    let index = knowledge.base.index
    #expect(
      Array(after.prefix(5))
        == before.prefix(5).sorted { index.passageText($0) < index.passageText($1) })
  }

  /// What it leaves out, says twice or invents changes nothing else.
  @Test(arguments: [[3, 3, 1], [99, 3, -1, 1], [3, 1]])
  func aCarelessRerankerLosesNothing(order: [Int]) async throws {
    let (before, after, notices) = try await ranked { _ in order }
    #expect(after == [3, 1, 0, 2, 4, 5, 6, 7].map { before[$0] })
    #expect(notices.isEmpty)
  }

  @Test func aFailingRerankerLeavesTheOrder() async throws {
    let (before, after, notices) = try await ranked { _ in
      throw AgentError(.offline, "gone")
    }
    #expect(after == before)
    #expect(notices.map(\.framing) == [Framing(.notReranked)])
  }

  @Test func theLexicalListIsOrderedAgainWhereTheEmbedderFails() async throws {
    let (before, after, notices) = try await ranked(
      { Array($0.indices.reversed()) }, fault: .fails)
    #expect(after == before.prefix(5).reversed() + before.dropFirst(5))
    #expect(notices.map(\.framing) == [Framing(.foundByWords)])
  }
}
