import CityAgent

extension ColumnWriter {
  /// Writes a list of texts a row: how many each has, then all of them.
  mutating func write(lists: [[String]]) {
    write(lists.map { UInt32($0.count) })
    write(lists.flatMap { $0 })
  }
}

extension ColumnReader {
  /// The next column of lists; nil where it is cut short or has another number of rows.
  mutating func lists(rows: Int) -> [[String]]? {
    guard let counts = numbers(), let texts = texts(), counts.count == rows,
      counts.reduce(0, { $0 + Int($1) }) == texts.count
    else { return nil }
    var at = 0
    return counts.map { count in
      defer { at += Int(count) }
      return Array(texts[at..<(at + Int(count))])
    }
  }
}
