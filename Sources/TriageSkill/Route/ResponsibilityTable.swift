import CityText

/// The responsibility table: which matter a text is about, by its keywords, and so who deals with it.
public struct ResponsibilityTable: Sendable {
  public let rows: [ResponsibilityRow]
  /// The first eight hex digits of the file's digest: part of every finding's origin.
  public let version: String
  let index: KeywordIndex
  /// By keyword: the rows that list it.
  let rowsOfKeyword: [[Int32]]
  /// By keyword: its weight, shared out among its rows.
  let weights: [Double]

  /// - Parameter rows: with ids of their own.
  init(rows: [ResponsibilityRow], version: String) {
    self.rows = rows
    self.version = version
    var keywords: [Keyword] = []
    var numbers: [String: Int] = [:]
    var rowsOfKeyword: [[Int32]] = []
    for (row, entry) in rows.enumerated() {
      for text in entry.keywords {
        guard let keyword = Keyword(text) else { continue }
        let number = numbers[keyword.text] ?? keywords.count
        if number == keywords.count {
          numbers[keyword.text] = number
          keywords.append(keyword)
          rowsOfKeyword.append([])
        }
        if rowsOfKeyword[number].last != Int32(row) { rowsOfKeyword[number].append(Int32(row)) }
      }
    }
    index = KeywordIndex(keywords)
    self.rowsOfKeyword = rowsOfKeyword
    weights = keywords.enumerated().map { number, keyword in
      keyword.weight / Double(rowsOfKeyword[number].count)
    }
  }

  public func row(_ id: String) -> ResponsibilityRow? { rows.first { $0.id == id } }
}
