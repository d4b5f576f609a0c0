/// One judged question: the features of its candidates, their documents, and which of these are relevant.
public struct RankCase: Sendable {
  /// Candidates one after the other, each with a value a number of ``RankWeights/values``.
  let features: [Float]
  /// By candidate the number of its document within this case.
  let documents: [Int32]
  let documentCount: Int
  /// Documents among the candidates that are relevant.
  let relevant: [Int32]
  /// DCG@10 of the best order there could be, relevant documents that are no candidates included.
  let ideal: Double

  /// - Parameters:
  ///   - features: the candidates' as ``PassageRanker/candidates(for:)`` gives them.
  ///   - longness: the question's.
  ///   - documents: the candidates' documents, by any numbers.
  ///   - relevant: numbers of the relevant documents that are in the index.
  ///   - judged: how many relevant documents the question has.
  public init(
    features: [Float], longness: Float, documents: [Int], relevant: Set<Int>, judged: Int
  ) {
    var values: [Float] = []
    values.reserveCapacity(documents.count * RankWeights.count)
    for row in documents.indices {
      let own = features[row * CandidateFeatures.width..<(row + 1) * CandidateFeatures.width]
      values += own
      values += RankFeature.varying.map { own[own.startIndex + $0.rawValue] * longness }
    }
    self.features = values
    var numbers: [Int: Int32] = [:]
    var own: [Int32] = []
    var hits: [Int32] = []
    for document in documents {
      if let number = numbers[document] {
        own.append(number)
      } else {
        let number = Int32(numbers.count)
        numbers[document] = number
        own.append(number)
        if relevant.contains(document) { hits.append(number) }
      }
    }
    self.documents = own
    self.relevant = hits
    documentCount = numbers.count
    ideal = (0..<min(10, judged)).reduce(0.0) { $0 + Self.discount($1) }
  }

  /// 1 / log₂(rank + 1), rank from 0 here.
  static func discount(_ rank: Int) -> Double { rank < 10 ? discounts[rank] : 0 }

  private static let discounts: [Double] = [
    1, 0.6309297535714575, 0.5, 0.43067655807339306, 0.38685280723454163, 0.3562071871080222,
    0.3333333333333333, 0.31546487678572877, 0.3010299956639812, 0.2890648263178879,
  ]

  /// The scores of the candidates with these weights.
  func scores(_ values: [Float]) -> [Float] {
    let width = RankWeights.count
    return documents.indices.map { i in
      var sum: Float = 0
      for k in 0..<width { sum += features[i * width + k] * values[k] }
      return sum
    }
  }

  /// nDCG@10 where the candidates have these scores; documents count by their best, ties by first-stage order.
  /// - Parameter best: room for a score a document.
  func gain(_ scores: UnsafeBufferPointer<Float>, _ best: inout [Float]) -> Double {
    guard !relevant.isEmpty, ideal > 0 else { return 0 }
    for i in 0..<documentCount { best[i] = -.infinity }
    for i in documents.indices {
      let document = Int(documents[i])
      if scores[i] > best[document] { best[document] = scores[i] }
    }
    var sum = 0.0
    for hit in relevant {
      let own = best[Int(hit)]
      var rank = 0
      for i in 0..<documentCount where best[i] > own || (best[i] == own && i < Int(hit)) {
        rank += 1
      }
      sum += Self.discount(rank)
    }
    return sum / ideal
  }
}
