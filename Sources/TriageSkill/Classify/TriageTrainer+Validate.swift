extension TriageTrainer {
  /// Cross-validation: every row classified by a model that was trained without its fold.
  ///
  /// Nothing of a fold is seen before it is judged: weights, probabilities and threshold come from the other folds.
  /// Folds are those of ``FoldAssignment``. Where the other folds leave nothing to tell apart, the row has no prediction.
  /// - Complexity: `folds` trainings.
  public static func validate(
    _ rows: [TrainingRow], folds count: Int = 5, accuracy: Double = 0.97
  ) -> [Classification?] {
    let folds = FoldAssignment.folds(rows, count: count)
    var predictions = [Classification?](repeating: nil, count: rows.count)
    for fold in 0..<count where folds.contains(fold) {
      let others = rows.indices.filter { folds[$0] != fold }.map { rows[$0] }
      guard let model = try? train(others, accuracy: accuracy) else { continue }
      var classifier = TriageClassifier(model)
      for row in rows.indices where folds[row] == fold {
        predictions[row] = classifier.classify(Array(rows[row].text.utf8))
      }
    }
    return predictions
  }
}
