/// What was learnt from some rows of a matrix: weights of features, then of labels.
struct LinearFit {
  /// The features that are used, by the matrix's numbers, those of whole texts first.
  private(set) var features: [UInt32] = []
  /// Where the features of openings begin in ``features``.
  private(set) var openingStart = 0
  /// Weight of each used feature in a text, before the text's length is brought to 1.
  private(set) var weights: [Float] = []
  /// By block of labels: weights by used feature, the bias last.
  private(set) var labelWeights: [[LabelBlock]] = []
  private let labelCount: Int
  /// The used feature of each feature of the matrix; -1 for none.
  private var used: [Int32]

  /// - Parameters:
  ///   - rows: the rows of the matrix to learn from.
  ///   - labels: the label of every row of the matrix.
  init(_ matrix: FeatureMatrix, rows: [Int], labels: [Int], labelCount: Int) {
    self.labelCount = labelCount
    used = [Int32](repeating: -1, count: matrix.keys.count)
    chooseFeatures(matrix, rows: rows, labels: labels)
    var training = LinearTraining(
      starts: [0], features: [], values: [], labels: rows.map { labels[$0] },
      labelCount: labelCount, featureCount: features.count)
    for row in rows {
      eachValue(matrix, row: row) { feature, value in
        training.features.append(UInt32(feature))
        training.values.append(value)
      }
      training.starts.append(training.features.count)
    }
    for block in 0..<LabelBlock.count(for: labelCount) {
      labelWeights.append(training.weights(ofBlock: block))
    }
  }

  /// The scores of a row of the matrix, by label.
  func scores(_ matrix: FeatureMatrix, row: Int) -> [Float] {
    var sums = labelWeights.map { $0[features.count] }
    eachValue(matrix, row: row) { feature, value in
      for block in sums.indices { sums[block] += labelWeights[block][feature] * value }
    }
    return (0..<labelCount).map { sums[$0 / LabelBlock.width][$0 % LabelBlock.width] }
  }

  /// The used features of a row of the matrix with their values.
  func features(_ matrix: FeatureMatrix, row: Int) -> [(row: UInt32, value: Float)] {
    var all: [(row: UInt32, value: Float)] = []
    eachValue(matrix, row: row) { all.append((UInt32($0), $1)) }
    return all
  }

  /// Features of three rows at least; of two or one where there are few rows to learn from.
  private mutating func chooseFeatures(_ matrix: FeatureMatrix, rows: [Int], labels: [Int]) {
    let least: UInt32 = rows.count < 500 ? 1 : rows.count < 1500 ? 2 : 3
    var sizes = [Int](repeating: 0, count: labelCount)
    // Rows that have the feature, by feature and label.
    var counts = [UInt32](repeating: 0, count: matrix.keys.count * labelCount)
    for row in rows {
      sizes[labels[row]] += 1
      for k in matrix.range(of: row) {
        counts[Int(matrix.features[k]) * labelCount + labels[row]] += 1
      }
    }
    for opening in [false, true] {
      if opening { openingStart = features.count }
      for feature in matrix.keys.indices where matrix.isOpening[feature] == opening {
        let own = counts[(feature * labelCount)..<((feature + 1) * labelCount)]
        guard own.reduce(0, +) >= least, features.count < FeatureTable.rowLimit else { continue }
        used[feature] = Int32(features.count)
        features.append(UInt32(feature))
        weights.append(TermWeight.weight(rows: own, labels: sizes))
      }
    }
  }

  /// The used features of a row with their values: the whole text brought to length 1, the opening to its share.
  @inline(__always)
  private func eachValue(
    _ matrix: FeatureMatrix, row: Int, _ body: (_ feature: Int, _ value: Float) -> Void
  ) {
    var squares: (whole: Float, opening: Float) = (0, 0)
    for k in matrix.range(of: row) {
      let feature = Int(used[Int(matrix.features[k])])
      guard feature >= 0 else { continue }
      let value = TermWeight.frequency[Int(matrix.counts[k])] * weights[feature]
      if feature < openingStart {
        squares.whole += value * value
      } else {
        squares.opening += value * value
      }
    }
    let whole = TextLength.factor(squares.whole)
    let opening = TextLength.factor(squares.opening) * TermWeight.opening
    for k in matrix.range(of: row) {
      let feature = Int(used[Int(matrix.features[k])])
      guard feature >= 0 else { continue }
      body(
        feature,
        TermWeight.frequency[Int(matrix.counts[k])] * weights[feature]
          * (feature < openingStart ? whole : opening))
    }
  }
}

/// What brings a text's features to length 1.
enum TextLength {
  @inline(__always)
  static func factor(_ squares: Float) -> Float { squares > 0 ? 1 / squares.squareRoot() : 0 }
}
