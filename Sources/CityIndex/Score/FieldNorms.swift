/// What BM25F needs of each passage's lengths for given weights, worked out once per index and weights.
///
/// For a field it is weight / (1 − b + b · length / average): a term's frequency is then the sum of its
/// occurrences times these. 16 bytes a passage; it saves a division a posting and halves a search.
struct FieldNorms: Sendable {
  let weights: FieldWeights
  /// Four a passage: title, aliases, headings, body.
  private let values: [Float]

  init(_ weights: FieldWeights, of index: KnowledgeIndex) {
    self.weights = weights
    let fields = SIMD4(weights.title, weights.aliases, weights.headings, weights.body)
    let averages = index.info.averageLengths
    var values = [Float](repeating: 0, count: index.passageCount * 4)
    for passage in 0..<index.passageCount {
      let lengths = index.lengths(of: passage)
      // A field that is empty, here or everywhere, holds no term: its norm is never asked for.
      for field in 0..<4 where lengths[field] > 0 && averages[field] > 0 {
        let length = Float(lengths[field]) / averages[field]
        values[passage * 4 + field] = fields[field] / (1 - weights.b + weights.b * length)
      }
    }
    self.values = values
  }

  /// The part of the score of a term with these postings, added for each passage that holds it.
  ///
  /// Kernel with unsafe buffers; every passage number is checked against the size of `scores`.
  func accumulate(_ postings: ByteView, factor: Float, into scores: inout [Float]) {
    scores.withUnsafeMutableBufferPointer { scores in
      values.withUnsafeBufferPointer { values in
        precondition(values.count == scores.count * 4)
        var reader = PostingReader(postings)
        while reader.next(), reader.passage < scores.count {
          let frequency =
            if let field = reader.onlyField {
              Float(reader.frequency) * values[reader.passage &* 4 &+ field]
            } else {
              Self.frequency(reader.counts, values, reader.passage)
            }
          scores[reader.passage] += part(frequency, factor)
        }
      }
    }
  }

  /// The part of one passage's score of a term that it holds `counts` times.
  func score(passage: Int, _ counts: SIMD4<UInt32>, factor: Float) -> Float {
    values.withUnsafeBufferPointer { part(Self.frequency(counts, $0, passage), factor) }
  }

  private static func frequency(
    _ counts: SIMD4<UInt32>, _ values: UnsafeBufferPointer<Float>, _ passage: Int
  ) -> Float {
    var sum: Float = 0
    for field in 0..<4 { sum += Float(counts[field]) * values[passage * 4 + field] }
    return sum
  }

  @inline(__always)
  private func part(_ frequency: Float, _ factor: Float) -> Float {
    frequency > 0 ? factor * frequency / (weights.k1 + frequency) : 0
  }
}
