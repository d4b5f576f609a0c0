public import CityText

/// Ranks passages in two steps: BM25F over the whole index, then a linear model over what the best hold.
///
/// A document may stand several times among the passages; ``documents(for:limit:)`` takes each once, by its
/// best one. The same question on the same generation gives the same order.
public struct PassageRanker: Sendable {
  /// Candidates that are ranked again, by default; half as many more where there is a memory.
  ///
  /// With 50 nDCG@10 on articles of law is higher by 0.005 and elsewhere the same, and a question takes a third longer.
  public static let candidates: Int = 30
  /// How many passages the leading terms choose where nothing is ranked again: more change nDCG@10 by under 0.0005.
  static let depthAlone: Int = 32
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
  /// Nil leaves the order of the first step, in which the sizes of works then count (``WorkSizes``).
  public var weights: RankWeights?
  public var depth: Int = PassageRanker.candidates
  /// Confirmed questions; nil where the generation has none.
  public var memory: AnswerMemory?
  let works: WorkSizes
  private let usual: UsualLengths

  public init(
    _ index: KnowledgeIndex, silent: PhraseTable, weights: RankWeights? = .standard
  ) {
    self.index = index
    self.silent = silent
    self.weights = weights
    // A damaged memory lifts nothing; `verify` names it.
    memory = ((try? AnswerMemory(index)) ?? nil).flatMap { $0.isEmpty ? nil : $0 }
    works = WorkSizes(index)
    usual = UsualLengths(index)
  }

  /// The question as this ranker sees it.
  public func question(_ text: String) -> RankQuestion {
    RankQuestion(
      text, silent: silent, synonyms: index.synonyms, in: index, isRankedAgain: weights != nil)
  }

  /// The best passages, best first; those behind the candidates keep the order of the first step.
  ///
  /// - Complexity: O(first step + bytes of the candidates).
  public func passages(for text: String, limit: Int) -> [ScoredPassage] {
    rank(question(text), limit: limit)
  }

  /// The same for a question prepared before, whose filter may have been set.
  public func rank(_ question: RankQuestion, limit: Int) -> [ScoredPassage] {
    Array(rankedAgain(found(question, limit: limit), for: question).prefix(limit))
  }

  /// Passages of the first step, enough of them to choose candidates from.
  private func found(_ question: RankQuestion, limit: Int) -> [ScoredPassage] {
    guard weights != nil else {
      return index.search(
        firstQuery(question), limit: limit, weights: Self.firstStage, depth: Self.depthAlone,
        works: works)
    }
    let depth = memory != nil ? Self.memoryDepth * depth : depth
    return index.search(
      firstQuery(question), limit: max(limit, depth), weights: Self.firstStage)
  }

  /// What the second step ranks, with the features of each: values by ``RankFeature``'s raw value.
  public func candidates(
    for question: RankQuestion
  ) -> (passages: [ScoredPassage], features: [Float]) {
    let found = found(question, limit: depth)
    let recall = recall(question, found)
    let chosen = candidates(among: found, question, recall)
    return (chosen, features(of: chosen, for: question, recall))
  }

  /// Passages that a search found, best first: the candidates among them in the order of what they hold.
  ///
  /// With a memory these are not simply the first ``depth``, and may be others than the search found.
  /// - Complexity: O(bytes of the candidates).
  public func rankedAgain(
    _ found: [ScoredPassage], for question: RankQuestion
  ) -> [ScoredPassage] {
    guard let weights else { return found }
    let recall = recall(question, found)
    let candidates = candidates(among: found, question, recall)
    let features = features(of: candidates, for: question, recall)
    let width = CandidateFeatures.width
    let effective = weights.effective(longness: question.longness)
    let scores = candidates.indices.map { row in
      var sum: Float = 0
      for k in 0..<width { sum += features[row * width + k] * effective[k] }
      return sum
    }
    let order = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    let best = order.map { ScoredPassage(passage: candidates[$0].passage, score: scores[$0]) }
    guard recall != nil else { return best + found.dropFirst(depth) }
    let taken = Set(best.map(\.passage))
    return best + found.filter { !taken.contains($0.passage) }
  }

  /// The query of the first step, without single characters where its pairs or words are in the index.
  ///
  /// They have by far the longest postings. Leaving them out costs 0.01 of the candidates' recall at most, and
  /// where the candidates are not ranked again less than the sizes of works give back.
  public func firstQuery(_ question: RankQuestion) -> IndexQuery {
    var query = question.query
    let others = query.terms.filter { !RankQuestion.isCharacter($0.key) }
    if others.contains(where: { index.frequency(of: $0.key) > 0 }) { query.terms = others }
    return query
  }

  private func features(
    of candidates: [ScoredPassage], for question: RankQuestion, _ recall: MemoryRecall?
  ) -> [Float] {
    CandidateFeatures(
      question, candidates, in: index, works: works, usual: usual, recall: recall
    ).values
  }
}
