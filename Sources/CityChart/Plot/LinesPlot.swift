/// A line a year over the months, the latest (or highlighted) one strong and with its numbers.
struct LinesPlot: Sendable {
  static func draw(_ canvas: inout ChartCanvas) {
    let columns = canvas.table.columns.indices.map { canvas.table.values($0) }
    let filled = columns.indices.filter { columns[$0].contains { $0 != nil } }
    guard let latest = filled.last else { return canvas.sayNoData() }
    let strong = canvas.highlight.flatMap { filled.contains($0) ? $0 : nil } ?? latest

    canvas.legend(
      canvas.table.columns.indices.map { column in
        let look = Look(column: column, strong: strong)
        return .init(
          shape: .line(ink: look.ink, dash: look.dash, marker: look.marker, width: look.width),
          name: canvas.table.columns[column])
      })

    let ticks = AxisTicks(
      covering: columns.flatMap { $0 }.compactMap { $0 }, includesZero: false, intervals: 6)
    let left = max(56, ValueAxis.labelWidth(ticks, size: 12) + 24)
    let right = ChartCanvas.width - ChartCanvas.margin
    let rows = CategoryAxis(canvas.table.rows.map(\.label), left: left, right: right)
    let floor = canvas.bottom - rows.height
    let axis = ValueAxis(ticks: ticks, lowEnd: floor, highEnd: canvas.top + 10)
    axis.draw(&canvas.svg, from: left, to: right)

    for column in filled where column != strong { line(&canvas, columns[column], column) }
    line(&canvas, columns[strong], strong)
    canvas.placer.bounds = .init(
      left: left, top: canvas.top, right: ChartCanvas.width - 4, bottom: floor - 1)
    canvas.numbers(
      columns[strong], column: strong, over: rows, axis: axis, ink: ChartInk.text, isBold: true)
    rows.draw(&canvas, below: floor, highlight: nil)

    func line(_ canvas: inout ChartCanvas, _ values: [Double?], _ column: Int) {
      let look = Look(column: column, strong: strong)
      canvas.curve(
        values, over: rows, axis: axis, ink: look.ink, dash: look.dash, marker: look.marker,
        width: look.width, isAvoided: column != strong)
    }
  }

  /// How a year is drawn: told apart by dash and marker as well as by colour.
  private struct Look {
    let ink: String
    let dash: String
    let marker: ChartInk.Marker
    let width: Double

    init(column: Int, strong: Int) {
      let isStrong = column == strong
      // Only the strong line is solid.
      ink = isStrong ? ChartInk.accent : ChartInk.quiet[column % ChartInk.quiet.count]
      dash = isStrong ? "" : ChartInk.dashes[1 + column % (ChartInk.dashes.count - 1)]
      marker =
        isStrong ? .circle : ChartInk.marker(1 + column % (ChartInk.Marker.allCases.count - 1))
      width = isStrong ? 3 : 1.8
    }
  }
}
