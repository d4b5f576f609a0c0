public import CityIndex

/// The index's own ranking in two steps: BM25F, then what the best passages hold of the question.
///
/// Without the question's text only the first step is taken, by the terms of the query.
public struct RankedRetriever: Retriever {
  private let index: KnowledgeIndex
  private let ranker: @Sendable () -> PassageRanker
  /// Passages of the first step.
  private let depth: Int
  /// Whether the first step searches for the terms of the query, or for those the ranker reads in the question.
  private let takesTerms: Bool

  /// Weights of one's own decide what is answered; those shipped belong to the program.
  public let identity: String

  /// Searches for what the ranker reads in the question; of the query only the filter counts.
  public init(_ ranker: PassageRanker) {
    index = ranker.index
    self.ranker = { ranker }
    depth = PassageRanker.candidates
    identity = Self.identity(ranker.weights ?? .standard)
    takesTerms = false
  }

  /// The knowledge's own: searches for the terms of the query. Its ranker is made for the first question that finds anything.
  public init(_ knowledge: KnowledgeBase) {
    index = knowledge.index
    ranker = { knowledge.ranker }
    let hasMemory = knowledge.index.tableNames.contains(AnswerMemory.tableName)
    depth = PassageRanker.candidates * (hasMemory ? PassageRanker.memoryDepth : 1)
    identity = Self.identity(knowledge.weights)
    takesTerms = true
  }

  private static func identity(_ weights: RankWeights) -> String {
    weights == .standard ? "" : weights.text
  }

  public func passages(for query: RetrievalQuery, limit: Int) async throws -> [Passage] {
    guard limit > 0 else { return [] }
    guard let text = query.text else {
      return try await LocalRetriever(index).passages(for: query, limit: limit)
    }
    let ranked = takesTerms ? ranked(query.query, text, limit) : read(query.query, text, limit)
    return ranked.prefix(limit).map { Passage(number: $0.passage, score: $0.score) }
  }

  private func ranked(_ query: IndexQuery, _ text: String, _ limit: Int) -> [ScoredPassage] {
    let found = index.search(query, limit: max(limit, depth))
    guard !found.isEmpty else { return [] }
    let ranker = ranker()
    return ranker.rankedAgain(found, for: ranker.question(text))
  }

  private func read(_ query: IndexQuery, _ text: String, _ limit: Int) -> [ScoredPassage] {
    let ranker = ranker()
    var question = ranker.question(text)
    question.query.kinds = query.kinds
    question.query.languages = query.languages
    question.query.skills = query.skills
    question.query.documents = query.documents
    return ranker.rank(question, limit: limit)
  }
}
