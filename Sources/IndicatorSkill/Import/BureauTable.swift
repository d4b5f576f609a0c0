import CityAgent
public import CityIndex
import CityText

/// A table as a bureau publishes it, turned into observations.
///
/// Two layouts are read: *long*, a row an observation, with columns for indicator, period, value …; and *wide*,
/// with periods or indicators as column headers. A title line may give region and unit (单位：亿元); a header may give
/// the unit and the basis in brackets (同比（%）, 累计（亿元）); footnotes (注：…) and empty rows end the table.
public struct BureauTable {
  public struct Settings: Sendable {
    /// The region of tables that name none.
    public var region: String?
    public var vintage: String
    public var source: String

    public init(region: String? = nil, vintage: String = "", source: String = "") {
      self.region = region
      self.vintage = vintage
      self.source = source
    }
  }

  /// One row of an observation file.
  public struct Row: Sendable, Equatable {
    public var fields: [String]
  }

  public private(set) var rows: [Row] = []
  /// Cells that fit nowhere, with file and line.
  public private(set) var problems: [IndexError] = []

  private let catalog: IndicatorCatalog
  private let settings: Settings
  private let path: String
  private let names: NameTable
  /// What title lines said for all cells.
  private var common = CellMeaning()

  /// Reads a decoded CSV.
  public init(_ text: [UInt8], catalog: IndicatorCatalog, settings: Settings, path: String) {
    self.catalog = catalog
    self.settings = settings
    self.path = path
    names = NameTable(catalog)
    common.region = settings.region.flatMap { catalog.region(called: $0) }
    read(text)
  }

  private mutating func read(_ text: [UInt8]) {
    var header: [CellMeaning]?
    var line = 0
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      line += 1
      let fields = ObservationRows.fields(Array(text[start..<end]), from: 0).map(\.text)
      start = end + 1
      guard fields.contains(where: { !$0.isEmpty }) else { continue }
      if Self.isFootnote(fields) { continue }
      let meanings = fields.map { CellMeaning($0, catalog: catalog, names: names) }
      if let columns = header, fields.contains(where: { Self.number($0) != nil }) {
        row(fields, meanings, columns, line: line)
      } else if fields.filter({ !$0.isEmpty }).count == 1 {
        // A title: region, unit or basis for everything below.
        if let title = meanings.first(where: { !$0.isEmpty }) {
          common.fill(from: title, over: true)
        }
      } else if let columns = header, !fields.contains(where: { Self.number($0) != nil }) {
        // A second line of a merged header adds to the first.
        header = Self.carried(Self.merged(columns, meanings))
      } else {
        header = Self.carried(meanings)
      }
    }
    if header == nil {
      problems.append(
        IndexError(
          .badDocument, "no line of headers with two columns or more was found", path: path))
    }
  }

  private static func merged(_ upper: [CellMeaning], _ lower: [CellMeaning]) -> [CellMeaning] {
    var last = CellMeaning()
    return (0..<max(upper.count, lower.count)).map { column in
      if column < upper.count, !upper[column].isEmpty { last = upper[column] }
      var meaning = column < lower.count ? lower[column] : CellMeaning()
      meaning.fill(from: last, over: false)
      return meaning
    }
  }

  /// A column of growth behind one of amounts is of the same indicator and period.
  private static func carried(_ columns: [CellMeaning]) -> [CellMeaning] {
    var last: CellMeaning?
    return columns.map { column in
      var column = column
      if let last, column.isGrowth || column.isPrevious || column.isTarget {
        column.indicator = column.indicator ?? last.indicator
        column.period = column.period ?? last.period
        column.isCumulative = column.isCumulative ?? last.isCumulative
      }
      if column.indicator != nil || column.period != nil { last = column }
      return column
    }
  }

  private mutating func row(
    _ fields: [String], _ meanings: [CellMeaning], _ columns: [CellMeaning], line: Int
  ) {
    var own = CellMeaning()
    for (column, meaning) in meanings.enumerated()
    where Self.number(fields[column]) == nil || meaning.period != nil {
      guard column >= columns.count || !columns[column].isValue || column == 0 else { continue }
      own.fill(from: meaning, over: false)
    }
    for (column, text) in fields.enumerated() {
      guard let value = Self.number(text), column < columns.count else { continue }
      if meanings[column].period != nil, columns[column].period == nil, !columns[column].isValue {
        continue
      }
      var meaning = columns[column]
      meaning.fill(from: own, over: false)
      meaning.fill(from: common, over: false)
      emit(meaning, value, line: line, column: column)
    }
  }

  private mutating func emit(_ meaning: CellMeaning, _ value: String, line: Int, column: Int) {
    func leave(_ why: String) {
      problems.append(
        IndexError(
          .badDocument, "column \(column + 1), “\(value)”: \(why); the cell is left out",
          path: path,
          line: line))
    }
    guard let indicator = meaning.indicator else {
      return leave("no indicator of the catalog is named for it")
    }
    guard let region = meaning.region else {
      return leave("no region is named for it; give --region")
    }
    guard let asked = meaning.period else { return leave("no period is named for it") }
    guard let unit = meaning.unit ?? (meaning.isGrowth ? "%" : nil) else {
      return leave("no unit is named for it")
    }
    let entry = catalog.indicators[indicator]
    let basis = meaning.basis(of: asked, nature: entry.nature, isRate: unit == "%")
    let target = basis.isGrowth || unit == "%" ? "%" : entry.unit
    guard let converted = Self.converted(value, from: unit, to: target) else {
      return leave("its unit “\(unit)” does not convert to “\(target)”")
    }
    rows.append(
      Row(fields: [
        entry.name, catalog.regions[region].name, meaning.filed(asked).description, basis.rawValue,
        converted, target.isEmpty ? unit : target, settings.vintage, settings.source,
      ]))
  }

  // MARK: cells

  private static func isFootnote(_ fields: [String]) -> Bool {
    let first = fields.first { !$0.isEmpty } ?? ""
    return ["注：", "注:", "注1", "*", "说明", "资料来源", "数据来源", "Note"].contains { first.hasPrefix($0) }
  }

  /// A number as it is written in tables: full-width digits, thousands separators, a plus; nil for text, and for
  /// the marks of a missing value.
  static func number(_ text: String) -> String? {
    var bytes = Folding.fold(Array(text.utf8)).filter { $0 != 0x2C && $0 != 0x20 }
    if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    if bytes.last == UInt8(ascii: "%") { bytes.removeLast() }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let first = bytes.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
      let value = Double(text), value.isFinite
    else { return nil }
    return text
  }

  /// The number in another unit of the same kind; the digits stay where the unit does.
  static func converted(_ value: String, from unit: String, to target: String) -> String? {
    if unit == target || target.isEmpty { return value }
    let scales: [String: Double] = ["元": 1, "万元": 1e4, "亿元": 1e8, "万亿元": 1e12, "人": 1, "万人": 1e4]
    guard let from = scales[unit], let to = scales[target],
      unit.hasSuffix("元") == target.hasSuffix("元"),
      let number = Double(value)
    else { return nil }
    let result = number * (from / to)
    return DecimalText.text(result, decimals: from < to ? 4 : 2)
  }
}
