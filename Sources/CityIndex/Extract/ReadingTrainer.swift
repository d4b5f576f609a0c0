import Glibc

/// Fits the weights of reading to questions with marked answers.
///
/// The spans of a text get shares by a softmax over their scores; what is raised is the mean logarithm of the overlap
/// with the answer that is to be expected then, less a penalty on the squares of the weights, by Adam (Kingma & Ba
/// 2015) over all questions at once. Begun at nothing, a fixed number of steps, no chance in it. Sets of questions
/// count alike, whatever their sizes; within one a length counts by the root of its questions, for what kinds are
/// asked differs from set to set.
public struct ReadingTrainer: Sendable {
  private let sets: [[ReadingCase]]

  static let penalty = 3e-4
  /// Added to the expected overlap: a question that is beyond reading pulls no harder than others.
  private static let floor = 0.15
  /// Steps, and the rate at their beginning, for each choice of the spans that are looked at.
  private static let rounds: [(steps: Int, rate: Double)] = [(200, 0.15), (150, 0.1), (150, 0.05)]

  public init(_ sets: [[ReadingCase]]) { self.sets = sets.filter { !$0.isEmpty } }

  /// - Complexity: some hundred times O(questions · spans kept), and three readings of every text.
  public func fit() -> ReadingWeights {
    var weights = ReadingWeights.none
    for (round, steps) in Self.rounds.enumerated() {
      let liked = round > 0 ? weights : nil
      let samples = sets.map { $0.compactMap { ReadingSample($0, liked: liked) } }
      weights = Self.fit(samples, from: weights, steps: steps.steps, rate: steps.rate)
    }
    return weights
  }

  /// Better weights for samples, from those given on.
  static func fit(
    _ samples: [[ReadingSample]], from start: ReadingWeights, steps: Int, rate: Double
  ) -> ReadingWeights {
    var values = start.flat.map(Double.init)
    var mean = [Double](repeating: 0, count: values.count)
    var square = mean
    for step in 1...max(1, steps) {
      let slope = slope(samples, ReadingWeights(flat: values.map { Float($0) }))
      // The last third settles.
      let rate = step * 3 > steps * 2 ? rate * 0.3 : rate
      for k in values.indices {
        let g = slope[k] - penalty * values[k]
        mean[k] = 0.9 * mean[k] + 0.1 * g
        square[k] = 0.99 * square[k] + 0.01 * g * g
        let m = mean[k] / (1 - pow(0.9, Double(step)))
        let s = square[k] / (1 - pow(0.99, Double(step)))
        values[k] += rate * m / (sqrt(s) + 1e-8)
      }
    }
    return ReadingWeights(flat: values.map { Float($0) })
  }

  /// The gradient of the mean logarithm of the expected overlap.
  private static func slope(_ sets: [[ReadingSample]], _ weights: ReadingWeights) -> [Double] {
    let width = SpanFeatures.width
    let lanes = ReadingSample.lanes
    let byLength = AnswerKind.Length.allCases.map { lane(weights, $0) }
    var total = [Double](repeating: 0, count: ReadingWeights.count)
    var scores: [Float] = []
    for samples in sets where !samples.isEmpty {
      let shares = shares(of: samples)
      for sample in samples {
        let part = shares[sample.length.rawValue] / Double(sets.count)
        let own = byLength[sample.length.rawValue]
        let count = sample.gains.count
        scores.removeAll(keepingCapacity: true)
        for row in 0..<count {
          var sum = ReadingSample.Lane()
          for k in 0..<lanes { sum += sample.rows[row * lanes + k] * own[k] }
          scores.append(sum.sum())
        }
        let top = scores.max() ?? 0
        var mass: Float = 0
        var expected: Float = 0
        for row in 0..<count {
          scores[row] = expf(scores[row] - top)
          mass += scores[row]
          expected += scores[row] * sample.gains[row]
        }
        expected /= mass
        var pull = [ReadingSample.Lane](repeating: .init(), count: lanes)
        for row in 0..<count {
          let force = scores[row] / mass * (sample.gains[row] - expected)
          guard force != 0 else { continue }
          for k in 0..<lanes { pull[k] += sample.rows[row * lanes + k] * force }
        }
        let scale = part / (Double(expected) + floor)
        for k in 0..<width { total[k] += Double(pull[k / 8][k % 8]) * scale }
        let place = width + 2 * sample.length.rawValue
        for k in 0..<2 {
          total[place + k] += Double(pull[(width + k) / 8][(width + k) % 8]) * scale
        }
      }
    }
    return total
  }

  /// By length what a question counts in its set.
  private static func shares(of samples: [ReadingSample]) -> [Double] {
    var counts = [Double](repeating: 0, count: AnswerKind.Length.allCases.count)
    for sample in samples { counts[sample.length.rawValue] += 1 }
    let total = counts.reduce(0) { $0 + $1.squareRoot() }
    return counts.map { $0 > 0 ? 1 / total / $0.squareRoot() : 0 }
  }

  private static func lane(
    _ weights: ReadingWeights, _ length: AnswerKind.Length
  ) -> [ReadingSample.Lane] {
    let own = weights.lengths[length.rawValue]
    let values = weights.values + [own.linear, own.square]
    return (0..<ReadingSample.lanes).map { lane in
      var part = ReadingSample.Lane()
      for k in 0..<8 where lane * 8 + k < values.count { part[k] = values[lane * 8 + k] }
      return part
    }
  }
}
