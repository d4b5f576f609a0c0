import CityAgentTesting
import CityIndex
import CityText
import Testing

@testable import CityAgent

struct RankedRetrieverTests {
  /// The knowledge's own ranking: the best of the search by the query's terms, in the order of what they hold.
  @Test(arguments: VectorTown.questions)
  func ranksWhatTheTermsFindAgain(question: String) async throws {
    let knowledge = try await VectorTown.knowledge().base
    let retriever = RankedRetriever(knowledge)
    var query = VectorTown.query(question, knowledge.index)
    for kinds: Set<String> in [[], ["policy"]] {
      query.query.kinds = kinds
      for limit in [0, 1, 8, 60] {
        let found = knowledge.index.search(
          query.query, limit: max(limit, PassageRanker.candidates))
        let expected = knowledge.ranker.rankedAgain(
          found, for: knowledge.ranker.question(question))
        let passages = try await retriever.passages(for: query, limit: limit)
        #expect(passages.map(\.number) == expected.prefix(limit).map(\.passage))
        #expect(passages.map(\.score) == expected.prefix(limit).map(\.score))
      }
    }
    query.text = nil
    #expect(
      try await retriever.passages(for: query, limit: 8)
        == (try await LocalRetriever(knowledge.index).passages(for: query, limit: 8)))
  }

  @Test func aRankerGivenFindsByItsOwnReading() async throws {
    let knowledge = try await VectorTown.knowledge().base
    for question in VectorTown.questions {
      let query = RetrievalQuery(IndexQuery(terms: []), text: question)
      let passages = try await RankedRetriever(knowledge.ranker).passages(for: query, limit: 8)
      #expect(
        passages.map(\.number)
          == knowledge.ranker.passages(for: question, limit: 8).map(\.passage))
    }
  }

  /// A finder knows no kind of retriever: every one is asked for what is examined, no more.
  @Test func aFinderAsksForWhatItExamines() async throws {
    let knowledge = try await VectorTown.knowledge().base
    let retriever = AskedRetriever()
    let finder = PassageFinder()
    let text = "夜间停车怎么收费？"
    let turn = Turn(
      text: text, folded: Folding.fold(Array(text.utf8)), language: .chinese,
      asOf: CalendarDay("2026-01-01")!)
    _ = await finder.find(
      turn, finder.content(of: turn.folded), query: IndexQuery(text), least: 0.5,
      in: SkillEnvironment(knowledge: knowledge, retriever: retriever))
    #expect(await retriever.limits == [PassageFinder.candidates])
  }

  private actor AskedRetriever: Retriever {
    var limits: [Int] = []

    func passages(for query: RetrievalQuery, limit: Int) async throws -> [Passage] {
      limits.append(limit)
      return []
    }
  }
}
