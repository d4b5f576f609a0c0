/// The two best of a row of scores, with their probabilities.
struct LabelChoice: Equatable {
  var label: Int
  var second: Int?
  var probability: Float
  /// Probability of the best less that of the second.
  var margin: Float

  /// - Parameter scores: of at least one label; of equal ones the first wins.
  init(_ scores: some RandomAccessCollection<Float>, _ calibration: ScoreCalibration) {
    var sum = Float.leastNormalMagnitude
    var best = (label: 0, score: -Float.infinity)
    var next = (label: -1, score: -Float.infinity)
    for (label, score) in scores.enumerated() {
      sum += calibration.curve(score)
      if score > best.score {
        next = best
        best = (label, score)
      } else if score > next.score {
        next = (label, score)
      }
    }
    label = best.label
    second = scores.count > 1 ? next.label : nil
    probability = calibration.curve(best.score) / sum
    margin = second == nil ? probability : probability - calibration.curve(next.score) / sum
  }
}
