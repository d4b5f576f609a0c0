/// Levels as bars from zero and, in a panel above them on an axis of its own, their growth as a line.
///
/// Two panels, not two scales over each other: a crossing of line and bars would mean nothing, and numbers of the
/// one would lie on the other.
struct LevelsPlot: Sendable {
  static func draw(_ canvas: inout ChartCanvas) {
    let levels = canvas.table.values(0)
    let growth = canvas.table.values(1)
    let hasLevels = levels.contains { $0 != nil }
    let hasGrowth = growth.contains { $0 != nil }
    guard hasLevels || hasGrowth else { return canvas.sayNoData() }

    let levelTicks = AxisTicks(
      covering: levels.compactMap { $0 }, includesZero: true, intervals: hasGrowth ? 4 : 6)
    let growthTicks = AxisTicks(
      covering: growth.compactMap { $0 }, includesZero: false, intervals: hasLevels ? 3 : 6)
    let ticks = (hasLevels ? [levelTicks] : []) + (hasGrowth ? [growthTicks] : [])
    let left = max(56, (ticks.map { ValueAxis.labelWidth($0, size: 12) }.max() ?? 0) + 24)
    let right = ChartCanvas.width - ChartCanvas.margin
    let rows = CategoryAxis(canvas.table.rows.map(\.label), left: left, right: right)
    let floor = canvas.bottom - rows.height
    canvas.top = 62
    let split = hasLevels && hasGrowth ? canvas.top + (floor - canvas.top) * 0.4 : canvas.top

    // Both first: numbers keep off them.
    if hasGrowth { heading(&canvas, column: 1, y: canvas.top + 8, isLine: true) }
    if hasLevels { heading(&canvas, column: 0, y: split + 15, isLine: false) }
    if hasGrowth {
      let axis = ValueAxis(
        ticks: growthTicks, lowEnd: hasLevels ? split - 10 : floor, highEnd: canvas.top + 26)
      axis.draw(&canvas.svg, from: left, to: right)
      canvas.curve(
        growth, over: rows, axis: axis, ink: ChartInk.accent, dash: "", marker: .circle, width: 2.2)
      canvas.placer.bounds = .init(
        left: left, top: canvas.top - 4, right: ChartCanvas.width - 4,
        bottom: hasLevels ? split + 8 : floor)
      canvas.numbers(growth, column: 1, over: rows, axis: axis, ink: ChartInk.accent)
    }
    if hasLevels {
      let axis = ValueAxis(ticks: levelTicks, lowEnd: floor, highEnd: split + 36)
      axis.draw(&canvas.svg, from: left, to: right)
      canvas.placer.bounds = .init(
        left: left, top: split, right: ChartCanvas.width - 4, bottom: floor)
      bars(&canvas, levels, rows: rows, axis: axis)
    }
    rows.draw(&canvas, below: floor, highlight: canvas.highlight)
  }

  private static func bars(
    _ canvas: inout ChartCanvas, _ values: [Double?], rows: CategoryAxis, axis: ValueAxis
  ) {
    let half = min(23, rows.band * 0.32)
    for (row, value) in values.enumerated() {
      guard let value else { continue }
      let x = rows.place(row)
      let isHigh = row == canvas.highlight
      canvas.svg.bar(
        (x - half, axis.base), (x + half, axis.place(value)),
        fill: isHigh ? ChartInk.deep : ChartInk.main)
    }
    for row in canvas.labelledRows(values, fitting: rows, column: 0, size: 11) {
      guard let value = values[row] else { continue }
      let text = canvas.table.text(value, column: 0, in: canvas.kind)
      // Wider than its band, it stands over the neighbours, with a line down to its own bar.
      let reach = Int((TextExtent.width(text, size: 11) / 2 / rows.band + 0.2).rounded(.up)) - 1
      let around = max(0, row - reach)...min(values.count - 1, row + reach)
      let own = axis.place(value)
      let tops = around.compactMap { values[$0].map(axis.place) } + [axis.base]
      let y = value < 0 ? tops.max() ?? own : tops.min() ?? own
      if abs(y - own) > 2 {
        canvas.svg.line(
          (rows.place(row), own), (rows.place(row), y), ink: ChartInk.text, width: 1)
      }
      canvas.number(
        text, x: rows.place(row), above: y - 5, below: y + 13,
        style: .init(isBold: row == canvas.highlight, prefersBelow: value < 0))
    }
  }

  /// Names a panel's axis with its unit, behind the shape that stands for it.
  private static func heading(
    _ canvas: inout ChartCanvas, column: Int, y: Double, isLine: Bool
  ) {
    let x = ChartCanvas.margin
    if isLine {
      canvas.svg.line((x, y - 4), (x + 22, y - 4), ink: ChartInk.accent, width: 2.2)
      canvas.marker(.circle, at: (x + 11, y - 4), ink: ChartInk.accent)
    } else {
      canvas.svg.bar((x + 3, y - 10), (x + 19, y + 1), fill: ChartInk.main)
    }
    let name = canvas.words.named(
      canvas.table.column(column), unit: canvas.table.unit(of: column, in: canvas.kind))
    canvas.svg.text(name, x: x + 28, y: y, size: 12, isBold: true, room: 400)
    canvas.placer.reserve(
      LabelPlacer.box(
        TextExtent.shortened(name, to: 400, size: 12), x: x + 28, y: y, size: 12, anchor: .start))
  }
}
