extension ChartCanvas {
  /// The rows whose numbers are written, most wanted first: all where there is room, else the last, the
  /// highlighted, the largest and the smallest.
  func labelledRows(_ values: [Double?], fitting axis: CategoryAxis, column: Int, size: Double)
    -> [Int]
  {
    let present = values.indices.filter { values[$0] != nil }
    guard let last = present.last else { return [] }
    func value(_ row: Int) -> Double { values[row] ?? 0 }
    let largest = present.max { value($0) < value($1) } ?? last
    let smallest = present.min { value($0) < value($1) } ?? last
    var rows = [last]
    let marked = kind == .yearOverYearLines ? last : highlight ?? last
    for row in [marked, largest, smallest]
    where !rows.contains(row) && present.contains(row) { rows.append(row) }
    let widest =
      present.map {
        TextExtent.width(table.text(value($0), column: column, in: kind), size: size)
      }.max() ?? 0
    if axis.holds(widest) { rows += present.filter { !rows.contains($0) } }
    return rows
  }

  /// How a number is written beside its point.
  struct NumberStyle: Sendable {
    var size = 11.0
    var ink = ChartInk.text
    var isBold = false
    var prefersBelow = false
    /// Whether it may cover a line rather than be left out.
    var isWanted = false
  }

  /// Writes a number where no other text stands: above its point, below it, or right of it; else leaves it out.
  mutating func number(
    _ text: String, x: Double, above: Double, below: Double, beside: Double? = nil,
    style: NumberStyle
  ) {
    let half = TextExtent.width(text, size: style.size) / 2
    // Over the edge bars and points it moves inwards.
    let low = placer.bounds.left + half + 2
    let middle = max(low, min(placer.bounds.right - half - 2, x))
    var places =
      style.prefersBelow ? [(middle, below), (middle, above)] : [(middle, above), (middle, below)]
    if let beside { places.append((x + 9 + half, beside)) }
    for avoidingLines in style.isWanted ? [true, false] : [true] {
      for (x, y) in places {
        let box = LabelPlacer.box(text, x: x, y: y, size: style.size, anchor: .middle)
        guard placer.take(box, avoidingLines: avoidingLines) else { continue }
        svg.text(
          text, x: x, y: y, size: style.size, anchor: .middle, ink: style.ink,
          isBold: style.isBold, halo: ChartInk.paper)
        return
      }
    }
  }

  /// Writes the numbers of a line's points, the wanted ones first.
  mutating func numbers(
    _ values: [Double?], column: Int, over rows: CategoryAxis, axis: ValueAxis, ink: String,
    isBold: Bool = false
  ) {
    let wanted = 4
    for (i, row) in labelledRows(values, fitting: rows, column: column, size: 11).enumerated() {
      guard let value = values[row] else { continue }
      let y = axis.place(value)
      number(
        table.text(value, column: column, in: kind), x: rows.place(row), above: y - 9,
        below: y + 18, beside: y + 4,
        style: .init(
          ink: ink, isBold: isBold || row == highlight,
          prefersBelow: Self.isValley(values, row), isWanted: i < wanted))
    }
  }

  /// Runs of rows that follow each other without a gap.
  static func runs(_ values: [Double?]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for i in 0...values.count {
      if i < values.count, values[i] != nil {
        start = start ?? i
      } else if let from = start {
        runs.append(from..<i)
        start = nil
      }
    }
    return runs
  }

  /// A line broken at gaps; with few points, or where one stands alone, they get markers.
  /// - Parameter isAvoided: whether numbers of other lines keep off it.
  mutating func curve(
    _ values: [Double?], over rows: CategoryAxis, axis: ValueAxis, ink: String, dash: String,
    marker: ChartInk.Marker, width: Double, isAvoided: Bool = false
  ) {
    let runs = Self.runs(values)
    for run in runs where run.count > 1 {
      let points = run.map { (x: rows.place($0), y: axis.place(values[$0] ?? 0)) }
      svg.path(SVGWriter.path(points), stroke: ink, width: width, dash: dash)
      if isAvoided {
        for (a, b) in zip(points, points.dropFirst()) { placer.reserve(line: a, b) }
      }
    }
    let marksAll = rows.band >= 14
    for run in runs {
      for row in run where marksAll || run.count == 1 || row == run.upperBound - 1 {
        self.marker(
          marker, at: (rows.place(row), axis.place(values[row] ?? 0)), ink: ink,
          size: width > 2.5 ? 4.5 : 3.5)
      }
    }
  }

  /// Whether a number reads better below its point: where the line has a valley.
  static func isValley(_ values: [Double?], _ row: Int) -> Bool {
    guard let value = values[row] else { return false }
    let before = row > 0 ? values[row - 1] : nil
    let after = row + 1 < values.count ? values[row + 1] : nil
    let around = [before, after].compactMap { $0 }
    return !around.isEmpty && around.allSatisfy { $0 > value }
  }

  /// Says that there is nothing to draw.
  mutating func sayNoData() {
    svg.text(
      words.noData, x: Self.width / 2, y: (top + bottom) / 2, size: 16, anchor: .middle,
      ink: ChartInk.soft)
  }
}
