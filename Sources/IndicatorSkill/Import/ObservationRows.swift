import CityText

/// The rows of an observation file (`indicator,region,period,basis,value,unit,vintage,source`), each with the
/// place of its value.
public struct ObservationRows {
  public struct Row: Sendable {
    public var line: Int
    public var indicator: String
    public var region: String
    public var period: String
    public var basis: String
    public var value: String
    public var unit: String
    public var vintage: String
    /// The value field's bytes, spaces around it left out.
    public var range: Range<Int>
  }

  static let header = [
    "indicator", "region", "period", "basis", "value", "unit", "vintage", "source",
  ]

  /// Whether a table's first line is the header of observations, in any order.
  public static func recognises(_ text: [UInt8]) -> Bool {
    let first = text.prefix { $0 != 0x0A }
    let names = Set(fields(Array(first), from: 0).map(\.text))
    return ["indicator", "region", "period", "basis", "value"].allSatisfy(names.contains)
  }

  /// Calls `body` for each row below the header.
  /// - Complexity: O(n).
  public static func each(of text: [UInt8], _ body: (Row) -> Void, short: (Int) -> Void) {
    var columns: [Int]?
    var start = 0
    var line = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      line += 1
      if end > start {
        let fields = fields(Array(text[start..<end]), from: start)
        if let columns {
          row(fields, columns, line: line).map(body) ?? short(line)
        } else {
          columns = header.map { name in fields.firstIndex { $0.text == name } ?? -1 }
        }
      }
      start = end + 1
    }
  }

  private static func row(_ fields: [Field], _ columns: [Int], line: Int) -> Row? {
    func text(_ column: Int) -> String? {
      columns[column] < 0
        ? "" : fields.indices.contains(columns[column]) ? fields[columns[column]].text : nil
    }
    guard let indicator = text(0), let region = text(1), let period = text(2), let basis = text(3),
      let value = text(4), let unit = text(5), let vintage = text(6),
      fields.indices.contains(columns[4])
    else { return nil }
    return Row(
      line: line, indicator: indicator, region: region, period: period, basis: basis, value: value,
      unit: unit, vintage: vintage, range: fields[columns[4]].range)
  }

  struct Field {
    var text: String
    var range: Range<Int>
  }

  /// The fields of one line; a quoted field loses its quotes, its range keeps them.
  static func fields(_ line: [UInt8], from offset: Int) -> [Field] {
    var fields: [Field] = []
    var start = 0
    var isQuoted = false
    for at in 0...line.count {
      if at < line.count, line[at] == 0x22 { isQuoted.toggle() }
      guard at == line.count || (line[at] == 0x2C && !isQuoted) else { continue }
      var (low, high) = (start, at)
      while low < high, line[low] == 0x20 || line[low] == 0x09 { low += 1 }
      while high > low, line[high - 1] == 0x20 || line[high - 1] == 0x09 || line[high - 1] == 0x0D {
        high -= 1
      }
      var bytes = Array(line[low..<high])
      if bytes.count >= 2, bytes.first == 0x22, bytes.last == 0x22 {
        bytes = Array(bytes[1..<(bytes.count - 1)])
        if let quote = ByteSearch.first(of: [0x22, 0x22], in: bytes, from: 0) {
          bytes.remove(at: quote)
        }
      }
      fields.append(
        Field(
          text: String(decoding: bytes, as: UTF8.self), range: (offset + low)..<(offset + high)))
      start = at + 1
    }
    return fields
  }
}
