/// Weighs hits: how often, how near each other, in which order the terms of a question stand in a text.
///
/// All its lists are by term or pair of the question, made once and cleared by what was touched.
struct HitEvidence {
  typealias Hits = ArraySlice<TextHits.Hit>

  private let question: RankQuestion
  private var counts: [Int32]
  private var seen: [Int32]
  private var lastPositions: [Int32]
  private var round: Int32 = 0
  private static let never: Int32 = -1_000

  init(_ question: RankQuestion) {
    self.question = question
    counts = [Int32](repeating: 0, count: question.terms.count)
    seen = [Int32](repeating: 0, count: max(question.pairs.count, question.spread.count))
    lastPositions = [Int32](repeating: Self.never, count: question.terms.count)
  }

  /// Weight of the distinct terms with saturated frequency (BM25), texts longer than usual held to more.
  /// - Parameter length: the text's length over the usual one.
  mutating func saturated(_ hits: Hits, k1: Float, b: Float, length: Float) -> Float {
    let norm = k1 * (1 - b + b * length)
    for hit in hits { counts[Int(hit.term)] += 1 }
    var sum: Float = 0
    for hit in hits {
      let term = Int(hit.term)
      let count = Float(counts[term])
      guard count > 0 else { continue }
      counts[term] = 0
      sum += question.terms[term].weight * count * (k1 + 1) / (count + norm)
    }
    return sum
  }

  /// The largest weight of distinct terms within `size` characters or words.
  /// - Complexity: O(hits).
  mutating func bestWindow(_ hits: Hits, size: Int32) -> Float {
    var best: Float = 0
    var weight: Float = 0
    var low = hits.startIndex
    for hit in hits {
      let term = Int(hit.term)
      if counts[term] == 0 { weight += question.terms[term].weight }
      counts[term] += 1
      while hit.position - hits[low].position >= size {
        let out = Int(hits[low].term)
        counts[out] -= 1
        if counts[out] == 0 { weight -= question.terms[out].weight }
        low += 1
      }
      best = max(best, weight)
    }
    for hit in hits { counts[Int(hit.term)] = 0 }
    return best
  }

  /// Neighbors of the question that are neighbors here, and the longest run of them.
  mutating func runs(_ hits: Hits) -> (order: Float, run: Float) {
    round += 1
    var order: Float = 0
    var best: Float = 0
    var weight: Float = 0
    var last: TextHits.Hit?
    for hit in hits {
      var goesOn = false
      if let last, hit.position - last.position <= 2 {
        let pair = question.pairs.number(of: RankQuestion.pair(Int(last.term), Int(hit.term)))
        if pair >= 0 {
          goesOn = true
          if seen[pair] != round {
            seen[pair] = round
            order += question.pairWeights[pair]
          }
        }
      }
      let own = question.terms[Int(hit.term)].weight
      weight = goesOn ? weight + own : own
      best = max(best, weight)
      last = hit
    }
    return (order, best)
  }

  /// Weight of the question's neighboring characters that stand within four characters here, in their order:
  /// 解除合同 in 解除劳动合同.
  mutating func spreadPairs(_ characters: Hits) -> Float {
    round += 1
    var sum: Float = 0
    for hit in characters {
      let ending = question.pairsEnding(with: Int(hit.term))
      for pair in question.spreadPairs[ending]
      where hit.position - lastPositions[Int(pair.first)] <= 4
        && lastPositions[Int(pair.first)] < hit.position && seen[Int(pair.number)] != round
      {
        seen[Int(pair.number)] = round
        sum += question.spread[Int(pair.number)]
      }
      lastPositions[Int(hit.term)] = hit.position
    }
    for hit in characters { lastPositions[Int(hit.term)] = Self.never }
    return sum
  }
}
