import CityText

/// A chart in words: everything it shows, for those who do not see it.
struct ChartDescription: Sendable {
  let table: ChartTable
  let kind: ChartKind
  let words: ChartWords
  let highlight: Int?
  /// What it is called where it is no chart of a kind.
  var kindName: String?

  /// Title, kind, unit, period, every number of the table, source and note, on one line.
  var text: String {
    var parts = [CleanText.text(words.title(table)), kindName ?? words.kind(kind)]
    let units = [table.unit, table.secondUnit ?? ""].filter { !$0.isEmpty }
    if !units.isEmpty { parts.append(words.unit + units.joined(separator: words.semicolon)) }
    if kind.isOverTime, let first = table.rows.first, let last = table.rows.last {
      parts.append(
        words.period + (first == last ? first.label : first.label + words.to + last.label))
    }
    let rows = table.rows.indices.map(row)
    parts.append(
      words.data + (rows.isEmpty ? words.noData : rows.joined(separator: words.semicolon)))
    if let name = highlightedName { parts.append(words.highlighted + name) }
    if !table.source.isEmpty { parts.append(words.source + table.source) }
    if let note = table.note, !note.isEmpty { parts.append(words.note + note) }
    return parts.map { sentence(CleanText.text($0)) }.joined()
  }

  private func row(_ row: Int) -> String {
    let cells = table.columns.indices.map { column -> String in
      let name = table.columns[column]
      guard let value = table.value(row, column) else { return spaced(name, words.noData) }
      let unit = table.unit(of: column, in: kind)
      let number = table.text(value, column: column, in: kind)
      return spaced(name, unit == "%" || unit.isEmpty ? number + unit : "\(number) \(unit)")
    }
    return table.rows[row].label + words.colon + cells.joined(separator: words.comma)
  }

  private func spaced(_ name: String, _ value: String) -> String {
    name.isEmpty ? value : "\(name) \(value)"
  }

  /// The row, or in lines by year the column, that is drawn to stand out.
  private var highlightedName: String? {
    guard let highlight else { return nil }
    if kind == .yearOverYearLines {
      return table.columns.indices.contains(highlight) ? table.columns[highlight] : nil
    }
    return table.rows.indices.contains(highlight) ? table.rows[highlight].label : nil
  }

  private func sentence(_ text: String) -> String {
    let end = text.unicodeScalars.last
    return end == "。" || end == "." ? text + (words.isEnglish ? " " : "") : text + words.stop
  }
}
