/// History as a line, the forecast as a dashed line in its 80 % and 95 % bands.
struct FanPlot: Sendable {
  static func draw(_ canvas: inout ChartCanvas) {
    let table = canvas.table
    let columns = (0..<6).map { table.values($0) }
    let (history, forecast) = (columns[0], columns[1])
    let all = columns.flatMap { $0 }.compactMap { $0 }
    guard !all.isEmpty else { return canvas.sayNoData() }
    legend(&canvas)

    let ticks = AxisTicks(covering: all, includesZero: false, intervals: 6)
    let left = max(56, ValueAxis.labelWidth(ticks, size: 12) + 24)
    let right = ChartCanvas.width - ChartCanvas.margin
    let rows = CategoryAxis(table.rows.map(\.label), left: left, right: right)
    let floor = canvas.bottom - rows.height
    let axis = ValueAxis(ticks: ticks, lowEnd: floor, highEnd: canvas.top + 12)

    // The fan opens at the last known value, where that stands right before it.
    let start = forecast.indices.first { forecast[$0] != nil }
    let origin = start.flatMap { start -> Int? in
      start > 0 && history[start] == nil && history[start - 1] != nil ? start - 1 : nil
    }
    let place = { (row: Int, value: Double) in (x: rows.place(row), y: axis.place(value)) }
    band(&canvas, columns[4], columns[5], origin, history, place, outer: true)
    band(&canvas, columns[2], columns[3], origin, history, place, outer: false)
    axis.draw(&canvas.svg, from: left, to: right)
    if let start {
      let x = rows.left + Double(start) * rows.band
      canvas.svg.line((x, axis.highEnd), (x, floor), ink: ChartInk.soft, width: 1, dash: "2 3")
    }

    canvas.curve(
      history, over: rows, axis: axis, ink: ChartInk.text, dash: "", marker: .circle, width: 2.2)
    if let origin, let start, let from = history[origin], let to = forecast[start] {
      canvas.svg.line(
        place(origin, from), place(start, to), ink: ChartInk.accent, width: 2.2, dash: "6 4")
    }
    canvas.curve(
      forecast, over: rows, axis: axis, ink: ChartInk.accent, dash: "6 4", marker: .diamond,
      width: 2.2)
    canvas.placer.bounds = .init(
      left: left, top: canvas.top, right: ChartCanvas.width - 4, bottom: floor - 1)
    canvas.numbers(history, column: 0, over: rows, axis: axis, ink: ChartInk.text)
    canvas.numbers(forecast, column: 1, over: rows, axis: axis, ink: ChartInk.accent)
    rows.draw(&canvas, below: floor, highlight: canvas.highlight)
  }

  private static func legend(_ canvas: inout ChartCanvas) {
    let table = canvas.table
    func name(_ low: Int) -> String {
      let (low, high) = (table.column(low), table.column(low + 1))
      return high.isEmpty || high == low ? low : "\(low)–\(high)"
    }
    canvas.legend([
      .init(
        shape: .line(ink: ChartInk.text, dash: "", marker: .circle, width: 2.2),
        name: table.column(0)),
      .init(
        shape: .line(ink: ChartInk.accent, dash: "6 4", marker: .diamond, width: 2.2),
        name: table.column(1)),
      .init(shape: .band(fill: ChartInk.innerBand, ink: ChartInk.main, dash: ""), name: name(2)),
      .init(
        shape: .band(fill: ChartInk.outerBand, ink: ChartInk.main, dash: "4 3"), name: name(4)),
    ])
  }

  /// A band over each run of rows that have both ends; its edges are drawn, so that it shows without colour.
  private static func band(
    _ canvas: inout ChartCanvas, _ low: [Double?], _ high: [Double?], _ origin: Int?,
    _ history: [Double?], _ place: (Int, Double) -> SVGWriter.Point, outer: Bool
  ) {
    let fill = outer ? ChartInk.outerBand : ChartInk.innerBand
    let dash = outer ? "4 3" : ""
    let both = low.indices.map { low[$0] != nil && high[$0] != nil ? low[$0] : nil }
    for run in ChartCanvas.runs(both) {
      var upper = run.map { place($0, high[$0] ?? 0) }
      var lower = run.map { place($0, low[$0] ?? 0) }
      if let origin, run.lowerBound == origin + 1, let value = history[origin] {
        upper.insert(place(origin, value), at: 0)
        lower.insert(place(origin, value), at: 0)
      }
      if upper.count == 1 {
        // One period alone: a box round its place.
        let (x, top, foot) = (upper[0].x, upper[0].y, lower[0].y)
        upper = [(x - 7, top), (x + 7, top)]
        lower = [(x - 7, foot), (x + 7, foot)]
      }
      canvas.svg.path(SVGWriter.path(upper + lower.reversed(), closed: true), fill: fill)
      for edge in [upper, lower] {
        canvas.svg.path(SVGWriter.path(edge), stroke: ChartInk.main, width: 1, dash: dash)
      }
    }
  }
}
