extension TextChart {
  mutating func levels() {
    let growth = table.values(1)
    let hasGrowth = growth.contains { $0 != nil }
    let hasLevels = table.values(0).contains { $0 != nil }
    // Where only growth is published, it has the bars.
    let column = hasLevels ? 0 : 1
    let names = (hasLevels ? [0] : []) + (hasGrowth ? [1] : [])
    line(
      names.map { words.named(table.column($0), unit: table.unit(of: $0, in: kind)) }
        .joined(separator: " · "))
    bars(
      table.rows.indices.map { row in
        Bar(
          name: table.rows[row].label, value: table.value(row, column),
          number: number(row, column),
          second: hasGrowth && hasLevels ? number(row, 1) : "", isStrong: row == highlight)
      })
    if hasGrowth, growth.count > 1 {
      spark(table.column(1), growth, range: Self.range(growth), end: "")
    }
  }

  mutating func years() {
    let columns = table.columns.indices.map { table.values($0) }
    let range = Self.range(columns.flatMap { $0 })
    for (column, values) in columns.enumerated() {
      let last = values.indices.last { values[$0] != nil }
      let end = last.map { "\(table.rows[$0].label) \(number($0, column))" } ?? words.noData
      spark(
        (column == highlight ? "> " : "") + table.columns[column], values, range: range, end: end)
    }
  }

  mutating func contributions() {
    let total = table.columns.count - 1
    guard total >= 0, !table.rows.isEmpty else { return line(words.noData) }
    let row =
      highlight.flatMap { table.rows.indices.contains($0) ? $0 : nil } ?? table.rows.count - 1
    line(table.rows[row].label)
    bars(
      table.columns.indices.compactMap { column in
        let value = table.value(row, column)
        return column == total && value == nil
          ? nil
          : Bar(
            name: table.columns[column], value: value, number: number(row, column),
            isStrong: column == total)
      })
    let totals = table.values(total)
    if table.rows.count > 1, totals.contains(where: { $0 != nil }) {
      spark(
        table.columns[total], totals, range: Self.range(totals),
        end: "\(table.rows[0].label)–\(table.rows[table.rows.count - 1].label)")
    }
  }

  mutating func gauge() {
    let values = table.rows.indices.flatMap { [table.value($0, 0), table.value($0, 1)] }
    let full = max(100, Self.range(values).upperBound)
    let names = min(
      width / 3, (0..<2).map { CleanText.columns(of: CleanText.text(table.column($0))) }.max() ?? 0)
    let numbers =
      table.rows.indices.flatMap { row in
        (0..<2).map { CleanText.columns(of: number(row, $0)) }
      }.max() ?? 0
    let room = max(4, width - names - numbers - 4)
    for row in table.rows.indices {
      line((row == highlight ? "> " : "") + table.rows[row].label)
      for column in 0..<2 {
        let bar = BlockText.bar((table.value(row, column) ?? 0) / full, columns: room)
        let target = Int((Double(room) * 100 / full).rounded())
        let rest = max(0, target - CleanText.columns(of: bar))
        line(
          "  " + BlockText.fitted(table.column(column), to: names) + " "
            + BlockText.fitted(bar + String(repeating: "░", count: rest), to: room) + " "
            + BlockText.right(number(row, column), to: numbers))
      }
      for column in table.columns.indices.dropFirst(2) where table.value(row, column) != nil {
        let unit = table.unit(of: column, in: kind)
        line("  \(table.columns[column]) \(number(row, column))" + (unit == "%" ? "" : " \(unit)"))
      }
    }
  }

  mutating func fan() {
    let (history, forecast) = (table.values(0), table.values(1))
    let range = Self.range(history + forecast)
    let known = history.indices.last { history[$0] != nil }
    let end = known.map { "\(table.rows[$0].label) \(number($0, 0))" } ?? words.noData
    spark(table.column(0), Array(history.prefix((known ?? -1) + 1)), range: range, end: end)
    let rows = forecast.indices.filter { forecast[$0] != nil }
    guard let first = rows.first, let last = rows.last else { return }
    spark(
      table.column(1), Array(forecast[first...last]), range: range,
      end: "\(table.rows[last].label) \(number(last, 1))")
    let names = [1, 2, 4].map { low in
      let (low, high) = (table.column(low), low == 1 ? "" : table.column(low + 1))
      return high.isEmpty || high == low ? low : "\(low)–\(high)"
    }
    line(names.joined(separator: "  "))
    let labels = rows.map { CleanText.columns(of: CleanText.text(table.rows[$0].label)) }.max() ?? 0
    for row in rows {
      var text = BlockText.fitted(table.rows[row].label, to: min(labels, width / 3))
      for part in [number(row, 1), band(row, 2), band(row, 4)] where !part.isEmpty {
        if CleanText.columns(of: text) + 2 + CleanText.columns(of: part) > width {
          line(text)
          text = "   "
        }
        text += "  " + part
      }
      line(text)
    }
  }

  private func band(_ row: Int, _ low: Int) -> String {
    table.value(row, low) == nil && table.value(row, low + 1) == nil
      ? "" : "[\(number(row, low)), \(number(row, low + 1))]"
  }

  /// A name, a line of blocks (its last part where there is no room for all), and what it ends with.
  private mutating func spark(
    _ name: String, _ values: [Double?], range: ClosedRange<Double>, end: String
  ) {
    let tail = CleanText.columns(of: CleanText.text(end))
    let widest = (table.columns + [name]).map { CleanText.columns(of: CleanText.text($0)) }.max()
    let names = max(4, min(widest ?? 0, 18, width / 3))
    let room = max(8, width - names - 2 - tail)
    line(
      BlockText.fitted(name, to: names) + " "
        + BlockText.sparkline(Array(values.suffix(room)), range: range) + " " + end)
  }
}
