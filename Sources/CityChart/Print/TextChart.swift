/// A chart in a few lines of a terminal.
struct TextChart: Sendable {
  static let leastWidth = 40

  let table: ChartTable
  let kind: ChartKind
  let words: ChartWords
  let highlight: Int?
  let width: Int
  private(set) var lines: [String] = []

  init(_ table: ChartTable, kind: ChartKind, words: ChartWords, highlight: Int?, width: Int) {
    self.table = table
    self.kind = kind
    self.words = words
    self.highlight = highlight
    self.width = max(Self.leastWidth, width)
    line(words.title(table))
    let units = [table.unit, table.secondUnit ?? ""].filter { !$0.isEmpty }
    if !units.isEmpty { line(words.unit + units.joined(separator: words.semicolon)) }
    switch kind {
    case .levelsWithGrowth: levels()
    case .yearOverYearLines: years()
    case .contributions: contributions()
    case .ranking:
      bars(
        table.rows.indices.map { row in
          Bar(
            name: table.rows[row].label, value: table.value(row, 0), number: number(row, 0),
            isStrong: row == highlight)
        })
    case .gauge: gauge()
    case .fan: fan()
    }
    if let note = table.note, !note.isEmpty { line(words.note + note) }
    if !table.source.isEmpty { line(words.source + table.source) }
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Adds a line without spaces at its end, cut to the width.
  mutating func line(_ text: String) {
    var scalars = BlockText.shortened(text, to: width).unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    lines.append(String(scalars))
  }

  func number(_ row: Int, _ column: Int) -> String {
    guard let value = table.value(row, column) else { return words.noData }
    let unit = table.unit(of: column, in: kind)
    return table.text(value, column: column, in: kind) + (unit == "%" ? "%" : "")
  }

  /// One line of a bar chart.
  struct Bar: Sendable {
    var name: String
    var value: Double?
    var number: String
    /// A second number after the first.
    var second = ""
    var isStrong = false
  }

  /// Bars from a common zero, names before and numbers behind them; `>` marks the strong one.
  mutating func bars(_ bars: [Bar]) {
    let marks = bars.contains(where: \.isStrong) ? 2 : 0
    let first = bars.map { CleanText.columns(of: $0.number) }.max() ?? 0
    var second = bars.map { CleanText.columns(of: $0.second) }.max() ?? 0
    if second > 0, marks + first + second + 20 > width { second = 0 }
    let numbers = first + (second > 0 ? second + 2 : 0)
    let widest = bars.map { CleanText.columns(of: CleanText.text($0.name)) }.max() ?? 0
    let names = max(2, min(widest, width / 3, width - marks - numbers - 2))
    let room = width - marks - names - numbers - 2

    let values = bars.compactMap(\.value)
    let low = min(0, values.min() ?? 0) / 2
    let high = max(0, values.max() ?? 0) / 2
    let span = high - low
    let axis = low < 0 && room >= 6 ? 1 : 0
    let before = axis == 0 ? 0 : max(1, Int((Double(room - 1) * (-low / span)).rounded()))
    let after = max(0, room - axis - before)
    for bar in bars {
      var text = marks == 0 ? "" : bar.isStrong ? "> " : "  "
      text += BlockText.fitted(bar.name, to: names) + " "
      if room >= 6 {
        // One length of bar is one amount on both sides of zero, as near as columns allow.
        let value = (bar.value ?? 0) / 2
        let share = span > 0 ? value / span * Double(room - axis) : 0
        let left = BlockText.barLeftwards(-share / Double(max(1, before)), columns: before)
        let right = BlockText.bar(share / Double(max(1, after)), columns: after)
        text += left + (axis == 0 ? "" : "│") + BlockText.fitted(right, to: after)
      }
      text += " " + BlockText.right(bar.number, to: first)
      if second > 0 { text += "  " + BlockText.right(bar.second, to: second) }
      line(text)
    }
  }

  /// The range of all values; 0…0 where there are none.
  static func range(_ values: [Double?]) -> ClosedRange<Double> {
    let present = values.compactMap { $0 }
    guard let low = present.min(), let high = present.max() else { return 0...0 }
    return low...high
  }
}
