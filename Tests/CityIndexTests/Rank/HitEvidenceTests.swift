import CityText
import Testing

@testable import CityIndex

/// Each measure against a slow obvious version.
struct HitEvidenceTests {
  static func samples() throws -> [(RankQuestion, TextHits)] {
    var generator = SeededGenerator(state: 3)
    let index = try IndexSample.index(of: IndexSample.city)
    return (0..<120).map { _ in
      let asked = TextHitsTests.text(Int.random(in: 1...10, using: &generator), &generator)
      let question = RankQuestion(
        String(decoding: asked, as: UTF8.self), silent: PhraseTable(), synonyms: nil, in: index)
      var hits = TextHits()
      hits.scan(
        TextHitsTests.text(Int.random(in: 0...80, using: &generator), &generator), for: question)
      return (question, hits)
    }
  }

  static func isNear(_ a: Float, _ b: Float) -> Bool { abs(a - b) <= 1e-3 * max(1, abs(b)) }

  @Test(arguments: [Int32(1), 5, 40]) func theBestWindowIsTheBestOfAll(size: Int32) throws {
    for (question, hits) in try Self.samples() {
      var evidence = HitEvidence(question)
      var best: Float = 0
      for first in hits.mains {
        let inside = hits.mains.filter {
          $0.position >= first.position && $0.position - first.position < size
        }
        best = max(
          best, Set(inside.map(\.term)).reduce(0) { $0 + question.terms[Int($1)].weight })
      }
      // Twice: nothing of the first time may be left.
      for _ in 0..<2 {
        #expect(Self.isNear(evidence.bestWindow(hits.mains[...], size: size), best))
      }
    }
  }

  @Test func saturationIsBM25() throws {
    for (question, hits) in try Self.samples() {
      var evidence = HitEvidence(question)
      var sum: Float = 0
      for term in question.terms.indices {
        let count = Float(hits.mains.count { Int($0.term) == term })
        sum += question.terms[term].weight * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * 2))
      }
      for _ in 0..<2 {
        #expect(
          Self.isNear(evidence.saturated(hits.mains[...], k1: 1.2, b: 0.75, length: 2), sum))
      }
    }
  }

  @Test func runsAreOrderedNeighborsOfTheQuestion() throws {
    for (question, hits) in try Self.samples() {
      var evidence = HitEvidence(question)
      var pairs: Set<Int> = []
      var (run, best) = (Float(0), Float(0))
      for (i, hit) in hits.mains.enumerated() {
        let before = i > 0 ? hits.mains[i - 1] : nil
        let pair = before.map {
          hit.position - $0.position <= 2
            ? question.pairs.number(of: RankQuestion.pair(Int($0.term), Int(hit.term))) : -1
        }
        if let pair, pair >= 0 { pairs.insert(pair) } else { run = 0 }
        run += question.terms[Int(hit.term)].weight
        best = max(best, run)
      }
      let order = pairs.sorted().reduce(Float(0)) { $0 + question.pairWeights[$1] }
      for _ in 0..<2 {
        let found = evidence.runs(hits.mains[...])
        #expect(Self.isNear(found.order, order))
        #expect(Self.isNear(found.run, best))
      }
    }
  }

  @Test func spreadPairsAreCharactersNearEachOther() throws {
    let index = try IndexSample.index(of: IndexSample.city)
    let question = RankQuestion("解除合同", silent: PhraseTable(), synonyms: nil, in: index)
    func weight(_ text: String) -> Float {
      var hits = TextHits()
      hits.scan(Array(text.utf8), for: question)
      var evidence = HitEvidence(question)
      return evidence.spreadPairs(hits.characters[...]) / question.spreadWeight
    }
    #expect(Self.isNear(weight("解除合同"), 1))
    #expect(Self.isNear(weight("解除了劳动合同"), 1))
    #expect(weight("解除一份多年的劳动合同") < 0.7)
    #expect(weight("同合除解") == 0)
    #expect(weight("") == 0)
  }
}
