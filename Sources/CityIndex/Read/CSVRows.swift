/// The rows of a CSV text (RFC 4180): quoted fields may hold commas, line feeds and doubled quotes.
package struct CSVRows {
  package struct Row {
    /// The line it begins on, from 1.
    package var line: Int
    package var fields: [[UInt8]]
  }

  /// Rows in order, blank lines left out.
  package private(set) var rows: [Row] = []
  /// Lines with a quote that never closes; each is left out alone, the lines below it are read.
  package private(set) var unclosed: [Int] = []

  private let text: [UInt8]
  private var i = 0
  private var line = 1
  /// Whether a quoted field may go on over the line's end: not after one that never closed, so that
  /// a file full of stray quotes still takes linear time.
  private var spans = true

  package init(_ text: [UInt8]) {
    self.text = text
    while i < text.count { readRow() }
  }

  private mutating func readRow() {
    let start = i
    let startLine = line
    var fields: [[UInt8]] = []
    while true {
      guard let field = readField() else {
        unclosed.append(startLine)
        spans = false
        line = startLine + 1
        i = text.line(at: start, before: text.count).upperBound + 1
        return
      }
      fields.append(field)
      guard i < text.count, text[i] == 0x2C else { break }
      i += 1
    }
    // At a line feed or the end.
    i += 1
    line += 1
    if fields.contains(where: { !$0.isEmpty }) { rows.append(Row(line: startLine, fields: fields)) }
  }

  /// The field at `i`, trimmed; leaves `i` on the comma, line feed or end. Nil for an open quote.
  private mutating func readField() -> [UInt8]? {
    var out: [UInt8] = []
    while i < text.count, text[i] == 0x20 || text[i] == 0x09 { i += 1 }
    if i < text.count, text[i] == 0x22 {
      i += 1
      while true {
        guard i < text.count, spans || text[i] != 0x0A else { return nil }
        if text[i] == 0x22 {
          i += 1
          guard i < text.count, text[i] == 0x22 else { break }
        } else if text[i] == 0x0A {
          line += 1
        }
        out.append(text[i])
        i += 1
      }
    }
    while i < text.count, text[i] != 0x2C, text[i] != 0x0A {
      out.append(text[i])
      i += 1
    }
    return [UInt8](out[out.trimmed(0..<out.count)])
  }
}
