public import CityIndex

/// The index's own ranking in two steps: BM25F, then what the best passages hold of the question.
///
/// Without the question's text only the first step is taken.
public struct RankedRetriever: Retriever {
  private let ranker: PassageRanker

  public init(_ ranker: PassageRanker) { self.ranker = ranker }

  public func passages(for query: RetrievalQuery, limit: Int) async throws -> [Passage] {
    guard limit > 0 else { return [] }
    guard let text = query.text else {
      return try await LocalRetriever(ranker.index).passages(for: query, limit: limit)
    }
    var question = ranker.question(text)
    question.query.kinds = query.query.kinds
    question.query.languages = query.query.languages
    question.query.skills = query.query.skills
    question.query.documents = query.query.documents
    return ranker.rank(question, limit: limit).map { Passage(number: $0.passage, score: $0.score) }
  }
}
