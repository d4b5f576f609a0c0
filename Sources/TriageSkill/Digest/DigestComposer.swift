import CityAgent
import CityText

/// Builds the sections of a ``Digest``: counts, compares, and remembers which orders each count is of.
struct DigestComposer: Sendable {
  /// Rows of a table at most; the rest is one row of its own, or left to the lists.
  static let mostRows = 10

  let records: [DigestRecord]
  let span: DigestSpan
  let issues: [ReportCluster]
  let streets: [DigestStreet]
  let words: DigestWords
  var figures: [Digest.Figure] = []
  /// Orders received in the span, and in the one before; in the order they came.
  let own: [Int]
  let previous: [Int]

  init(
    records: [DigestRecord], span: DigestSpan, issues: [ReportCluster],
    streets: [DigestStreet], words: DigestWords
  ) {
    self.records = records
    self.span = span
    self.issues = issues
    self.streets = streets
    self.words = words
    let before = span.before
    // The sort is stable by position: equal moments stay as they were given.
    func sorted(_ numbers: [Int]) -> [Int] {
      numbers.sorted { (records[$0].received, $0) < (records[$1].received, $1) }
    }
    own = sorted(records.indices.filter { span.contains(records[$0].received) })
    previous = sorted(records.indices.filter { before.contains(records[$0].received) })
  }

  /// The first day, or the first and the last.
  private var days: (first: CalendarDay, last: CalendarDay) {
    (span.from.day, max(span.from, span.to.adding(seconds: -1)).day)
  }

  var title: String {
    let (first, last) = days
    return first == last
      ? DigestWords.fill(words.daily, "\(first)")
      : DigestWords.fill(words.spanned, "\(first)", "\(last)")
  }

  mutating func compose() -> [Digest.Section] {
    guard !records.isEmpty else {
      return [
        .init(heading: words.numbered(words.overall, 0), blocks: [.note(nothingLine)])
      ]
    }
    let spots = HotSpots.find(in: records, issues: issues, until: span.to)
    let sections: [Digest.Section] = [
      .init(heading: words.overall, blocks: overview()),
      .init(heading: words.categories, blocks: categories()),
      .init(heading: words.hotSpots, blocks: hotSpots(spots)),
      .init(heading: words.warnings, blocks: warnings(spots)),
      .init(heading: words.issues, blocks: issueTable()),
      .init(heading: words.streets, blocks: byStreet()),
      .init(heading: words.handling, blocks: handling()),
      .init(heading: words.satisfaction, blocks: satisfaction()),
    ]
    return sections.filter { !$0.blocks.isEmpty }.enumerated().map {
      .init(heading: words.numbered($1.heading, $0), blocks: $1.blocks)
    }
  }

  var nothingLine: String {
    let (first, last) = days
    return DigestWords.fill(
      words.nothing, first == last ? "\(first)" : "\(first) – \(last)")
  }

  /// A count of orders, with its list where there are any.
  mutating func count(_ name: String, _ orders: [Int]) -> Digest.Piece {
    .count(orders.count, figure: figure(name, orders))
  }

  /// A count of persons that leads to the orders they wrote.
  mutating func persons(_ name: String, _ orders: [Int]) -> Digest.Piece {
    let persons = ReportClusters.persons(orders.lazy.map { [records] in records[$0].reporter })
    return .count(persons, figure: figure(name, orders))
  }

  /// The number of a list, which is new unless the same one was just made.
  private mutating func figure(_ name: String, _ orders: [Int]) -> Int? {
    guard !orders.isEmpty else { return nil }
    if let last = figures.last, last.name == name, last.orders == orders {
      return figures.count - 1
    }
    figures.append(Digest.Figure(name: name, orders: orders))
    return figures.count - 1
  }

  /// Orders grouped by a name, most first, then by first appearance.
  func grouped(_ orders: [Int], by name: (DigestRecord) -> String) -> [(String, [Int])] {
    var numbers: [String: Int] = [:]
    var groups: [(String, [Int])] = []
    for order in orders {
      let name = name(records[order])
      if let at = numbers[name] {
        groups[at].1.append(order)
      } else {
        numbers[name] = groups.count
        groups.append((name, [order]))
      }
    }
    return groups.enumerated().sorted {
      ($1.element.1.count, $0.offset) < ($0.element.1.count, $1.offset)
    }.map(\.element)
  }

  /// The title, or the id of an order without one.
  func shortTitle(_ number: Int) -> String {
    guard records.indices.contains(number) else { return "" }
    let title = records[number].title
    return title.isEmpty ? DigestText.short(records[number].order) : title
  }
}
