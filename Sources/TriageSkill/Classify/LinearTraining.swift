/// Linear support vector machines, one against the rest, with squared hinge loss.
///
/// Dual coordinate descent (Hsieh et al., “A dual coordinate descent method for large-scale linear SVM”, ICML 2008,
/// algorithm 1, as in LIBLINEAR) for eight labels in one pass over the data; a constant feature 1 learns the
/// bias. A label's own rows cost `n / (labels · its rows)` times as much as the others, so that small labels count.
struct LinearTraining {
  /// Cost of a row on the wrong side. Between 1 and 4 the best label is as good; the second best is better at 1.
  static let cost: Float = 1
  /// Passes over the data. 50 changed no figure in the third digit against 8.
  static let passes = 12

  /// Rows as features and values, row after row.
  var starts: [Int]
  var features: [UInt32]
  var values: [Float]
  /// The label of each row.
  var labels: [Int]
  var labelCount: Int
  var featureCount: Int

  /// Weights of one block of labels: by feature, the bias last.
  /// - Complexity: O(passes · entries).
  func weights(ofBlock block: Int) -> [LabelBlock] {
    var weights = [LabelBlock](repeating: .zero, count: featureCount + 1)
    var duals = [LabelBlock](repeating: .zero, count: labels.count)
    let slack = slacks(ofBlock: block)
    let squares = squaredLengths
    var order = Array(labels.indices)
    var dice = RowShuffle()
    for _ in 0..<Self.passes {
      dice.shuffle(&order)
      for row in order {
        var signs = LabelBlock(repeating: -1)
        var diagonal = slack.others
        let own = labels[row] - block * LabelBlock.width
        if (0..<LabelBlock.width).contains(own) {
          signs[own] = 1
          diagonal[own] = slack.own[own]
        }
        step(row, signs, diagonal, squares[row], &duals[row], &weights)
      }
    }
    return weights
  }

  /// One row's coordinate of all labels of the block. Kernel with unsafe reads: `features` are below `featureCount`.
  @inline(__always)
  private func step(
    _ row: Int, _ signs: LabelBlock, _ diagonal: LabelBlock, _ square: Float,
    _ dual: inout LabelBlock, _ weights: inout [LabelBlock]
  ) {
    let range = starts[row]..<starts[row + 1]
    features.withUnsafeBufferPointer { features in
      values.withUnsafeBufferPointer { values in
        weights.withUnsafeMutableBufferPointer { weights in
          var score = weights[featureCount]
          for k in range { score += weights[Int(features[k])] * values[k] }
          let gradient = signs * score - 1 + dual * diagonal
          var next = dual - gradient / (diagonal + square)
          next.replace(with: 0, where: next .< 0)
          let change = (next - dual) * signs
          dual = next
          guard change != .zero else { return }
          for k in range { weights[Int(features[k])] += change * values[k] }
          weights[featureCount] += change
        }
      }
    }
  }

  /// 1 / (2 · cost) of rows, for the labels of a block.
  private func slacks(ofBlock block: Int) -> (own: LabelBlock, others: LabelBlock) {
    var sizes = [Int](repeating: 0, count: labelCount)
    for label in labels { sizes[label] += 1 }
    let others = LabelBlock(repeating: 0.5 / Self.cost)
    var own = others
    let kinds = sizes.lazy.filter { $0 > 0 }.count
    for i in 0..<LabelBlock.width {
      let label = block * LabelBlock.width + i
      guard label < labelCount, sizes[label] > 0 else { continue }
      own[i] = 0.5 / (Self.cost * Float(labels.count) / Float(kinds * sizes[label]))
    }
    return (own, others)
  }

  /// Of each row, with the constant 1.
  private var squaredLengths: [Float] {
    labels.indices.map { row in
      values[starts[row]..<starts[row + 1]].reduce(1) { $0 + $1 * $1 }
    }
  }
}

/// The order in which rows are taken: the same in every run.
private struct RowShuffle {
  private var state: UInt64 = 0x2545_F491_4F6C_DD1D

  /// Fisher–Yates, by SplitMix64.
  mutating func shuffle(_ order: inout [Int]) {
    for i in stride(from: order.count - 1, to: 0, by: -1) {
      state &+= 0x9E37_79B9_7F4A_7C15
      var x = state
      x = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
      x = (x ^ x >> 27) &* 0x94D0_49BB_1331_11EB
      order.swapAt(i, Int((x ^ x >> 31) % UInt64(i + 1)))
    }
  }
}
