import CityAgent
import CityAgentKit
import CityIndex
import Foundation
import Testing

@testable import IndicatorSkill

/// The indicators that this package ships, built once for all tests.
enum ShippedIndicators {
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/seeds/indicators"

  /// Everything but the catalog's own file: what `index build` gives the skill.
  static let compiled: (table: ObservationTable, problems: [IndexError]) = {
    let files = try! FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".csv") }.sorted()
    let text = [UInt8](FileManager.default.contents(atPath: folder + "/catalog.json")!)
    var compiler = ObservationCompiler(try! CatalogReader.read(text, path: "catalog.json"))
    for (number, file) in files.enumerated() {
      compiler.add(
        [UInt8](FileManager.default.contents(atPath: folder + "/" + file)!), document: number,
        path: file)
    }
    let table = compiler.table()
    return (ObservationTable(bytes: table.bytes)!, compiler.problems)
  }()

  static var table: ObservationTable { compiled.table }
  static var catalog: IndicatorCatalog { table.catalog }
  static let asOf = CalendarDay("2026-11-24")!

  static var analyst: Analyst {
    Analyst(table: table, asOf: asOf, homes: [catalog.region(named: "全国")!])
  }

  static let reader = IndicatorReader(catalog: catalog)
}
