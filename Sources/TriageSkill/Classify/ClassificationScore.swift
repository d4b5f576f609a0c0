/// How well predictions agree with the labels that people gave.
public struct ClassificationScore: Sendable {
  /// One judged row.
  public struct Row: Sendable {
    public var id: String
    public var truth: String
    /// Nil where nothing was predicted, which counts as wrong.
    public var prediction: Classification?

    public init(id: String, truth: String, prediction: Classification?) {
      self.id = id
      self.truth = truth
      self.prediction = prediction
    }

    var isRight: Bool { prediction?.label == truth }
  }

  /// How one label fares.
  public struct LabelScore: Sendable, Equatable {
    public var label: String
    /// Rows that have it, rows that were given it, rows with both.
    public var rows: Int
    public var predicted: Int
    public var right: Int

    public var precision: Double { predicted == 0 ? 0 : Double(right) / Double(predicted) }
    public var recall: Double { rows == 0 ? 0 : Double(right) / Double(rows) }
    /// 2 · right / (rows + predicted): the harmonic mean of precision and recall.
    public var f1: Double { right == 0 ? 0 : 2 * Double(right) / Double(rows + predicted) }
  }

  public let rows: [Row]
  /// Surest first; equal margins in the order of ids.
  private let surest: [Row]

  public init(_ rows: [Row]) {
    self.rows = rows
    surest = rows.map { (margin: $0.prediction?.margin ?? 0, key: Array($0.id.utf8), row: $0) }
      .sorted {
        $0.margin != $1.margin
          ? $0.margin > $1.margin : $0.key.lexicographicallyPrecedes($1.key)
      }.map(\.row)
  }

  public var accuracy: Double { share(rows) { $0.isRight } }

  /// Share of the rows whose label is the first or the second of the prediction.
  public var topTwo: Double {
    share(rows) { $0.isRight || $0.prediction?.second == $0.truth }
  }

  /// The mean F1 of the labels that people gave.
  public var macroF1: Double {
    let labels = labels.filter { $0.rows > 0 }
    return labels.isEmpty ? 0 : labels.reduce(0) { $0 + $1.f1 } / Double(labels.count)
  }

  /// Share of the surest rows that are right.
  /// - Parameter coverage: how many of all rows are taken, 0…1; rounded to rows, half to even.
  public func accuracy(atCoverage coverage: Double) -> Double {
    let taken = Int((Double(rows.count) * coverage).rounded(.toNearestOrEven))
    return share(surest.prefix(taken)) { $0.isRight }
  }

  /// Share of the rows that are sure, and of these that are right.
  public var sure: (coverage: Double, accuracy: Double) {
    let sure = rows.filter { $0.prediction?.isUnsure == false }
    return (share(rows) { $0.prediction?.isUnsure == false }, share(sure) { $0.isRight })
  }

  /// Every label that was given or predicted, in byte order.
  public var labels: [LabelScore] {
    var scores: [String: LabelScore] = [:]
    for row in rows {
      scores[row.truth, default: Self.none(row.truth)].rows += 1
      if row.isRight { scores[row.truth]?.right += 1 }
      if let label = row.prediction?.label {
        scores[label, default: Self.none(label)].predicted += 1
      }
    }
    return scores.values.sorted {
      Array($0.label.utf8).lexicographicallyPrecedes($1.label.utf8)
    }
  }

  /// How often each label (rows, in the order of ``labels``) was taken for each (columns).
  public var confusion: [[Int]] {
    let labels = labels.map(\.label)
    let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: labels.count), count: labels.count)
    for row in rows {
      guard let label = row.prediction?.label else { continue }
      table[numbers[row.truth]!][numbers[label]!] += 1
    }
    return table
  }

  private static func none(_ label: String) -> LabelScore {
    LabelScore(label: label, rows: 0, predicted: 0, right: 0)
  }

  private func share(_ rows: some Collection<Row>, _ isIt: (Row) -> Bool) -> Double {
    rows.isEmpty ? 0 : Double(rows.count(where: isIt)) / Double(rows.count)
  }
}
