/// Classifies texts by a model, one after the other; one for each thread.
public struct TriageClassifier: Sendable {
  public let model: TriageModel
  private var features: TextFeatures

  public init(_ model: TriageModel) {
    self.model = model
    features = TextFeatures(rowCount: model.units.count)
  }

  /// The class of a text.
  ///
  /// A text without a single known feature has margin 0, and is unsure.
  /// - Complexity: O(n); about 10 ns a character.
  public mutating func classify(_ utf8: [UInt8]) -> Classification {
    let choice = self.choice(utf8)
    let known = features.count > 0
    let margin = known ? choice.margin : 0
    return Classification(
      label: model.labels[choice.label], second: choice.second.map { model.labels[$0] },
      probability: Double(choice.probability), margin: Double(margin),
      isUnsure: !known || margin < model.threshold)
  }

  /// The two best labels, by number.
  mutating func choice(_ utf8: [UInt8]) -> LabelChoice {
    read(utf8)
    let factors = lengthFactors
    if model.blockCount == 1 {
      let best = scores(ofBlock: 0, factors)
      return withUnsafeTemporaryAllocation(of: Float.self, capacity: LabelBlock.width) { row in
        for i in 0..<LabelBlock.width { row.initializeElement(at: i, to: best[i]) }
        return LabelChoice(UnsafeBufferPointer(row)[..<model.labels.count], model.calibration)
      }
    }
    let blocks = (0..<model.blockCount).map { scores(ofBlock: $0, factors) }
    let all = model.labels.indices.map { blocks[$0 / LabelBlock.width][$0 % LabelBlock.width] }
    return LabelChoice(all, model.calibration)
  }

  /// Folds and reads a text into ``known``.
  mutating func read(_ utf8: [UInt8]) {
    FeatureScanner.fold(utf8).withUnsafeBufferPointer { features.read($0, model.table) }
  }

  /// The features of the text read last.
  var known: TextFeatures { features }

  /// What brings whole text and opening of the text read last to their lengths.
  var lengthFactors: (whole: Float, opening: Float) {
    var squares: (whole: Float, opening: Float) = (0, 0)
    let openingStart = UInt32(model.openingStart)
    eachKnown(model.featureWeights) { row, value in
      if row < openingStart {
        squares.whole += value * value
      } else {
        squares.opening += value * value
      }
    }
    return (
      TextLength.factor(squares.whole), TextLength.factor(squares.opening) * TermWeight.opening
    )
  }

  /// Scores of the text read last.
  private func scores(
    ofBlock block: Int, _ factors: (whole: Float, opening: Float)
  ) -> LabelBlock {
    var whole = LabelBlock.zero
    var opening = LabelBlock.zero
    let openingStart = UInt32(model.openingStart)
    let stride = model.blockCount
    model.labelWeights.withUnsafeBufferPointer { weights in
      eachKnown(model.units) { row, value in
        let part = LabelBlock(weights[Int(row) &* stride &+ block]) * value
        if row < openingStart { whole += part } else { opening += part }
      }
    }
    return model.bias[block] + whole * factors.whole + opening * factors.opening
  }

  /// The rows of the text read last, each with its frequency's weight times its own of `weights`. Kernel with unsafe
  /// reads: rows come from the model's own table.
  @inline(__always)
  private func eachKnown(_ weights: [Float], _ body: (_ row: UInt32, _ value: Float) -> Void) {
    weights.withUnsafeBufferPointer { weights in
      TermWeight.frequency.withUnsafeBufferPointer { frequency in
        features.rows.withUnsafeBufferPointer { rows in
          features.frequencies.withUnsafeBufferPointer { counts in
            for i in 0..<features.count {
              body(rows[i], frequency[Int(counts[i])] * weights[Int(rows[i])])
            }
          }
        }
      }
    }
  }
}
