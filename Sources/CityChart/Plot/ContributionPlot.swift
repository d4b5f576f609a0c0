/// Parts stacked up from zero, and down where they are negative, with the published total as a point.
///
/// The total is the table's, not the height of the stack: where they differ by rounding, both are seen.
struct ContributionPlot: Sendable {
  static func draw(_ canvas: inout ChartCanvas) {
    let table = canvas.table
    let totalColumn = table.columns.count - 1
    guard
      table.rows.indices.contains(where: { row in
        table.columns.indices.contains { table.value(row, $0) != nil }
      })
    else { return canvas.sayNoData() }
    if table.rows.count == 1 { return parts(&canvas, totalColumn) }

    hatches(&canvas, count: totalColumn)
    canvas.legend(
      (0..<totalColumn).map {
        .init(shape: .bar(fill: fill($0, canvas)), name: table.columns[$0])
      } + [.init(shape: .marker(ink: ChartInk.text, .diamond), name: table.columns[totalColumn])])

    let stacks = table.rows.indices.map { Stack(table, row: $0, parts: totalColumn) }
    let totals = table.values(totalColumn)
    let ticks = AxisTicks(
      covering: stacks.flatMap { [$0.low, $0.high] } + totals.compactMap { $0 },
      includesZero: true, intervals: 6)
    let left = max(56, ValueAxis.labelWidth(ticks, size: 12) + 24)
    let right = ChartCanvas.width - ChartCanvas.margin
    let rows = CategoryAxis(table.rows.map(\.label), left: left, right: right)
    let floor = canvas.bottom - rows.height
    let axis = ValueAxis(ticks: ticks, lowEnd: floor - 4, highEnd: canvas.top + 16)
    axis.draw(&canvas.svg, from: left, to: right)

    let half = min(30, rows.band * 0.36)
    for (row, stack) in stacks.enumerated() {
      let dot = totals[row].map(axis.place)
      let x = rows.place(row)
      for piece in stack.pieces {
        let (y0, y1) = (axis.place(piece.from), axis.place(piece.to))
        canvas.svg.bar(
          (x - half, y0), (x + half, y1), fill: fill(piece.part, canvas), stroke: ChartInk.paper,
          width: 0.8)
        // The published number, never the difference of two sums.
        let published =
          table.value(row, piece.part).map { table.text($0, in: canvas.kind) } ?? ""
        let isFree = dot.map { abs($0 - (y0 + y1) / 2) > 13 } ?? true
        if isFree, abs(y0 - y1) >= 15, TextExtent.width(published, size: 11) <= 2 * half - 4 {
          canvas.svg.text(
            published, x: x, y: (y0 + y1) / 2 + 4, size: 11, anchor: .middle,
            ink: ChartInk.paper, halo: ChartInk.colour(piece.part))
        }
      }
    }
    canvas.placer.bounds = .init(
      left: left, top: canvas.top - 4, right: ChartCanvas.width - 4, bottom: floor - 1)
    for row in canvas.labelledRows(totals, fitting: rows, column: totalColumn, size: 12) {
      guard let total = totals[row] else { continue }
      let top = min(axis.place(stacks[row].high), axis.place(total) - 6)
      let foot = max(axis.place(stacks[row].low), axis.place(total) + 6)
      canvas.number(
        table.text(total, in: canvas.kind), x: rows.place(row), above: top - 4, below: foot + 14,
        style: .init(size: 12, isBold: true, prefersBelow: total < 0, isWanted: true))
    }
    // The stacks cover the line that the axis drew.
    canvas.svg.line(
      (left, axis.place(0)), (right, axis.place(0)), ink: ChartInk.text, width: 1.4)
    for (row, total) in totals.enumerated() {
      guard let total else { continue }
      canvas.marker(
        .diamond, at: (rows.place(row), axis.place(total)), ink: ChartInk.text, size: 5.5)
    }
    rows.draw(&canvas, below: floor, highlight: canvas.highlight)
  }

  /// A row's parts on top of each other.
  private struct Stack {
    struct Piece { var part: Int, from: Double, to: Double }
    var pieces: [Piece] = []
    var low = 0.0
    var high = 0.0

    init(_ table: ChartTable, row: Int, parts: Int) {
      for part in 0..<parts {
        guard let value = table.value(row, part), value != 0 else { continue }
        let base = value > 0 ? high : low
        let end = max(-1e300, min(1e300, base + value))
        pieces.append(Piece(part: part, from: base, to: end))
        if value > 0 { high = end } else { low = end }
      }
    }
  }

  /// One period: a bar of its own for each part says more than one stack.
  private static func parts(_ canvas: inout ChartCanvas, _ totalColumn: Int) {
    let table = canvas.table
    canvas.svg.text(
      table.rows[0].label, x: ChartCanvas.margin + 216, y: 52, size: 12, room: 220)
    BarList(
      bars: table.columns.indices.compactMap { column in
        let value = table.value(0, column)
        if column == totalColumn, value == nil { return nil }
        return .init(
          name: table.columns[column], value: value,
          text: value.map { table.text($0, in: canvas.kind) } ?? "",
          isTotal: column == totalColumn)
      }
    ).draw(&canvas)
  }

  private static func fill(_ part: Int, _ canvas: ChartCanvas) -> String {
    ChartInk.hatch(part).isEmpty
      ? ChartInk.colour(part) : "url(#\(canvas.svg.prefix)-\(part % 40))"
  }

  private static func hatches(_ canvas: inout ChartCanvas, count: Int) {
    canvas.svg.open("defs")
    for part in 0..<min(count, 40) where !ChartInk.hatch(part).isEmpty {
      canvas.svg.open(
        "pattern",
        [
          ("id", "\(canvas.svg.prefix)-\(part)"), ("width", "8"), ("height", "8"),
          ("patternUnits", "userSpaceOnUse"),
        ])
      canvas.svg.element(
        "rect", [("width", "8"), ("height", "8"), ("fill", ChartInk.colour(part))])
      canvas.svg.path(ChartInk.hatch(part), stroke: ChartInk.paper, width: 1.3)
      canvas.svg.close("pattern")
    }
    canvas.svg.close("defs")
  }
}
