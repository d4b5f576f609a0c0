/// The margin from which a classifier is sure, chosen on held-out rows for a wanted accuracy.
struct CoverageCut: Equatable {
  /// Above any margin where no threshold gives the wanted accuracy.
  static let unreachable: Float = 2
  /// Fewer sure rows than that prove nothing.
  static let fewest = 20

  private(set) var threshold: Float = Self.unreachable
  /// Share of the rows that are sure, and of those that are right.
  private(set) var coverage: Double = 0
  private(set) var accuracy: Double = 0
  /// Share of all rows that are right.
  private(set) var overallAccuracy: Double = 0

  /// The lowest threshold at which the sure rows are right as often as wanted.
  init(_ rows: [(margin: Float, isRight: Bool)], accuracy wanted: Double) {
    let surest = rows.sorted { $0.margin > $1.margin }
    var right = 0
    for (i, row) in surest.enumerated() {
      if row.isRight { right += 1 }
      // Rows of one margin are sure together.
      if i + 1 < surest.count, surest[i + 1].margin == row.margin { continue }
      let share = Double(right) / Double(i + 1)
      if i + 1 >= Self.fewest, share >= wanted {
        threshold = row.margin
        coverage = Double(i + 1) / Double(surest.count)
        accuracy = share
      }
    }
    if !surest.isEmpty { overallAccuracy = Double(right) / Double(surest.count) }
  }
}
