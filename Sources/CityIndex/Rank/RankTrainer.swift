import Glibc

/// Fits the weights of a linear ranking to judged questions.
///
/// First by gradient descent on the listwise loss (Cao et al. 2007, ListNet, top one): it is smooth and finds
/// the region. Then by coordinate ascent on nDCG@10 itself (Metzler & Croft 2007): one weight after the other is
/// moved by the step that gains most, steps shrinking, until none gains. Sets of questions count alike, whatever
/// their sizes; evidence never counts against a passage, except ``RankFeature/signed``. No chance in it.
public struct RankTrainer: Sendable {
  private let sets: [[RankCase]]
  /// A change must gain this much a unit of weight moved away from the start: small sets stay near it.
  private let caution: Double

  /// - Parameter caution: 0 for large sets; about 0.1 / questions for a user's own few.
  public init(_ sets: [[RankCase]], caution: Double = 0) {
    self.sets = sets.filter { !$0.isEmpty }
    self.caution = caution
  }

  /// nDCG@10 of weights on the sets, averaged over each.
  public func quality(_ values: [Float]) -> [Double] {
    sets.map { cases in
      var best: [Float] = []
      let sum = cases.reduce(0.0) { sum, item in
        let scores = item.scores(values)
        if best.count < item.documentCount {
          best = [Float](repeating: 0, count: item.documentCount)
        }
        return sum + scores.withUnsafeBufferPointer { item.gain($0, &best) }
      }
      return sum / Double(cases.count)
    }
  }

  /// Weights made from nothing: the best of several fits that begin at different places.
  public func fit() -> [Float] {
    var best: (values: [Float], quality: Double) = ([], -1)
    for pull in [1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 0] {
      let values = fit(from: begin(pull: pull))
      let quality = quality(values).reduce(0, +)
      if quality > best.quality { best = (values, quality) }
    }
    return best.values
  }

  /// Better weights, from those given on.
  /// - Parameter features: the only ones to be fitted; nil fits all.
  /// - Complexity: some hundred times O(candidates).
  public func fit(from start: [Float], only features: [RankFeature]? = nil) -> [Float] {
    let numbers = features?.map(\.rawValue) ?? Array(start.indices)
    var search = RankAscent(sets, from: start, caution: caution)
    var last = -Double.infinity
    // Large steps again after small ones leave many a place where none alone gained.
    while search.quality > last + 1e-4 {
      last = search.quality
      var step: Float = 0.4
      while step > 0.02 {
        var hasGained = false
        for number in numbers {
          if search.improve(number, by: [step, -step, step / 3, -step / 3]) { hasGained = true }
        }
        if !hasGained { step /= 2 }
      }
    }
    return search.values
  }

  /// Weights made from nothing, to begin a fit with; the one of ``RankFeature/score`` is 1.
  ///
  /// Adam (Kingma & Ba 2015) over all questions at once, 1,200 rounds, with a small pull to zero.
  func begin(pull: Double) -> [Float] {
    let width = RankWeights.count
    var values = [Double](repeating: 0.1, count: width)
    var (mean, square) = (
      [Double](repeating: 0, count: width), [Double](repeating: 0, count: width)
    )
    for round in 1...1200 {
      let slope = slope(values)
      let rate = round < 1000 ? 0.1 : 0.02
      for k in 0..<width {
        let g = slope[k] + pull * values[k]
        mean[k] = 0.9 * mean[k] + 0.1 * g
        square[k] = 0.999 * square[k] + 0.001 * g * g
        let m = mean[k] / (1 - pow(0.9, Double(round)))
        let s = square[k] / (1 - pow(0.999, Double(round)))
        values[k] -= rate * m / (sqrt(s) + 1e-8)
        if !Self.isSigned(k) { values[k] = max(0, values[k]) }
      }
    }
    let unit = max(1e-3, values[RankFeature.score.rawValue])
    return values.map { Float($0 / unit) }
  }

  /// Whether the weight may be below zero; what long questions add always may.
  static func isSigned(_ number: Int) -> Bool {
    number >= RankFeature.allCases.count
      || RankFeature.signed.contains(RankFeature.allCases[number])
  }

  /// The gradient of the mean listwise loss.
  private func slope(_ values: [Double]) -> [Double] {
    let width = RankWeights.count
    let weights = values.map { Float($0) }
    var total = [Double](repeating: 0, count: width)
    for cases in sets {
      for item in cases where !item.relevant.isEmpty {
        let scores = item.scores(weights)
        var best = [Int](repeating: -1, count: item.documentCount)
        for i in scores.indices {
          let document = Int(item.documents[i])
          if best[document] < 0 || scores[i] > scores[best[document]] { best[document] = i }
        }
        let top = scores.max() ?? 0
        let shares = best.map { exp(Double(scores[$0] - top)) }
        let sum = shares.reduce(0, +)
        let isRelevant = Set(item.relevant)
        for (document, i) in best.enumerated() {
          let wanted = isRelevant.contains(Int32(document)) ? 1 / Double(isRelevant.count) : 0
          let error = (shares[document] / sum - wanted) / Double(cases.count * sets.count)
          for k in 0..<width { total[k] += error * Double(item.features[i * width + k]) }
        }
      }
    }
    return total
  }
}
