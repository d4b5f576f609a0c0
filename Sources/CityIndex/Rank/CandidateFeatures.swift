import Glibc

/// The features of the candidates of one question.
struct CandidateFeatures {
  /// ``width`` values a candidate, by ``RankFeature``'s raw value.
  private(set) var values: [Float]
  static let width = RankFeature.allCases.count

  private let question: RankQuestion
  private let index: KnowledgeIndex
  private let works: WorkSizes
  private let usual: UsualLengths
  private var evidence: HitEvidence
  private var text = TextHits()
  private var heading = TextHits()
  private var title = TextHits()
  /// By term: the last text that held it.
  private var held: [Int32]
  private var round: Int32 = 0
  /// Numbers and words among the terms that ``held(_:)`` met in this round.
  private var literals = 0

  /// Documents longer than this many bytes are judged by their candidates alone.
  private static let wholeLimit = 16_384

  /// - Parameter found: of the first stage, best first.
  /// - Complexity: O(bytes of the candidates and of their short documents).
  init(
    _ question: RankQuestion, _ found: [ScoredPassage], in index: KnowledgeIndex,
    works: WorkSizes, usual: UsualLengths, recall: MemoryRecall?
  ) {
    self.question = question
    self.index = index
    self.works = works
    self.usual = usual
    values = [Float](repeating: 0, count: Self.width * found.count)
    evidence = HitEvidence(question)
    held = [Int32](repeating: 0, count: question.terms.count)
    guard let best = found.first?.score, best > 0 else { return }
    let passages = found.map { index.passage($0.passage) }
    // Passages of one document have neighboring numbers.
    let order = found.indices.sorted { found[$0].passage < found[$1].passage }
    var first = 0
    while first < order.count {
      let document = passages[order[first]].document
      var end = first
      var (top, second) = (Float(0), Float(0))
      while end < order.count, passages[order[end]].document == document {
        let score = found[order[end]].score
        second = max(second, min(top, score))
        top = max(top, score)
        end += 1
      }
      let group = order[first..<end]
      if let recall {
        for row in group {
          let evidence = recall.evidence(
            of: found[row].passage, in: document, workSize: works[document])
          for (feature, value) in evidence.features { set(feature, value, row) }
        }
      }
      for row in group {
        set(.score, found[row].score / best, row)
        set(.secondScore, second / best, row)
      }
      judge(document, group, passages)
      first = end
    }
  }

  private mutating func set(_ feature: RankFeature, _ value: Float, _ row: Int) {
    values[row * Self.width + feature.rawValue] = value
  }

  /// Fills the rows of one document's candidates.
  private mutating func judge(
    _ document: Int, _ group: ArraySlice<Int>, _ passages: [IndexedPassage]
  ) {
    text.removeAll()
    title.removeAll()
    var length = 0
    if let view = index.textView(document), view.count < Self.wholeLimit {
      let whole = view.bytes
      text.scan(whole, for: question)
      length = whole.count
    } else {
      for row in group {
        let range = passages[row].range
        let part = index.text(document: document, range: range) ?? []
        text.scan(part, base: range.lowerBound, for: question)
        length += part.count
      }
    }
    title.scan(index.title(document: document), for: question)
    let whole = evidence.saturated(
      text.mains[...], k1: 0.9, b: 0.5, length: Float(length) / usual.document)
    round += 1
    let named = held(title.mains[...]) / question.mainWeight
    let share = Float(title.mains.count) / Float(max(1, title.mainTerms))
    for row in group {
      set(.document, whole / question.mainWeight, row)
      set(.title, named, row)
      set(.titleNamed, share, row)
      set(.work, works[document], row)
      judge(passages[row], row)
    }
  }

  private mutating func judge(_ passage: IndexedPassage, _ row: Int) {
    let mains = TextHits.slice(text.mains, passage.range)
    let characters = TextHits.slice(text.characters, passage.range)
    let length = Float(max(1, passage.range.count)) / usual.passage
    let all = question.mainWeight
    let single = question.characterWeight
    set(.saturation, evidence.saturated(mains, k1: 1.8, b: 0.9, length: length) / all, row)
    set(
      .characterSaturation,
      evidence.saturated(characters, k1: 1.2, b: 0.6, length: length) / single, row)
    set(.window, evidence.bestWindow(mains, size: 40) / all, row)
    set(.characterWindow, evidence.bestWindow(characters, size: 30) / single, row)
    set(.spreadPairs, evidence.spreadPairs(characters) / question.spreadWeight, row)
    let runs = evidence.runs(mains)
    set(.order, runs.order / question.pairWeight, row)
    // A run may repeat itself; the question counts once.
    set(.longestRun, min(1, runs.run / all), row)
    set(.length, logf(length), row)

    round += 1
    literals = 0
    heading.removeAll()
    if !passage.heading.isEmpty { heading.scan(Array(passage.heading.utf8), for: question) }
    let found =
      held(heading.characters[...]) + held(title.characters[...]) + held(characters)
    set(.characters, found / single, row)
    if question.literalCount > 0 {
      _ = held(heading.mains[...]) + held(title.mains[...]) + held(mains)
      set(.literals, Float(literals) / Float(question.literalCount), row)
    }
  }

  /// The weight of the terms that no text of this round had before.
  private mutating func held(_ hits: ArraySlice<TextHits.Hit>) -> Float {
    var sum: Float = 0
    for hit in hits where held[Int(hit.term)] != round {
      let term = question.terms[Int(hit.term)]
      held[Int(hit.term)] = round
      sum += term.weight
      if term.isLiteral { literals += 1 }
    }
    return sum
  }
}

/// Bytes of a passage and of a document of usual length in one index.
struct UsualLengths: Sendable {
  let passage: Float
  let document: Float

  init(_ index: KnowledgeIndex) {
    let bytes = Float(index.textBytes)
    passage = max(60, bytes / Float(max(1, index.passageCount)))
    document = max(60, bytes / Float(max(1, index.documentCount)))
  }
}
