import CityIndex
import CityText

/// The rows of a CSV file of the desk by their columns' names; what cannot be read is reported and left out.
///
/// UTF-8 with or without BOM, UTF-16 and GB18030 are read, and any line ends. Rows that begin with `#` are comments.
struct TableRows {
  struct Row {
    var line: Int
    fileprivate var fields: [String]
    fileprivate var columns: [String: Int]

    /// The cell of a column, trimmed; empty where the row or the file has none.
    subscript(_ column: String) -> String {
      guard let at = columns[column], at < fields.count else { return "" }
      return fields[at]
    }

    /// The cell cut at `|`, blank parts left out.
    func list(_ column: String) -> [String] {
      self[column].utf8.split(separator: UInt8(ascii: "|")).compactMap {
        let part = Self.trimmed(String(decoding: $0, as: UTF8.self))
        return part.isEmpty ? nil : part
      }
    }

    private static func trimmed(_ text: String) -> String {
      var bytes = text.utf8[...]
      while bytes.first == 0x20 || bytes.first == 0x09 { bytes.removeFirst() }
      while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
      return String(Substring(bytes))
    }
  }

  private(set) var rows: [Row] = []
  /// The first eight hex digits of the digest of the text: the table's version.
  let version: String

  /// - Parameter required: the columns without which the file says nothing.
  /// - Throws: where it is no text, has no header or lacks a required column.
  init(
    _ raw: [UInt8], path: String, required: [String], report: (TriageError) -> Void
  ) throws(TriageError) {
    let text: [UInt8]
    do {
      text = try TextDecoding.decode(raw).bytes
    } catch {
      throw TriageError(.badTable, error.message, path: path, line: error.line)
    }
    version = String(SHA256.hex(text).prefix(8))
    let csv = CSVRows(text)
    for line in csv.unclosed {
      report(
        TriageError(
          .badTable, "a quote is not closed: double the quotes inside a field", path: path,
          line: line))
    }
    let lines = csv.rows.filter { $0.fields[0].first != UInt8(ascii: "#") }
    guard let header = lines.first else {
      throw TriageError(
        .badTable,
        "the file holds no table: it needs the columns \(required.joined(separator: ","))",
        path: path)
    }
    var columns: [String: Int] = [:]
    for (i, name) in header.fields.enumerated() {
      let name = String(decoding: Folding.fold(name), as: UTF8.self)
      if columns[name] == nil { columns[name] = i }
    }
    let missing = required.filter { columns[$0] == nil }
    guard missing.isEmpty else {
      throw TriageError(
        .badTable, "the header lacks the columns \(missing.joined(separator: ","))", path: path,
        line: header.line)
    }
    for row in lines.dropFirst() {
      if row.fields.dropFirst(header.fields.count).contains(where: { !$0.isEmpty }) {
        report(
          TriageError(
            .badTable,
            "the row has \(row.fields.count) fields and the header \(header.fields.count): put fields with commas in quotes; the row is left out",
            path: path, line: row.line))
        continue
      }
      rows.append(
        Row(
          line: row.line, fields: row.fields.map { String(decoding: $0, as: UTF8.self) },
          columns: columns))
    }
  }
}
