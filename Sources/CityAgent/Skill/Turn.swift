public import CityIndex
public import CityText

/// One question as the skills see it: cleaned, folded, with what came before.
public struct Turn: Sendable {
  /// The question's text, cleaned.
  public let text: String
  /// Folded, and rewritten by the synonym file's `=>` rules.
  public let folded: [UInt8]
  /// The language to answer in.
  public let language: WrittenLanguage
  public let asOf: CalendarDay
  /// What the last turn was about.
  public let previous: SubjectMemory?
  /// The value of the option chosen from a clarifying question.
  public let choice: String?

  public init(
    text: String, folded: [UInt8], language: WrittenLanguage, asOf: CalendarDay,
    previous: SubjectMemory? = nil, choice: String? = nil
  ) {
    self.text = text
    self.folded = folded
    self.language = language
    self.asOf = asOf
    self.previous = previous
    self.choice = choice
  }

  /// `zh` or `en`: the documents' own language tags.
  public var documentLanguage: String { language == .english ? "en" : "zh" }
}

/// What a skill may use: the knowledge it answers from, and the limits of this turn.
public struct SkillEnvironment: Sendable {
  public let knowledge: KnowledgeBase
  public let retriever: any Retriever
  /// The phone number to name where the knowledge has no answer; nil names none.
  public let hotline: String?
  public let deadline: ContinuousClock.Instant?

  public init(
    knowledge: KnowledgeBase, retriever: any Retriever, hotline: String? = nil,
    deadline: ContinuousClock.Instant? = nil
  ) {
    self.knowledge = knowledge
    self.retriever = retriever
    self.hotline = hotline
    self.deadline = deadline
  }
}

/// What to look for.
public struct RetrievalQuery: Sendable {
  public var query: IndexQuery
  /// The question as it was asked, for retrievers that read more than its terms; nil searches by terms alone.
  public var text: String?

  public init(_ query: IndexQuery, text: String? = nil) {
    self.query = query
    self.text = text
  }
}

/// What retrieval returns: a clause and its score.
public struct Passage: Sendable, Hashable {
  public var number: Int
  public var score: Float

  public init(number: Int, score: Float) {
    self.number = number
    self.score = score
  }
}

/// Finds passages; the local index, or a search engine later.
public protocol Retriever: Sendable {
  /// The best passages first, at most `limit`.
  func passages(for query: RetrievalQuery, limit: Int) async throws -> [Passage]

  /// The same retriever for the questions of one turn: what it could not do well is put down in `notices`.
  func forTurn(_ notices: RetrievalNotices) -> any Retriever

  /// What besides the index decides its lists, in one line; empty for none. A part of a run's id.
  var identity: String { get }
}

extension Retriever {
  public var identity: String { "" }

  public func forTurn(_ notices: RetrievalNotices) -> any Retriever { self }
}

/// BM25F over the index alone; ``RankedRetriever`` ranks its best passages again.
public struct LocalRetriever: Retriever {
  let index: KnowledgeIndex

  public init(_ index: KnowledgeIndex) { self.index = index }

  public func passages(for query: RetrievalQuery, limit: Int) async throws -> [Passage] {
    index.search(query.query, limit: limit).map { Passage(number: $0.passage, score: $0.score) }
  }
}
