/// How much of each target is reached, against how much of its time has passed.
///
/// A straight gauge: lengths are compared better than angles, and several targets stand below each other.
struct GaugePlot: Sendable {
  private static let most = 12

  static func draw(_ canvas: inout ChartCanvas) {
    let table = canvas.table
    let shown = table.rows.indices.prefix(most)
    let values = shown.flatMap { [table.value($0, 0), table.value($0, 1)] }.compactMap { $0 }
    guard !values.isEmpty else { return canvas.sayNoData() }
    let right = ChartCanvas.width - ChartCanvas.margin
    let isCut = table.rows.count > shown.count
    canvas.legend(
      [
        .init(shape: .bar(fill: ChartInk.main), name: table.column(0)),
        .init(shape: .marker(ink: ChartInk.accent, .pointer), name: table.column(1)),
      ],
      to: isCut ? right - 14 - TextExtent.width(canvas.words.rest, size: 12) : right)
    if isCut {
      canvas.svg.text(
        canvas.words.rest, x: right, y: 52, size: 12, anchor: .end, ink: ChartInk.soft)
    }

    let ticks = AxisTicks(covering: values + [100], includesZero: true, intervals: 6)
    let isSingle = shown.count == 1
    let names = shown.map { TextExtent.width(CleanText.text(table.rows[$0].label), size: 13) }
    let nameRoom = isSingle ? 0 : min(170, (names.max() ?? 0) + 2)
    let left = ChartCanvas.margin + 8 + (isSingle ? 0 : nameRoom + 10)
    let widest = shown.map { TextExtent.width(number($0, 0, canvas), size: 16) }.max() ?? 0
    let trackEnd = right - (isSingle ? 12 : widest + 20)
    let floor = canvas.bottom - 24
    // Along the horizontal here: the axis only maps values to places.
    let axis = ValueAxis(ticks: ticks, lowEnd: left, highEnd: trackEnd)
    scale(&canvas, axis, from: canvas.top, to: floor)

    canvas.placer.bounds.bottom = floor
    let height = (floor - 4 - canvas.top) / Double(shown.count)
    let half = isSingle ? 26 : min(13, height * 0.2)
    for row in shown {
      let middle = canvas.top + (Double(row) + 0.5) * height + (isSingle ? 30 : 0)
      track(&canvas, row, axis: axis, middle: middle, half: half)
      if isSingle {
        headline(&canvas, row, top: canvas.top + 20)
      } else {
        canvas.svg.text(
          table.rows[row].label, x: left - 18, y: middle + 5, size: 13, anchor: .end,
          isBold: row == canvas.highlight, room: nameRoom)
        canvas.svg.text(
          number(row, 0, canvas), x: right, y: middle + 5,
          size: 14, anchor: .end, isBold: true)
      }
      let details = amounts(row, canvas)
      if !details.isEmpty, height >= 54 {
        canvas.svg.text(
          details, x: left, y: middle + half + (isSingle ? 24 : 15), size: isSingle ? 13 : 11,
          ink: ChartInk.soft, room: trackEnd - left)
      }
    }
  }

  private static func number(_ row: Int, _ column: Int, _ canvas: ChartCanvas) -> String {
    guard let value = canvas.table.value(row, column) else { return canvas.words.noData }
    let unit = canvas.table.unit(of: column, in: canvas.kind)
    return canvas.table.text(value, column: column, in: canvas.kind) + (unit == "%" ? "%" : "")
  }

  /// The columns beyond the two: their names, numbers and unit.
  private static func amounts(_ row: Int, _ canvas: ChartCanvas) -> String {
    canvas.table.columns.indices.dropFirst(2).compactMap { column in
      canvas.table.value(row, column).map {
        let unit = canvas.table.unit(of: column, in: canvas.kind)
        let text = canvas.table.text($0, column: column, in: canvas.kind)
        return "\(canvas.table.columns[column]) \(text) \(unit)"
      }
    }.joined(separator: canvas.words.comma)
  }

  private static func track(
    _ canvas: inout ChartCanvas, _ row: Int, axis: ValueAxis, middle: Double, half: Double
  ) {
    canvas.svg.bar(
      (axis.place(0), middle - half), (axis.place(100), middle + half), fill: ChartInk.track,
      stroke: ChartInk.soft, width: 1)
    if let progress = canvas.table.value(row, 0) {
      canvas.svg.bar(
        (axis.place(0), middle - half * 0.62), (axis.place(progress), middle + half * 0.62),
        fill: ChartInk.main)
    }
    if let time = canvas.table.value(row, 1) {
      let x = axis.place(time)
      canvas.svg.line(
        (x, middle - half - 3), (x, middle + half + 3), ink: ChartInk.paper, width: 4.5)
      canvas.svg.line(
        (x, middle - half - 3), (x, middle + half + 3), ink: ChartInk.accent, width: 2.5)
      canvas.marker(.pointer, at: (x, middle - half - 7), ink: ChartInk.accent, size: 5)
      let text = number(row, 1, canvas)
      let isLeft = x + TextExtent.width(text, size: 11) + 12 > axis.highEnd
      canvas.svg.text(
        text, x: isLeft ? x - 9 : x + 9, y: middle - half - 3, size: 11,
        anchor: isLeft ? .end : .start, ink: ChartInk.accent)
    }
  }

  /// One target alone: its name, its number large, and how it stands against time.
  private static func headline(_ canvas: inout ChartCanvas, _ row: Int, top: Double) {
    let x = ChartCanvas.margin + 8
    canvas.svg.text(
      canvas.table.rows[row].label, x: x, y: top + 6, size: 15, room: ChartCanvas.width - 60)
    let text = number(row, 0, canvas)
    canvas.svg.text(text, x: x, y: top + 54, size: 42, isBold: true)
    guard let progress = canvas.table.value(row, 0), let time = canvas.table.value(row, 1) else {
      return
    }
    let isSame = number(row, 0, canvas) == number(row, 1, canvas)
    let words = canvas.words
    canvas.svg.text(
      isSame ? words.inStep : progress > time ? "▲ \(words.ahead)" : "▼ \(words.behind)",
      x: x + TextExtent.width(text, size: 42) + 16, y: top + 52, size: 15)
  }

  /// Ticks below the tracks.
  private static func scale(
    _ canvas: inout ChartCanvas, _ axis: ValueAxis, from top: Double, to floor: Double
  ) {
    canvas.svg.line((axis.lowEnd, floor), (axis.highEnd, floor), ink: ChartInk.text, width: 1)
    canvas.svg.open("g", [("class", "ticks")])
    for index in axis.ticks.indices {
      let x = axis.place(axis.ticks.value(index))
      canvas.svg.line((x, floor), (x, floor + 5), ink: ChartInk.text, width: 1)
      canvas.svg.text(
        axis.ticks.text(index), x: x, y: floor + 18, size: 12, anchor: .middle, ink: ChartInk.soft)
    }
    canvas.svg.close("g")
  }
}
