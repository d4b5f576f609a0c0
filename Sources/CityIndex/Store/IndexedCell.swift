/// A field of a table document, found again from its bytes.
public struct IndexedCell: Sendable, Equatable {
  /// The line it stands on, from 1: the header is line 1.
  public var row: Int
  /// The header of its column.
  public var column: String
  /// Every field of its row, unquoted.
  public var fields: [String]
  /// Its own text, unquoted.
  public var text: String
}

extension KnowledgeIndex {
  /// The field of a table document whose bytes are exactly `range`; nil where there is no such field.
  ///
  /// - Complexity: O(bytes before the field), to count the lines; the row alone is parsed.
  public func cell(document: Int, range: Range<Int>) -> IndexedCell? {
    guard document >= 0, document < documentCount, !range.isEmpty, let text = textView(document),
      range.lowerBound >= 0, range.upperBound <= text.count
    else { return nil }
    let bytes = text.raw
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    guard start > 0, let row = CSVRows([UInt8](bytes[start..<end])).rows.first else { return nil }
    guard let number = Self.field(of: bytes, row: start..<end, at: range),
      row.fields.indices.contains(number)
    else { return nil }
    let headerEnd = bytes.firstIndex(of: 0x0A) ?? bytes.count
    let header = CSVRows([UInt8](bytes[..<headerEnd])).rows.first?.fields ?? []
    guard header.indices.contains(number) else { return nil }
    var line = 1
    for byte in bytes[..<start] where byte == 0x0A { line += 1 }
    let fields = row.fields.map { String(decoding: $0, as: UTF8.self) }
    return IndexedCell(
      row: line, column: String(decoding: header[number], as: UTF8.self), fields: fields,
      text: fields[number])
  }

  /// Which field of the row has exactly these bytes, spaces around it left out.
  private static func field(
    of bytes: UnsafeRawBufferPointer, row: Range<Int>, at range: Range<Int>
  ) -> Int? {
    var number = 0
    var isQuoted = false
    var start = row.lowerBound
    for at in row.lowerBound...row.upperBound {
      if at < row.upperBound, bytes[at] == 0x22 { isQuoted.toggle() }
      guard at == row.upperBound || (!isQuoted && bytes[at] == 0x2C) else { continue }
      var (low, high) = (start, at)
      while low < high, bytes[low] == 0x20 || bytes[low] == 0x09 { low += 1 }
      while high > low, bytes[high - 1] == 0x20 || bytes[high - 1] == 0x09 { high -= 1 }
      if low..<high == range { return number }
      number += 1
      start = at + 1
    }
    return nil
  }
}
