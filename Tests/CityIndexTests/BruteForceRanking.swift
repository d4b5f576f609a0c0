import CityText
import Glibc

@testable import CityIndex

/// BM25F as its definition has it, in double precision, from the documents themselves.
struct BruteForceRanking {
  struct Passage {
    var document: Int
    /// Occurrences of each term, by field.
    var counts: [[UInt64: Int]]
    var lengths: [Int]
  }

  var passages: [Passage] = []
  let weights: FieldWeights

  init(_ documents: [SourceDocument], weights: FieldWeights) {
    self.weights = weights
    for (number, document) in documents.enumerated() {
      for clause in document.clauses {
        let body = String(decoding: document.text[clause.range], as: UTF8.self)
        let fields = [
          TermScanner.terms(of: document.metadata.title),
          document.metadata.aliases.flatMap { TermScanner.terms(of: $0) },
          TermScanner.terms(of: clause.heading), TermScanner.terms(of: body),
        ]
        passages.append(
          Passage(
            document: number,
            counts: fields.map { $0.reduce(into: [:]) { $0[$1.key, default: 0] += 1 } },
            lengths: fields.map(\.count)))
      }
    }
  }

  /// Scores above zero by passage number.
  func scores(_ terms: [IndexQuery.WeightedTerm]) -> [Int: Double] {
    let fieldWeights = [weights.title, weights.aliases, weights.headings, weights.body].map(
      Double.init)
    let (k1, b) = (Double(weights.k1), Double(weights.b))
    let averages = (0..<4).map { field in
      Double(passages.reduce(0) { $0 + $1.lengths[field] }) / Double(passages.count)
    }
    var scores: [Int: Double] = [:]
    for term in terms {
      let holders = passages.filter { passage in passage.counts.contains { $0[term.key] != nil } }
      let (n, all) = (Double(holders.count), Double(passages.count))
      let idf = log(1 + (all - n + 0.5) / (n + 0.5))
      for (number, passage) in passages.enumerated() {
        var frequency = 0.0
        for field in 0..<4 {
          guard let count = passage.counts[field][term.key] else { continue }
          let norm = 1 - b + b * Double(passage.lengths[field]) / averages[field]
          frequency += fieldWeights[field] * Double(count) / norm
        }
        guard frequency > 0 else { continue }
        scores[number, default: 0] += Double(term.weight) * idf * frequency / (k1 + frequency)
      }
    }
    return scores
  }
}
