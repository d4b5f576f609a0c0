public import CityIndex
import CityText
import FoundationEssentials

/// Checks a folder of indicators: the catalog, every row, and what has to hold between published numbers.
public struct IndicatorCheck: Sendable {
  /// Rows used, and series they make.
  public private(set) var rows = 0
  public private(set) var series = 0
  /// What is left out of the table: a person has to mend it.
  public private(set) var problems: [IndexError] = []
  /// What does not add up, or is missing between two periods: published so, or mistyped.
  public private(set) var notes: [String] = []
  /// How many sums were compared.
  public private(set) var compared = 0

  /// Differences below this share of the sum are rounding.
  static let tolerance = 0.001

  /// - Throws: ``IndexError`` where there is no catalog, or it cannot serve.
  public init(folder: String) throws(IndexError) {
    let path = folder + "/catalog.json"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw IndexError(.unreadable, "there is no catalog of indicators here", path: path)
    }
    let catalog = try CatalogReader.read([UInt8](bytes), path: path)
    var compiler = ObservationCompiler(catalog)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for (number, name) in names.filter({ $0.hasSuffix(".csv") }).sorted().enumerated() {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      do {
        let text = try TextDecoding.decode([UInt8](data)).bytes
        guard ObservationRows.recognises(text) else {
          notes.append("\(name): its header is not that of observations; the file is not used")
          continue
        }
        compiler.add(text, document: number, path: folder + "/" + name)
      } catch {
        problems.append(
          IndexError(.badDocument, error.message, path: folder + "/" + name, line: error.line))
      }
    }
    let table = compiler.table()
    problems += compiler.problems
    rows = table.count
    series = table.keys.count
    for indicator in catalog.indicators.indices {
      for region in catalog.regions.indices {
        sums(table, indicator, region)
        parts(table, indicator, region)
        growth(table, indicator, region)
        gaps(table, indicator, region)
      }
    }
  }

  private func name(_ table: ObservationTable, _ indicator: Int, _ region: Int) -> String {
    table.catalog.regions[region].name + table.catalog.indicators[indicator].name
  }

  /// Quarters add up to the sum since January.
  private mutating func sums(_ table: ObservationTable, _ indicator: Int, _ region: Int) {
    guard let current = table.series(indicator, region, .current),
      let sums = table.series(indicator, region, .yearToDate)
    else { return }
    for sum in sums.observations {
      guard let quarter = sum.period.quarter else { continue }
      let parts = (1...quarter).compactMap { number in
        Period.quarter(number, of: sum.period.year).flatMap { current[$0]?.value }
      }
      guard parts.count == quarter else { continue }
      compared += 1
      compare(
        parts.reduce(0, +), sum.value,
        "\(name(table, indicator, region)) \(sum.period): the quarters")
    }
  }

  /// The parts of one division add up to the whole.
  private mutating func parts(_ table: ObservationTable, _ whole: Int, _ region: Int) {
    let children = table.catalog.indicators.indices.filter {
      table.catalog.indicators[$0].parent == table.catalog.indicators[whole].name
    }
    for division in Set(children.compactMap { table.catalog.indicators[$0].division }).sorted() {
      let members = children.filter { table.catalog.indicators[$0].division == division }
      for basis in [Basis.current, .yearToDate] {
        guard members.count > 1, let total = table.series(whole, region, basis) else { continue }
        let series = members.compactMap { table.series($0, region, basis) }
        guard series.count == members.count else { continue }
        for observation in total.observations {
          let values = series.compactMap { $0[observation.period]?.value }
          guard values.count == members.count else { continue }
          compared += 1
          compare(
            values.reduce(0, +), observation.value,
            "\(name(table, whole, region)) \(observation.period) \(basis.rawValue): the \(division)"
          )
        }
      }
    }
  }

  private mutating func compare(_ sum: Double, _ whole: Double, _ what: String) {
    guard abs(sum - whole) > Self.tolerance * abs(whole) else { return }
    notes.append(
      "\(what) add up to \(DecimalText.rounded(sum, decimals: 1)), published is \(whole)")
  }

  /// A published rate and a published index of one period say the same.
  private mutating func growth(_ table: ObservationTable, _ indicator: Int, _ region: Int) {
    for (rate, index) in [
      (Basis.growth, Basis.currentIndex), (.yearToDateGrowth, .yearToDateIndex),
    ] {
      guard let rates = table.series(indicator, region, rate),
        let indices = table.series(indicator, region, index)
      else { continue }
      for observation in rates.observations {
        guard let other = indices[observation.period] else { continue }
        compared += 1
        if abs(other.value - 100 - observation.value) > 0.051 {
          notes.append(
            "\(name(table, indicator, region)) \(observation.period): the rate is \(observation.value), the index gives \(DecimalText.rounded(other.value - 100, decimals: 1))"
          )
        }
      }
    }
  }

  /// Months or quarters missing inside a series; the first two months count as one where they are merged.
  private mutating func gaps(_ table: ObservationTable, _ indicator: Int, _ region: Int) {
    let merges = table.catalog.indicators[indicator].mergesFirstMonths
    for basis in table.bases(indicator, region) {
      guard let periods = table.series(indicator, region, basis)?.observations.map(\.period),
        periods.count > 8
      else { continue }
      for length in [1, 3] {
        let places = periods.filter { $0.length == length }.map { $0.year * 12 + $0.lastMonth }
        let missing = zip(places, places.dropFirst()).filter { before, after in
          after - before > (merges && length == 1 && (after - 1) % 12 < 3 ? 3 : length)
        }
        guard places.count > 8, !missing.isEmpty else { continue }
        notes.append(
          "\(name(table, indicator, region)) \(basis.rawValue): \(missing.count) gaps between periods"
        )
      }
    }
  }
}
