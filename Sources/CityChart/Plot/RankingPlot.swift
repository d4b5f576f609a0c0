/// Regions or indicators in the order of the table, one of them standing out.
struct RankingPlot: Sendable {
  static func draw(_ canvas: inout ChartCanvas) {
    let table = canvas.table
    let name = table.column(0)
    if !name.isEmpty, CleanText.text(name) != canvas.words.title(table) {
      canvas.svg.text(name, x: ChartCanvas.margin + 216, y: 52, size: 12, room: 220)
    }
    BarList(
      bars: table.rows.indices.map { row in
        let value = table.value(row, 0)
        return .init(
          name: table.rows[row].label, value: value,
          text: value.map { table.text($0, in: canvas.kind) } ?? "",
          isStrong: row == canvas.highlight)
      }
    ).draw(&canvas)
  }
}
