#if canImport(Glibc)
  import Glibc
#endif

/// Turns scores of labels into probabilities: a logistic curve for each score, then shares of the whole.
///
/// Slope and offset are the same for all labels and fitted to scores of rows that the weights had not seen (Platt 1999).
/// Shares of logistic curves rank the sure before the unsure better than a softmax does (measured: 0.969 against 0.964
/// right among the surest 80 %).
struct ScoreCalibration: Equatable, Sendable {
  var slope: Float
  var offset: Float

  /// Used where too few rows are there to fit it.
  static let usual = ScoreCalibration(slope: 3, offset: 0)

  /// Fits to held-out scores by the likelihood of their labels; a compass search, the same in every run.
  init(scores: [[Float]], labels: [Int]) {
    self = .usual
    guard scores.count >= 20 else { return }
    var best = loss(scores, labels)
    var step: Float = 1
    while step > 0.02 {
      var moved = false
      for (slope, offset) in [(step, 0), (-step, 0), (0, step), (0, -step)] {
        let trial = ScoreCalibration(
          slope: min(max(self.slope + slope, 0.2), 30),
          offset: min(max(self.offset + offset, -20), 20))
        let loss = trial.loss(scores, labels)
        if loss < best {
          (best, self, moved) = (loss, trial, true)
        }
      }
      if !moved { step /= 2 }
    }
  }

  init(slope: Float, offset: Float) {
    self.slope = slope
    self.offset = offset
  }

  @inline(__always)
  func curve(_ score: Float) -> Float { 1 / (1 + exp(-(slope * score + offset))) }

  private func loss(_ scores: [[Float]], _ labels: [Int]) -> Float {
    var loss: Float = 0
    for (row, label) in zip(scores, labels) {
      let sum = row.reduce(Float.leastNormalMagnitude) { $0 + curve($1) }
      loss -= log(max(curve(row[label]) / sum, 1e-6))
    }
    return loss
  }
}
