import CityAgentTesting
import CityIndex
import Foundation
import Testing

@testable import CityAgent

struct PassageEmbeddingTests {
  @Test(arguments: [1, 7, 32, 1000])
  func everyTextGetsItsVectorOnce(batch: Int) async throws {
    let knowledge = try TemporaryKnowledge(files: VectorTown.files())
    let index = knowledge.base.index
    let embedder = HashedEmbedder()
    let (vectors, progress) = try await PassageEmbedding(embedder, batch: batch).run(index)
    try #require(vectors).verify(against: index)
    #expect(progress.done == progress.total && progress.total == vectors?.count)
    #expect(embedder.requests.allSatisfy { $0.count <= batch })
    let texts = embedder.requests.flatMap { $0 }
    #expect(Set(texts).count == texts.count && texts.count == progress.total)
    // Nothing has changed: nobody is asked.
    let again = HashedEmbedder(fault: .fails)
    let (same, after) = try await PassageEmbedding(again).run(index)
    #expect(same?.count == vectors?.count && after.kept == after.total && again.requests.isEmpty)
  }

  @Test(arguments: [0, 1, 3])
  func goesOnWhereAFailingEmbedderStopped(requests: Int) async throws {
    let knowledge = try TemporaryKnowledge(files: VectorTown.files())
    let index = knowledge.base.index
    let failing = HashedEmbedder(fault: .failsFrom(request: requests))
    let error = await #expect(throws: AgentError.self) {
      try await PassageEmbedding(failing, batch: 8).run(index)
    }
    #expect(error?.code == .embedding)
    #expect(error?.message.contains("\(8 * requests) of ") == true, "\(error?.message ?? "")")
    #expect(error?.message.contains("run the same command again") == true)
    let partial = VectorIndex.path(of: index.path) + ".partial"
    #expect(FileManager.default.fileExists(atPath: partial) == (requests > 0))
    let embedder = HashedEmbedder()
    let (vectors, progress) = try await PassageEmbedding(embedder, batch: 8).run(index)
    #expect(progress.resumed == 8 * requests)
    #expect(embedder.requests.flatMap { $0 }.count == progress.total - progress.resumed)
    try #require(vectors).verify(against: index)
    #expect(!FileManager.default.fileExists(atPath: partial))
  }

  @Test func textsTheModelRefusesAreCutAtACharacter() async throws {
    let long = String(repeating: "这一条很长", count: 100)
    let knowledge = try TemporaryKnowledge(files: [
      "a.md": "# 甲\n\n## 一\n\(long)。\n", "b.md": "# 乙\n\n## 一\n短的一条规定。\n",
    ])
    let index = knowledge.base.index
    let embedder = HashedEmbedder(fault: .refusesLongerThan(400))
    let (vectors, progress) = try await PassageEmbedding(embedder).run(index)
    let file = try #require(vectors)
    try file.verify(against: index)
    #expect(progress.shortened > 0)
    for passage in 0..<index.passageCount {
      let text = index.passageText(passage)
      var cut = Array(text.utf8)
      while cut.count > 400 { cut = KnowledgeIndex.cut(cut, to: cut.count / 2) }
      let vector = embedder.vector(of: String(decoding: cut, as: UTF8.self))
      let score = try file.search(vector, in: index, limit: 99).first { $0.passage == passage }
      #expect(try #require(score).score > 0.99)
      #expect(
        embedder.requests.contains([String(decoding: cut, as: UTF8.self)])
          || cut.count == text.utf8.count)
    }
    for text in embedder.requests.flatMap({ $0 }) { #expect(!text.contains("\u{FFFD}")) }
  }

  @Test func anEmbedderThatRefusesEverythingIsAFailure() async throws {
    let knowledge = try TemporaryKnowledge(files: VectorTown.files())
    let embedder = HashedEmbedder(fault: .refusesLongerThan(0))
    let error = await #expect(throws: AgentError.self) {
      try await PassageEmbedding(embedder).run(knowledge.base.index)
    }
    #expect(error?.message.contains("too long") == true)
    #expect(embedder.requests.count < 20)
  }

  @Test(
    arguments: [
      .leavesOneOut, .gives([.nan, 1]), .gives([]), .gives([0, 0]),
    ] as [HashedEmbedder.Fault])
  func vectorsThatAreNoneStopTheRun(fault: HashedEmbedder.Fault) async throws {
    let knowledge = try TemporaryKnowledge(files: VectorTown.files())
    let index = knowledge.base.index
    await #expect(throws: AgentError.self) {
      try await PassageEmbedding(HashedEmbedder(fault: fault)).run(index)
    }
    #expect(!FileManager.default.fileExists(atPath: VectorIndex.path(of: index.path)))
  }

  @Test func aModelThatChangedUnderItsNameIsNoticed() async throws {
    let knowledge = try TemporaryKnowledge(files: VectorTown.files())
    let index = knowledge.base.index
    await #expect(throws: AgentError.self) {
      try await PassageEmbedding(HashedEmbedder(fault: .failsFrom(request: 1)), batch: 8)
        .run(index)
    }
    let error = await #expect(throws: AgentError.self) {
      try await PassageEmbedding(HashedEmbedder(dimension: 32)).run(index)
    }
    #expect(error?.message.contains("32 numbers where the others have 96") == true)
  }

  @Test func anIndexWithoutTextsNeedsNoVectors() async throws {
    let knowledge = try TemporaryKnowledge(files: [:])
    let embedder = HashedEmbedder()
    let (vectors, progress) = try await PassageEmbedding(embedder).run(knowledge.base.index)
    #expect(vectors == nil && progress.total == 0 && embedder.requests.isEmpty)
  }
}
