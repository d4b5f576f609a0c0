import CityText

/// Trains a ``TriageModel`` on labelled reports: the same rows in the same order give the same bytes.
public enum TriageTrainer {
  /// Parts of the training rows that are held out in turn, to fit probabilities and the threshold.
  private static let parts = 5

  /// Trains, and chooses the threshold for a wanted accuracy.
  ///
  /// Probabilities and threshold come from rows that were held out of the training of the weights that score them;
  /// the weights of the model are then trained on all rows.
  /// - Parameters:
  ///   - rows: ids differ; labels of two kinds at least.
  ///   - accuracy: of those texts that the model is sure of, 0…1.
  /// - Throws: ``TriageError`` of the code `badInput` where there is nothing to tell apart.
  public static func train(
    _ rows: [TrainingRow], accuracy: Double = 0.97
  ) throws(TriageError) -> TriageModel {
    let names = Set(rows.map(\.label)).sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) }
    guard names.count > 1 else {
      throw TriageError(
        .badInput,
        names.isEmpty
          ? "there is no labelled row to learn from; a line needs a text and a label"
          : "all rows have the label “\(names[0])”; a classifier needs rows of two labels at least")
    }
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let labels = rows.map { numbers[$0.label]! }
    let matrix = FeatureMatrix(rows.lazy.map(\.text))
    let held = heldOutScores(rows, matrix, labels, labelCount: names.count)
    let calibration = ScoreCalibration(scores: held.scores, labels: held.labels)
    let choices = held.scores.map { LabelChoice($0, calibration) }
    let cut = CoverageCut(
      zip(choices, held.labels).map { ($0.margin, $0.label == $1) }, accuracy: accuracy)
    let fit = LinearFit(
      matrix, rows: Array(rows.indices), labels: labels, labelCount: names.count)
    var model = TriageModel(
      fit, matrix, labels: names,
      training: TriageModel.Summary(
        digest: digest(rows), counts: names.indices.map { n in labels.count { $0 == n } },
        wantedAccuracy: accuracy, coverage: cut.coverage, accuracy: cut.accuracy,
        overallAccuracy: cut.overallAccuracy),
      calibration: calibration, threshold: cut.threshold)
    for (row, id) in rows.lazy.map(\.id).enumerated() {
      model.precedents.append(id: id, label: labels[row], fit.features(matrix, row: row))
    }
    return model.named()
  }

  /// Scores of all rows whose label others of other parts have, each by weights that did not see it or its near-duplicates.
  private static func heldOutScores(
    _ rows: [TrainingRow], _ matrix: FeatureMatrix, _ labels: [Int], labelCount: Int
  ) -> (scores: [[Float]], labels: [Int]) {
    let folds = FoldAssignment.folds(rows, count: parts, salt: "part:")
    var scores: [[Float]] = []
    var truth: [Int] = []
    for part in 0..<parts {
      let others = rows.indices.filter { folds[$0] != part }
      let own = rows.indices.filter { folds[$0] == part }
      guard !own.isEmpty, Set(others.map { labels[$0] }).count > 1 else { continue }
      let fit = LinearFit(matrix, rows: others, labels: labels, labelCount: labelCount)
      for row in own {
        scores.append(fit.scores(matrix, row: row))
        truth.append(labels[row])
      }
    }
    return (scores, truth)
  }

  private static func digest(_ rows: [TrainingRow]) -> String {
    var hash = SHA256()
    for row in rows {
      for part in [row.id, row.label, row.text] {
        hash.update(part.utf8)
        hash.update([0])
      }
    }
    return hash.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
