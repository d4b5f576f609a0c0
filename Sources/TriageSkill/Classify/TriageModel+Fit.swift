extension TriageModel {
  /// A model of what was learnt, its weights rounded to whole steps of 1/127 of each feature's largest.
  init(
    _ fit: LinearFit, _ matrix: FeatureMatrix, labels: [String], training: Summary,
    calibration: ScoreCalibration, threshold: Float
  ) {
    let count = fit.features.count
    self.labels = labels
    self.training = training
    self.calibration = calibration
    self.threshold = threshold
    table = FeatureTable(count: count)
    openingStart = fit.openingStart
    featureWeights = fit.weights
    bias = fit.labelWeights.map { $0[count] }
    labelWeights = []
    units = []
    precedents = PrecedentTable()
    for row in 0..<count {
      table.insert(matrix.keys[Int(fit.features[row])], row: row)
      let largest = fit.labelWeights.reduce(Float(0)) {
        max($0, $1[row].max(), -$1[row].min())
      }
      for block in fit.labelWeights {
        let steps = largest > 0 ? (block[row] * (127 / largest)).rounded(.toNearestOrEven) : .zero
        labelWeights.append(SIMD8<Int8>(truncatingIfNeeded: SIMD8<Int32>(steps)))
      }
      units.append(largest / 127 * fit.weights[row])
    }
  }
}
