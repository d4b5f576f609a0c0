/// The state of one coordinate ascent: current weights, and every candidate's score with them.
struct RankAscent {
  private let sets: [[RankCase]]
  private let start: [Float]
  private let caution: Double
  private(set) var values: [Float]
  private var scores: [[[Float]]]
  private(set) var quality = 0.0
  private var trial: [Float]
  private var best: [Float]

  init(_ sets: [[RankCase]], from start: [Float], caution: Double) {
    self.sets = sets
    self.start = start
    self.caution = caution
    values = start
    scores = sets.map { $0.map { $0.scores(start) } }
    let longest = sets.flatMap { $0.map(\.documents.count) }.max() ?? 0
    trial = [Float](repeating: 0, count: longest)
    best = trial
    quality = tried(0, 0)
  }

  /// Mean quality where one weight is moved, less what the way from the start costs.
  private mutating func tried(_ number: Int, _ step: Float) -> Double {
    let width = RankWeights.count
    var sum = 0.0
    for (s, cases) in sets.enumerated() {
      var own = 0.0
      for (c, item) in cases.enumerated() where !item.relevant.isEmpty {
        scores[s][c].withUnsafeBufferPointer { scores in
          item.features.withUnsafeBufferPointer { features in
            for i in scores.indices { trial[i] = scores[i] + step * features[i * width + number] }
          }
        }
        own += trial.withUnsafeBufferPointer { item.gain($0, &best) }
      }
      sum += own / Double(cases.count)
    }
    var way = 0.0
    for k in values.indices {
      way += Double(abs(values[k] + (k == number ? step : 0) - start[k]))
    }
    return sum / Double(max(1, sets.count)) - caution * way
  }

  /// Takes the step that gains most, if one does.
  mutating func improve(_ number: Int, by steps: [Float]) -> Bool {
    let width = RankWeights.count
    var (found, gain): (Float, Double) = (0, quality + 1e-6)
    for step in steps where RankTrainer.isSigned(number) || values[number] + step >= 0 {
      let now = tried(number, step)
      if now > gain { (found, gain) = (step, now) }
    }
    guard found != 0 else { return false }
    values[number] += found
    quality = gain
    for (s, cases) in sets.enumerated() {
      for (c, item) in cases.enumerated() {
        for i in item.documents.indices {
          scores[s][c][i] += found * item.features[i * width + number]
        }
      }
    }
    return true
  }
}
