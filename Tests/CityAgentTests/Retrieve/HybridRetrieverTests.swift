import CityAgentTesting
import CityIndex
import Foundation
import Testing

@testable import CityAgent

struct HybridRetrieverTests {
  /// The definition: for each passage, 1 / (60 + rank) from each list.
  private func slow(
    _ query: RetrievalQuery, _ index: KnowledgeIndex, depth: Int
  ) throws -> [Int] {
    let words = index.search(query.query, limit: depth).map(\.passage)
    let vectors = try #require(VectorSource(besides: index).index)
    let nearest = try vectors.search(
      HashedEmbedder().vector(of: query.text ?? ""), keeping: query.query, in: index, limit: depth
    ).map(\.passage)
    let all = Set(words + nearest)
    func score(_ passage: Int) -> Double {
      [words, nearest].reduce(0) { sum, list in
        sum + (list.firstIndex(of: passage).map { 1 / (60 + Double($0 + 1)) } ?? 0)
      }
    }
    return all.sorted { (score($1), $0) < (score($0), $1) }
  }

  @Test(arguments: VectorTown.questions)
  func fusesBothListsByReciprocalRank(question: String) async throws {
    let knowledge = try await VectorTown.knowledge()
    let index = knowledge.base.index
    let notices = RetrievalNotices()
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: HashedEmbedder(), settings: .patient,
      notices: notices)
    let query = VectorTown.query(question, index)
    let expected = try slow(query, index, depth: HybridRetriever.usualDepth)
    for limit in [1, 8, 50] {
      let found = try await retriever.passages(for: query, limit: limit)
      #expect(found.map(\.number) == Array(expected.prefix(limit)))
    }
    #expect(try await retriever.passages(for: query, limit: 0).isEmpty)
    #expect(notices.all.isEmpty)
    // The lists differ, or fusing them would show nothing.
    let words = index.search(query.query, limit: 8).map(\.passage)
    #expect(words != Array(expected.prefix(8)))
  }

  @Test func bothListsKeepTheFilter() async throws {
    let knowledge = try await VectorTown.knowledge()
    let index = knowledge.base.index
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: HashedEmbedder(), settings: .patient)
    var query = VectorTown.query("居民卡换领要几个工作日", index)
    query.query.kinds = ["policy"]
    let found = try await retriever.passages(for: query, limit: 60)
    #expect(found.count > 10)
    #expect(found.map(\.number) == (try slow(query, index, depth: 100)).prefix(60).map { $0 })
    for passage in found {
      #expect(index.document(index.passage(passage.number).document).metadata.kind == "policy")
    }
  }

  @Test func aQueryWithoutTextIsSearchedByWords() async throws {
    let knowledge = try await VectorTown.knowledge()
    let index = knowledge.base.index
    let embedder = HashedEmbedder()
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: embedder, settings: .patient)
    let query = RetrievalQuery(IndexQuery("停车证收费"))
    #expect(
      try await retriever.passages(for: query, limit: 9)
        == (try await LocalRetriever(index).passages(for: query, limit: 9)))
    #expect(embedder.requests.isEmpty)
  }

  enum Trouble: String, CaseIterable {
    case fails, hangs, otherDimension, notANumber, noVector, noFile, damagedFile, otherModel,
      otherGeneration
  }

  /// Whatever is wrong, the list is the lexical one, bit for bit, with a notice.
  @Test(arguments: Trouble.allCases)
  func troubleLeavesTheLexicalList(trouble: Trouble) async throws {
    let knowledge = try await VectorTown.knowledge()
    var index = knowledge.base.index
    let embedder = HashedEmbedder(name: trouble == .otherModel ? "another" : "hash")
    let path = VectorIndex.path(of: index.path)
    switch trouble {
    case .fails: embedder.fault = .fails
    case .hangs: embedder.fault = .hangs
    case .otherDimension: embedder.fault = .gives([1, 2, 3])
    case .notANumber: embedder.fault = .gives([Float](repeating: .nan, count: 96))
    case .noVector: embedder.fault = .leavesOneOut
    case .noFile: try FileManager.default.removeItem(atPath: path)
    case .damagedFile:
      var bytes = try #require(FileManager.default.contents(atPath: path))
      bytes[bytes.count / 2] ^= 1
      try FileManager.default.removeItem(atPath: path)
      try bytes.write(to: URL(fileURLWithPath: path))
    case .otherModel: break
    case .otherGeneration:
      let other = try TemporaryKnowledge(files: VectorTown.files(changing: "另有规定的除外。"))
      try FileManager.default.copyItem(
        atPath: path, toPath: VectorIndex.path(of: other.base.index.path))
      index = other.base.index
      try await expectLexical(index, embedder, trouble)
      return
    }
    try await expectLexical(index, embedder, trouble)
  }

  private func expectLexical(
    _ index: KnowledgeIndex, _ embedder: HashedEmbedder, _ trouble: Trouble
  ) async throws {
    let notices = RetrievalNotices()
    var settings = HybridRetriever.Settings()
    if trouble == .hangs { settings.deadline = .milliseconds(20) }
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: embedder, settings: settings
    ).forTurn(notices)
    for question in VectorTown.questions {
      for limit in [1, 8, 300] {
        let query = VectorTown.query(question, index)
        #expect(
          try await retriever.passages(for: query, limit: limit)
            == (try await LocalRetriever(index).passages(for: query, limit: limit)))
      }
    }
    embedder.release()
    try #require(notices.all.count == 1, "\(notices.all)")
    let notice = notices.all[0]
    #expect(notice.framing == Framing(.foundByWords))
    #expect(!VectorTown.questions.contains { notice.description.contains($0) })
    switch (trouble, notice) {
    case (.hangs, .embedderSlow), (.otherModel, .otherModel), (.otherGeneration, .otherGeneration),
      (.noFile, .noVectors), (.damagedFile, .noVectors),
      (.fails, .embedderFailed), (.otherDimension, .embedderFailed),
      (.notANumber, .embedderFailed), (.noVector, .embedderFailed):
      break
    default: Issue.record("\(trouble): \(notice)")
    }
    // One that failed is not asked again in the turn, one that is not needed never.
    let asked = embedder.requests.count
    switch trouble {
    case .noFile, .damagedFile, .otherModel, .otherGeneration: #expect(asked == 0)
    default: #expect(asked == 1)
    }
  }

  @Test func aTextIsEmbeddedOnceHoweverManyAsk() async throws {
    let knowledge = try await VectorTown.knowledge()
    let index = knowledge.base.index
    let embedder = HashedEmbedder()
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: embedder, settings: .patient)
    let turn = retriever.forTurn(RetrievalNotices())
    let query = VectorTown.query(VectorTown.questions[0], index)
    let expected = try await turn.passages(for: query, limit: 8)
    try await withThrowingTaskGroup(of: [Passage].self) { group in
      for _ in 0..<12 { group.addTask { try await turn.passages(for: query, limit: 8) } }
      for try await found in group { #expect(found == expected) }
    }
    #expect(embedder.requests == [[VectorTown.questions[0]]])
    // The next turn knows it too; another text is another matter.
    let next = retriever.forTurn(RetrievalNotices())
    #expect(try await next.passages(for: query, limit: 8) == expected)
    _ = try await next.passages(for: VectorTown.query("另一个问题", index), limit: 8)
    #expect(embedder.requests.count == 2)
  }

  @Test func theNextTurnTriesAgainAfterAFailure() async throws {
    let knowledge = try await VectorTown.knowledge()
    let index = knowledge.base.index
    let embedder = HashedEmbedder(fault: .fails)
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: embedder, settings: .patient)
    let query = VectorTown.query(VectorTown.questions[0], index)
    _ = try await retriever.forTurn(RetrievalNotices()).passages(for: query, limit: 8)
    embedder.fault = .none
    let notices = RetrievalNotices()
    let found = try await retriever.forTurn(notices).passages(for: query, limit: 8)
    #expect(found.map(\.number) == Array(try slow(query, index, depth: 100).prefix(8)))
    #expect(notices.all.isEmpty && embedder.requests.count == 2)
  }

  @Test func oldQuestionsAreForgotten() async throws {
    let embedder = HashedEmbedder()
    let questions = QuestionVectors(embedder)
    for number in 0...QuestionVectors.limit {
      _ = try await questions.vector(of: "question \(number)").value
    }
    _ = try await questions.vector(of: "question \(QuestionVectors.limit)").value
    #expect(embedder.requests.count == QuestionVectors.limit + 1)
    _ = try await questions.vector(of: "question 0").value
    #expect(embedder.requests.count == QuestionVectors.limit + 2)
  }

  @Test func aCancelledTurnEndsAtOnce() async throws {
    let knowledge = try await VectorTown.knowledge()
    let index = knowledge.base.index
    let embedder = HashedEmbedder(fault: .hangs)
    var settings = HybridRetriever.Settings()
    settings.deadline = .seconds(3600)
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: embedder, settings: settings)
    let query = VectorTown.query(VectorTown.questions[0], index)
    let task = Task { try await retriever.passages(for: query, limit: 8) }
    while embedder.requests.isEmpty { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    embedder.release()
  }

  /// One that is cancelled must not take the vector from another that waits for it.
  @Test func aCancelledTurnLeavesTheRequestToOthers() async throws {
    let knowledge = try await VectorTown.knowledge()
    let index = knowledge.base.index
    let embedder = HashedEmbedder(fault: .hangs)
    var settings = HybridRetriever.Settings()
    settings.deadline = .seconds(3600)
    let notices = RetrievalNotices()
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: embedder, settings: settings,
      notices: notices)
    let query = VectorTown.query(VectorTown.questions[0], index)
    let first = Task { try await retriever.passages(for: query, limit: 8) }
    while embedder.requests.isEmpty { await Task.yield() }
    let second = Task { try await retriever.passages(for: query, limit: 8) }
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    embedder.release()
    let expected = try slow(query, index, depth: HybridRetriever.usualDepth).prefix(8)
    #expect(try await second.value.map(\.number) == Array(expected))
    #expect(embedder.requests.count == 1 && notices.all.isEmpty)
  }

  @Test func otherVectorsAreAnotherIdentity() async throws {
    let (one, other) = (
      try await VectorTown.knowledge(), try await VectorTown.knowledge(HashedEmbedder(name: "b"))
    )
    func identity(_ knowledge: TemporaryKnowledge, _ name: String) -> String {
      let index = knowledge.base.index
      return HybridRetriever(
        index, vectors: VectorSource(besides: index), embedder: HashedEmbedder(name: name),
        settings: .patient
      ).identity
    }
    #expect(identity(one, "hash").hasPrefix("hash "))
    #expect(identity(one, "hash") == identity(try await VectorTown.knowledge(), "hash"))
    #expect(identity(one, "hash") != identity(other, "b"))
    #expect(identity(one, "b").isEmpty && LocalRetriever(one.base.index).identity.isEmpty)
  }

  @Test func vectorsAloneAreTheNearest() async throws {
    let knowledge = try await VectorTown.knowledge()
    let index = knowledge.base.index
    var settings = HybridRetriever.Settings()
    settings.usesWords = false
    let retriever = HybridRetriever(
      index, vectors: VectorSource(besides: index), embedder: HashedEmbedder(), settings: settings)
    let vectors = try #require(VectorSource(besides: index).index)
    let question = VectorTown.questions[1]
    #expect(
      try await retriever.passages(for: VectorTown.query(question, index), limit: 8).map(\.number)
        == vectors.search(HashedEmbedder().vector(of: question), in: index, limit: 8)
        .map(\.passage))
  }
}

struct ReciprocalRanksTests {
  @Test func tiesGoToTheLesserNumber() {
    let fused = ReciprocalRanks.fused([[9, 4], [4, 9], [7]])
    #expect(fused.map(\.number) == [4, 9, 7])
    #expect(fused[0].score == fused[1].score)
    #expect(abs(fused[2].score - 1 / 61) < 1e-7)
  }

  @Test func aPassageCountsOnceAList() {
    #expect(ReciprocalRanks.fused([[5, 5, 5, 2]]).map(\.number) == [5, 2])
    #expect(ReciprocalRanks.fused([[5, 5], [2]]).map(\.number) == [2, 5])
    #expect(ReciprocalRanks.fused([[], []]).isEmpty && ReciprocalRanks.fused([]).isEmpty)
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
