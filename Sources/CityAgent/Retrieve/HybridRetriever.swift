public import CityIndex
import Synchronization

/// Finds passages by words and by meaning: a lexical list and the nearest vectors, fused by reciprocal rank.
///
/// The same question on the same files gives the same list, as long as the embedder gives the same vector. Whatever is
/// missing, fails or is late – vectors of another model or generation, the embedder, the reranker – takes away its own
/// part and puts down a ``RetrievalNotice``; without vectors the list is the lexical one, score by score.
public struct HybridRetriever: Retriever {
  /// Passages of each list that are fused, or as many as are wanted, where that is more.
  public static let usualDepth: Int = 100
  /// Passages that a reranker sees.
  public static let usualRerankDepth: Int = 20

  let index: KnowledgeIndex
  let lexical: any Retriever
  private let vectors: VectorSource
  private let questions: QuestionVectors
  private let reranker: (any Reranker)?
  private let settings: Settings
  private let turn: TurnState

  /// How long and how deep.
  public struct Settings: Sendable {
    /// For the vector of a question, and again for the reranker's answer.
    public var deadline: Duration = .seconds(1)
    public var depth: Int = HybridRetriever.usualDepth
    public var rerankDepth: Int = HybridRetriever.usualRerankDepth
    /// Whether the lexical list counts; without it the nearest vectors alone are the result.
    public var usesWords: Bool = true

    public init() {}
  }

  /// - Parameters:
  ///   - vectors: those beside the index (``VectorSource/init(besides:)``).
  ///   - lexical: what searches by words; nil takes the index's own ranking.
  ///   - reranker: orders the best passages again.
  ///   - notices: told of what could not be done, outside turns; a turn has its own (``forTurn(_:)``).
  public init(
    _ index: KnowledgeIndex, vectors: VectorSource, embedder: any Embedder,
    lexical: (any Retriever)? = nil, reranker: (any Reranker)? = nil,
    settings: Settings = Settings(),
    notices: RetrievalNotices = RetrievalNotices()
  ) {
    self.index = index
    self.vectors = vectors.checked(for: index, model: embedder.model)
    self.lexical = lexical ?? LocalRetriever(index)
    questions = QuestionVectors(embedder)
    self.reranker = reranker
    self.settings = settings
    turn = TurnState(notices, isOneTurn: false)
  }

  private init(_ other: HybridRetriever, _ turn: TurnState) {
    index = other.index
    lexical = other.lexical.forTurn(turn.notices)
    vectors = other.vectors
    questions = other.questions
    reranker = other.reranker
    settings = other.settings
    self.turn = turn
  }

  /// Whose vectors and weights: the part of a run's id that they decide.
  public var identity: String {
    lexical.identity + (vectors.index.map { "\($0.model) \($0.sum)" } ?? "")
  }

  /// The same for one turn: an embedder that failed once is not asked again in it.
  public func forTurn(_ notices: RetrievalNotices) -> any Retriever {
    HybridRetriever(self, TurnState(notices, isOneTurn: true))
  }

  /// - Throws: what the lexical retriever throws, and `CancellationError`.
  public func passages(for query: RetrievalQuery, limit: Int) async throws -> [Passage] {
    guard limit > 0 else { return [] }
    guard let text = query.text, !text.isEmpty else {
      return try await lexical.passages(for: query, limit: limit)
    }
    // Asked for before the lexical search, so that both take their time together.
    let pending =
      turn.isWithoutEmbedder ? nil : vectors.index.map { _ in questions.vector(of: text) }
    let depth = max(settings.depth, limit)
    let words =
      settings.usesWords ? try await lexical.passages(for: query, limit: depth).map(\.number) : []
    guard let nearest = await nearest(query, text, pending, depth: depth) else {
      try Task.checkCancellation()
      return try await reranked(
        lexical.passages(for: query, limit: limit), query: text, limit: limit)
    }
    let fused = ReciprocalRanks.fused(settings.usesWords ? [words, nearest] : [nearest])
    return try await reranked(fused, query: text, limit: limit)
  }

  /// The passages nearest to the question; nil, with a notice, where there is no vector to go by.
  private func nearest(
    _ query: RetrievalQuery, _ text: String, _ pending: Task<[Float], any Error>?, depth: Int
  ) async -> [Int]? {
    guard let vectors = vectors.index else {
      if let notice = vectors.notice { turn.notices.add(notice) }
      return nil
    }
    guard let pending else { return nil }
    let notice: RetrievalNotice
    switch await PromptReply.of(pending, within: settings.deadline, isShared: true) {
    case .value(let vector):
      do {
        return try vectors.search(vector, keeping: query.query, in: index, limit: depth).map(
          \.passage)
      } catch {
        notice = .embedderFailed(reason: error.message)
      }
    case .late:
      questions.forget(text)
      notice = .embedderSlow
    case .failed(let error):
      if Task.isCancelled { return nil }
      // Another turn had waited for the same request as long as it may.
      notice =
        error is CancellationError ? .embedderSlow : .embedderFailed(reason: "\(error)")
    }
    turn.fail(notice)
    return nil
  }

  /// The best passages in the reranker's order, then the others.
  private func reranked(_ found: [Passage], query: String, limit: Int) async throws -> [Passage] {
    guard let reranker, found.count > 1 else { return Array(found.prefix(limit)) }
    let best = Array(found.prefix(max(1, settings.rerankDepth)))
    let texts = best.map { index.passageText($0.number) }
    let task = Task { try await reranker.rank(texts, for: query, limit: best.count) }
    var order: [Int] = []
    switch await PromptReply.of(task, within: settings.deadline) {
    case .value(let ranked): order = ranked.map(\.index).filter(best.indices.contains)
    case .late: turn.notices.add(.rerankerSlow)
    case .failed(let error):
      try Task.checkCancellation()
      turn.notices.add(.rerankerFailed(reason: "\(error)"))
    }
    // What a reranker leaves out comes behind, in the order it had.
    var isTaken = [Bool](repeating: false, count: best.count)
    let first = order.filter { place in
      defer { isTaken[place] = true }
      return !isTaken[place]
    }
    let rest = best.indices.filter { !isTaken[$0] }
    return Array(((first + rest).map { best[$0] } + found.dropFirst(best.count)).prefix(limit))
  }
}

/// What one turn has found out, and where its notices go.
private final class TurnState: Sendable {
  let notices: RetrievalNotices
  private let isOneTurn: Bool
  private let hasFailed = Mutex(false)

  init(_ notices: RetrievalNotices, isOneTurn: Bool) {
    self.notices = notices
    self.isOneTurn = isOneTurn
  }

  /// Whether the embedder failed before in this turn.
  var isWithoutEmbedder: Bool { hasFailed.withLock { $0 } }

  func fail(_ notice: RetrievalNotice) {
    notices.add(notice)
    if isOneTurn { hasFailed.withLock { $0 = true } }
  }
}
