import Glibc

/// What a memory holds for one question: the evidence it gives for any passage.
///
/// People ask of few places, and of the same ones in other words: of 789 lay questions on 57,829 articles of
/// law, half have an article that another one has too, and 85 % one within three of such an article.
struct MemoryRecall {
  /// Questions that resemble less than this say nothing.
  static let leastSimilarity: Float = 0.05
  static let neighbors = 20
  /// Documents of one work, or clauses of one document, that are farther apart are no neighbors.
  private static let reach = 20
  /// Squared similarity, and similarity, that speak for nothing: one faint resemblance decides little.
  static let doubt: Float = 0.4
  private static let workDoubt: Float = 0.5
  /// What is added to how far the tenth best score lies below the best one, as a share of it.
  private static let leastDecision: Float = 0.1
  /// Questions from which on half of what the memory knows of all questions is believed.
  private static let halfBelieved: Float = 200
  /// Passages brought for a document that was confirmed as a whole, at most.
  private static let wholeLimit = 8

  private struct Support {
    var place: AnswerMemory.Place
    var weight: Float
  }

  private let memory: AnswerMemory
  private let index: KnowledgeIndex
  /// Places confirmed for similar questions: their shares, 1 together at most.
  private var supports: [Support] = []
  /// By work: its share of the similar questions.
  private var works: [Int: Float] = [:]
  private let belief: Float
  /// What all evidence is multiplied by: the memory's trust, more where words decide less.
  private let force: Float

  /// - Parameter found: passages of the first step, best first.
  init(
    _ memory: AnswerMemory, _ question: RankQuestion, _ found: [ScoredPassage],
    in index: KnowledgeIndex
  ) {
    self.memory = memory
    self.index = index
    let questions = Float(memory.questionCount)
    belief = questions / (questions + Self.halfBelieved)
    let tenth = found.isEmpty ? 0 : found[min(9, found.count - 1)].score
    let best = max(found.first?.score ?? 0, .leastNormalMagnitude)
    force = memory.trust / (Self.leastDecision + 1 - min(1, tenth / best))
    let similar = memory.similar(
      to: question.terms.map { MemoryTerms.Weighted(key: $0.key, factor: $0.factor) },
      least: Self.leastSimilarity, limit: Self.neighbors)
    let squares = similar.reduce(Self.doubt) { $0 + $1.similarity * $1.similarity }
    let all = similar.reduce(Self.workDoubt) { $0 + $1.similarity }
    var weights: [Int: Float] = [:]
    for item in similar {
      let targets = memory.targets(of: item.question)
      for target in targets where target < memory.placeCount {
        weights[target, default: 0] += item.similarity * item.similarity / squares
        if let work = memory.place(target).work {
          works[work, default: 0] += item.similarity / all / Float(targets.count)
        }
      }
    }
    for target in weights.keys.sorted() {
      supports.append(Support(place: memory.place(target), weight: weights[target] ?? 0))
    }
  }

  /// Passages confirmed for similar questions.
  var confirmed: [Int] {
    supports.flatMap { support in
      let own = index.passageRange(of: support.place.document)
      guard let clause = support.place.clause else { return Array(own.prefix(Self.wholeLimit)) }
      return clause < own.count ? [own.lowerBound + clause] : []
    }
  }

  /// - Parameters:
  ///   - document: the passage's.
  ///   - size: of the passage's work (``WorkSizes``).
  func evidence(of passage: Int, in document: Int, workSize size: Float) -> MemoryEvidence {
    let clause = passage - index.passageRange(of: document).lowerBound
    let stem = index.place(ofDocument: document).map {
      $0.segment.origin(of: $0.number).stem
    }
    let work = stem.flatMap { memory.work(ofStem: $0) }
    var evidence = MemoryEvidence()
    for support in supports {
      switch distance(support.place, document, clause, work) {
      case 0?: evidence.confirmed += support.weight
      case let far?: evidence.besideConfirmed += support.weight * expf(Float(1 - far) / 4)
      case nil: break
      }
    }
    if let work { evidence.similarWork = works[work] ?? 0 }
    var near: Float = 0
    var number = memory.firstPlace(from: document - Self.reach)
    while number < memory.placeCount {
      let place = memory.place(number)
      guard place.document <= document + Self.reach else { break }
      if let far = distance(place, document, clause, work), far > 0 {
        near += Float(place.questions) * expf(Float(1 - far) / 5)
      }
      number += 1
    }
    evidence.askedNearby = belief * log1pf(near) / log1pf(Float(memory.questionCount))
    if size > 0 {
      evidence.workSize = belief * size
      if work == nil { evidence.unaskedWork = belief }
    }
    return evidence.multiplied(by: force)
  }

  /// How far apart a place and a clause are; nil where they are no neighbors.
  private func distance(
    _ place: AnswerMemory.Place, _ document: Int, _ clause: Int, _ work: Int?
  ) -> Int? {
    let far: Int
    if place.document == document {
      far = place.clause.map { abs($0 - clause) } ?? 0
    } else {
      guard let work, place.work == work else { return nil }
      far = abs(place.document - document)
    }
    return far <= Self.reach ? far : nil
  }
}
