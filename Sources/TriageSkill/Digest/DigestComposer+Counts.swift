import CityAgent
import CityChart
import CityText

/// Overview, categories, streets.
extension DigestComposer {
  /// Days of the chart, the span's last day being the last.
  private static let chartDays = 14

  mutating func overview() -> [Digest.Block] {
    guard !own.isEmpty else { return [.note(nothingLine)] + standing() + intakeChart() }
    var lines = [
      DigestWords.pieces(
        words.intake, [count(words.received, own), persons(words.received, own)])
    ]
    lines.append(
      DigestWords.pieces(
        words.change, [count(words.receivedBefore, previous), .text(difference)]))
    let emergencies = own.filter { records[$0].urgency == .emergency }
    let urgent = own.filter { records[$0].urgency == .urgent }
    lines.append(
      DigestWords.pieces(
        words.urgent, [count(words.urgentName, urgent), count(words.emergency, emergencies)]))
    return [.lines(lines)] + standing() + intakeChart()
  }

  /// What was closed, what is open, what bears a later time.
  private mutating func standing() -> [Digest.Block] {
    let closed = records.indices.filter { records[$0].closed.map(span.contains) ?? false }
    let open = records.indices.filter { records[$0].isOpen(at: span.to) }
    var lines = [
      DigestWords.pieces(
        words.closedLine, [count(words.closed, closed), count(words.openOrders, open)])
    ]
    let later = records.indices.filter { records[$0].received >= span.to }
    if !later.isEmpty {
      lines.append(DigestWords.pieces(words.later, [count(words.laterName, later)]))
    }
    return [.lines(lines)]
  }

  /// Against the span before, in reports and per cent.
  private var difference: String {
    let more = own.count - previous.count
    if more == 0 { return words.same }
    guard !previous.isEmpty else { return DigestWords.fill(words.newlyMore, "\(more)") }
    let share = DecimalText.text(
      Double(abs(more)) / Double(previous.count) * 100, decimals: 1)
    return DigestWords.fill(more > 0 ? words.more : words.fewer, "\(abs(more))", share)
  }

  private func intakeChart() -> [Digest.Block] {
    let last = max(span.from, span.to.adding(seconds: -1)).dayNumber
    let first = last - Self.chartDays + 1
    var counts = [Double](repeating: 0, count: Self.chartDays)
    for record in records where record.received < span.to {
      let day = record.received.dayNumber - first
      if counts.indices.contains(day) { counts[day] += 1 }
    }
    guard counts.contains(where: { $0 > 0 }) else { return [] }
    let rows = counts.enumerated().map { offset, value in
      let day = Moment.day(number: first + offset)
      return (label: String("\(day)".suffix(5)), values: [Double?.some(value), nil])
    }
    let table = ChartTable(
      title: words.byDay, unit: words.pieces, columns: [words.received, ""], rows: rows,
      source: words.source, decimals: 0)
    return [.chart(Chart.svg(table, .levelsWithGrowth, language: language))]
  }

  var language: WrittenLanguage { words.isEnglish ? .english : .chinese }

  mutating func categories() -> [Digest.Block] {
    let none = words.uncategorised
    return table(of: words.category, chart: words.categoryChart) { $0.category ?? none }
  }

  mutating func byStreet() -> [Digest.Block] {
    guard records.contains(where: { $0.street != nil }) || !streets.isEmpty, !own.isEmpty else {
      return []
    }
    let none = words.noStreet
    let blocks = table(of: words.street, chart: nil) { $0.street ?? none }
    guard !streets.isEmpty else { return blocks }
    let groups = grouped(own) { $0.street ?? none }
    let known = Set(streets.map(\.name))
    // What the register does not know still has its place below the map.
    let others = groups.map(\.0).filter { !known.contains($0) }
    let filled = (streets + others.map { DigestStreet(name: $0, points: []) }).map { street in
      let orders = groups.first { $0.0 == street.name }?.1 ?? []
      return StreetMap.Street(
        name: street.name,
        points: street.points.map { .init(longitude: $0.longitude, latitude: $0.latitude) },
        value: Double(orders.count),
        link: figures.lastIndex { $0.orders == orders }.map { "#f\($0 + 1)" })
    }
    let map = StreetMap(
      title: words.map, unit: words.pieces, streets: filled, source: words.source,
      note: words.mapNote)
    return [.chart(Chart.svg(map, language: language))] + blocks
  }

  /// Reports, persons and reports before by a name, with bars where `chart` names them.
  private mutating func table(
    of column: String, chart: String?, by name: (DigestRecord) -> String
  ) -> [Digest.Block] {
    guard !own.isEmpty else { return [] }
    let groups = grouped(own, by: name)
    let earlier = Dictionary(
      grouped(previous, by: name), uniquingKeysWith: { first, _ in first })
    // The map needs each street's list; other tables end in one row for the rest.
    let most = chart == nil ? groups.count : Self.mostRows
    var rows = groups.prefix(most).map { row($0.0, $0.1, earlier[$0.0] ?? []) }
    let rest = groups.dropFirst(most)
    if !rest.isEmpty {
      rows.append(
        row(
          DigestWords.fill(words.rest, "\(rest.count)"), rest.flatMap(\.1).sorted(),
          rest.flatMap { earlier[$0.0] ?? [] }.sorted()))
    }
    let table = Digest.Block.table(
      headings: [column, words.count, words.persons, words.before], rows: rows, numbers: 1)
    guard let chart, groups.count > 1 else { return [table] }
    let bars = ChartTable(
      title: chart, unit: words.pieces,
      columns: [""], rows: groups.prefix(most).map { ($0.0, [Double($0.1.count)]) },
      source: words.source, decimals: 0)
    return [.chart(Chart.svg(bars, .ranking, language: language)), table]
  }

  private mutating func row(_ name: String, _ orders: [Int], _ before: [Int]) -> [[Digest.Piece]] {
    [
      [.text(name)], [count(name, orders)], [persons(name, orders)],
      [count(DigestWords.fill(words.previous, name), before)],
    ]
  }
}
