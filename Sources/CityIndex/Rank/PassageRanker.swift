public import CityText

/// Ranks passages in two steps: BM25F over the whole index, then a linear model over what the best hold.
///
/// A document may stand several times among the passages; ``documents(for:limit:)`` takes each once, by its
/// best one. The same question on the same generation gives the same order.
public struct PassageRanker: Sendable {
  /// Candidates that are ranked again, by default.
  public static let candidates: Int = 50
  /// Weights and length normalisation of the first step.
  public static let firstStage: FieldWeights = {
    var weights = FieldWeights()
    weights.title = 1
    weights.k1 = 1.2
    weights.b = 0.6
    return weights
  }()

  public let index: KnowledgeIndex
  /// Question words, folded.
  public let silent: PhraseTable
  /// Nil leaves the order of the first step.
  public var weights: RankWeights?
  public var depth: Int = PassageRanker.candidates
  private let works: WorkSizes
  private let usual: UsualLengths

  public init(
    _ index: KnowledgeIndex, silent: PhraseTable, weights: RankWeights? = .standard
  ) {
    self.index = index
    self.silent = silent
    self.weights = weights
    works = WorkSizes(index)
    usual = UsualLengths(index)
  }

  /// The question as this ranker sees it.
  public func question(_ text: String) -> RankQuestion {
    RankQuestion(text, silent: silent, synonyms: index.synonyms, in: index)
  }

  /// The best passages, best first; those behind the candidates keep the order of the first step.
  ///
  /// - Complexity: O(first step + bytes of the candidates).
  public func passages(for text: String, limit: Int) -> [ScoredPassage] {
    rank(question(text), limit: limit)
  }

  /// The same for a question prepared before, whose filter may have been set.
  public func rank(_ question: RankQuestion, limit: Int) -> [ScoredPassage] {
    let found = index.search(
      firstQuery(question), limit: max(limit, depth), weights: Self.firstStage)
    return Array(rankedAgain(found, for: question).prefix(limit))
  }

  /// Passages that a search found, best first: the first ``depth`` of them in the order of what they hold.
  ///
  /// - Complexity: O(bytes of the candidates).
  public func rankedAgain(
    _ found: [ScoredPassage], for question: RankQuestion
  ) -> [ScoredPassage] {
    guard let weights else { return found }
    let features = features(of: found.prefix(depth), for: question)
    let width = CandidateFeatures.width
    let effective = weights.effective(longness: question.longness)
    let scores = (0..<features.count / width).map { row in
      var sum: Float = 0
      for k in 0..<width { sum += features[row * width + k] * effective[k] }
      return sum
    }
    let order = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    let best = order.map { ScoredPassage(passage: found[$0].passage, score: scores[$0]) }
    return best + found.dropFirst(depth)
  }

  /// The query of the first step.
  ///
  /// Where the candidates are ranked again, single characters are left to that: they have by far the longest
  /// postings, and leaving them out costs 0.01 of the candidates' recall at most.
  public func firstQuery(_ question: RankQuestion) -> IndexQuery {
    guard weights != nil else { return question.query }
    var query = question.query
    let others = query.terms.filter { !RankQuestion.isCharacter($0.key) }
    if others.contains(where: { index.frequency(of: $0.key) > 0 }) { query.terms = others }
    return query
  }

  /// The features of candidates, in their order, for each its values by ``RankFeature``'s raw value.
  /// - Parameter found: of the first step, best first.
  public func features(
    of found: some RandomAccessCollection<ScoredPassage>, for question: RankQuestion
  ) -> [Float] {
    CandidateFeatures(question, Array(found), in: index, works: works, usual: usual).values
  }
}
