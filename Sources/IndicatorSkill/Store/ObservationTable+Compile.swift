import CityAgent
import CityIndex

extension ObservationTable {
  /// The tables of a generation: none where the folder holds no `indicators/catalog.json`.
  static func tables(for contents: KnowledgeContents) throws -> [IndexTable] {
    let path = "indicators/catalog.json"
    guard let text = try contents.text(path) else { return [] }
    let catalog = try CatalogReader.read(text, path: contents.folder + "/" + path)
    var compiler = ObservationCompiler(catalog)
    for table in contents.documents.documents(ofKinds: ["table"])
    where ObservationRows.recognises(table.document.text) {
      compiler.add(
        table.document.text, document: table.number,
        path: contents.folder + "/" + table.document.id)
    }
    let table = compiler.table()
    for problem in compiler.problems { contents.report(problem) }
    return [IndexTable(name: name, version: version, bytes: table.bytes)]
  }
}

/// Checks rows and sorts them into the columns of a table.
struct ObservationCompiler {
  private struct Entry {
    var key: UInt64
    var period: UInt32
    var vintage: String
    var value: Double
    var document: Int
    var range: Range<Int>
    var unit: String
    var line: Int
    var path: Int
  }

  private let catalog: IndicatorCatalog
  private let indicators: [String: Int]
  private let regions: [String: Int]
  private var entries: [Entry] = []
  private var paths: [String] = []
  /// One a row left out, or a contradiction; the rest is compiled.
  private(set) var problems: [IndexError] = []

  init(_ catalog: IndicatorCatalog) {
    self.catalog = catalog
    indicators = Dictionary(
      catalog.indicators.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    regions = Dictionary(
      catalog.regions.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ text: [UInt8], document: Int, path: String) {
    paths.append(path)
    var found: [Entry] = []
    var wrong: [IndexError] = []
    ObservationRows.each(of: text) { row in
      switch entry(row, document: document) {
      case .success(let entry): found.append(entry)
      case .failure(let problem):
        wrong.append(IndexError(.badDocument, problem.message, path: path, line: row.line))
      }
    } short: { line in
      wrong.append(
        IndexError(
          .badDocument, "the row has fewer fields than the header; the row is left out", path: path,
          line: line))
    }
    entries += found
    problems += wrong
  }

  private struct Wrong: Error { var message: String }

  private func entry(_ row: ObservationRows.Row, document: Int) -> Result<Entry, Wrong> {
    func wrong(_ message: String) -> Result<Entry, Wrong> {
      .failure(Wrong(message: message + "; the row is left out"))
    }
    guard let indicator = indicators[row.indicator] else {
      return wrong("“\(row.indicator)” is no indicator's name in catalog.json")
    }
    guard let region = regions[row.region] else {
      return wrong("“\(row.region)” is no region's name in catalog.json")
    }
    guard let period = Period(row.period), period.description == row.period else {
      return wrong("“\(row.period)” is no period; write 2016, 2016Q1, 2016-05 or 2016-01/02")
    }
    guard let basis = Basis(rawValue: row.basis) else {
      let known = Basis.allCases.map(\.rawValue).joined(separator: ", ")
      return wrong("“\(row.basis)” is no basis; there are \(known)")
    }
    guard let value = Double(row.value), value.isFinite else {
      return wrong("“\(row.value)” is no number")
    }
    guard !row.unit.isEmpty else { return wrong("the unit is missing") }
    return .success(
      Entry(
        key: ObservationTable.key(indicator, region, basis),
        period: ObservationTable.packed(period), vintage: row.vintage, value: value,
        document: document, range: row.range, unit: row.unit, line: row.line, path: paths.count - 1)
    )
  }

  /// The table of all rows added; contradictions and mixed units are reported and left out.
  mutating func table() -> ObservationTable {
    entries.sort { a, b in
      (a.key, a.period) != (b.key, b.period)
        ? (a.key, a.period) < (b.key, b.period)
        : a.vintage != b.vintage ? a.vintage > b.vintage : (a.path, a.line) < (b.path, b.line)
    }
    var texts: [String] = []
    var numbers: [String: UInt32] = [:]
    func number(_ text: String) -> UInt32 {
      if let known = numbers[text] { return known }
      numbers[text] = UInt32(texts.count)
      texts.append(text)
      return UInt32(texts.count - 1)
    }
    var keys: [UInt64] = []
    var (starts, units): ([UInt32], [UInt32]) = ([], [])
    var kept: [Entry] = []
    for entry in entries {
      if entry.key != keys.last {
        keys.append(entry.key)
        starts.append(UInt32(kept.count))
        units.append(number(entry.unit))
      } else if numbers[entry.unit] != units.last {
        report(
          entry,
          "its series has the unit “\(texts[Int(units.last!)])”, this row “\(entry.unit)”: convert it"
        )
        continue
      }
      if let last = kept.last, kept.count > Int(starts.last!), last.period == entry.period,
        last.vintage == entry.vintage
      {
        if last.value != entry.value {
          report(
            entry,
            "line \(last.line) of \(paths[last.path]) has another value for the same cell and release"
          )
        }
        continue
      }
      kept.append(entry)
    }
    starts.append(UInt32(kept.count))
    return ObservationTable(
      catalog: catalog, keys: keys, starts: starts, units: units, periods: kept.map(\.period),
      values: kept.map(\.value.bitPattern), documents: kept.map { UInt32($0.document) },
      offsets: kept.map { UInt32($0.range.lowerBound) },
      lengths: kept.map { UInt32($0.range.count) },
      vintages: kept.map { number($0.vintage) }, texts: texts)
  }

  private mutating func report(_ entry: Entry, _ message: String) {
    problems.append(
      IndexError(
        .badDocument, message + "; the row is left out", path: paths[entry.path], line: entry.line))
  }
}
