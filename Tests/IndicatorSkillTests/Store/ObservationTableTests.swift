import CityAgent
import CityIndex
import Testing

@testable import IndicatorSkill

@Suite struct ObservationTableTests {
  static let catalog = try! CatalogReader.read(
    Array(
      #"""
      {"indicators": [
        {"id": "gdp", "name": "地区生产总值", "aliases": ["GDP"], "unit": "亿元", "growth": "real"},
        {"id": "retail", "name": "社会消费品零售总额", "unit": "亿元", "mergesFirstMonths": true}],
       "regions": [{"name": "甲区", "kind": "district"}, {"name": "乙区", "kind": "district"}]}
      """#.utf8), path: "catalog.json")

  static func compile(_ rows: String...) -> (table: ObservationTable, problems: [IndexError]) {
    var compiler = ObservationCompiler(catalog)
    let text = (["indicator,region,period,basis,value,unit,vintage,source"] + rows).joined(
      separator: "\n")
    compiler.add(Array(text.utf8), document: 3, path: "a.csv")
    let table = compiler.table()
    return (ObservationTable(bytes: table.bytes)!, compiler.problems)
  }

  @Test func aNumberIsFoundWithThePlaceOfItsField() throws {
    let (table, problems) = Self.compile("地区生产总值,甲区,2024Q1,ytd, 12.5 ,亿元,,公报")
    #expect(problems.isEmpty)
    let series = try #require(table.series(0, 0, .yearToDate))
    let observation = try #require(series[Period("2024Q1")!])
    #expect(observation.value == 12.5)
    #expect(observation.document == 3)
    let text =
      "indicator,region,period,basis,value,unit,vintage,source\n地区生产总值,甲区,2024Q1,ytd, 12.5 ,亿元,,公报"
    #expect(String(decoding: Array(text.utf8)[observation.range], as: UTF8.self) == "12.5")
    #expect(table.series(0, 1, .yearToDate) == nil)
    #expect(table.series(0, 0, .current) == nil)
    #expect(table.bases(0, 0) == [.yearToDate])
    #expect(table.regions(publishing: 0, .yearToDate) == [0])
  }

  @Test func theLatestReleaseServesAndAllAreKept() throws {
    let (table, problems) = Self.compile(
      "地区生产总值,甲区,2024Q1,ytd,12.5,亿元,2024-04 初步,公报", "地区生产总值,甲区,2024Q1,ytd,12.9,亿元,2025 修订,年鉴")
    #expect(problems.isEmpty)
    #expect(table.series(0, 0, .yearToDate)?.observations.map(\.value) == [12.9])
    #expect(table.vintages(of: 0, 0, .yearToDate, Period("2024Q1")!).map(\.value) == [12.9, 12.5])
  }

  @Test(
    arguments: [
      ("人口,甲区,2024,cur,1,亿元,,x", "no indicator's name"),
      ("地区生产总值,丙区,2024,cur,1,亿元,,x", "no region's name"),
      ("地区生产总值,甲区,二四年,cur,1,亿元,,x", "no period"), ("地区生产总值,甲区,2024H1,cur,1,亿元,,x", "no period"),
      ("地区生产总值,甲区,2024,total,1,亿元,,x", "no basis"), ("地区生产总值,甲区,2024,cur,增长3%,亿元,,x", "no number"),
      ("地区生产总值,甲区,2024,cur,nan,亿元,,x", "no number"), ("地区生产总值,甲区,2024,cur,,亿元,,x", "no number"),
      ("地区生产总值,甲区,2024,cur,1,,,x", "unit is missing"), ("地区生产总值,甲区,2024", "fewer fields"),
    ])
  func aRowThatCannotBeUsedIsReportedWithItsLineAndLeftOut(row: String, message: String) throws {
    let (table, problems) = Self.compile("地区生产总值,甲区,2023,cur,5,亿元,,x", row)
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.message.contains(message), "\(problem)")
    #expect(problem.line == 3 && problem.path == "a.csv")
    #expect(table.count == 1)
  }

  @Test func aContradictionAndAnotherUnitAreReported() {
    let (table, problems) = Self.compile(
      "地区生产总值,甲区,2023,cur,5,亿元,,x", "地区生产总值,甲区,2023,cur,5,亿元,,y", "地区生产总值,甲区,2023,cur,6,亿元,,x",
      "地区生产总值,甲区,2024,cur,70000,万元,,x")
    #expect(table.count == 1)
    #expect(problems.count == 2)
    #expect(problems[0].message.contains("another value") && problems[0].line == 4)
    #expect(problems[1].message.contains("万元") && problems[1].line == 5)
  }

  /// Every look-up against a slow scan of the rows.
  @Test func lookUpsAgreeWithAScanOfTheRows() throws {
    var seed: UInt64 = 7
    func random(_ n: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % n
    }
    var rows:
      [(indicator: Int, region: Int, period: Period, basis: Basis, vintage: Int, value: Int)] = []
    for _ in 0..<600 {
      let period =
        random(2) == 0
        ? Period.quarter(1 + random(4), of: 2000 + random(6))
        : Period.month(1 + random(12), of: 2000 + random(6))
      rows.append(
        (
          random(2), random(2), period!, random(2) == 0 ? .current : .yearToDate, random(2),
          random(1000)
        ))
    }
    // The first row of a cell and release counts.
    var first: [String: Int] = [:]
    for row in rows {
      let key = "\(row.indicator) \(row.region) \(row.period) \(row.basis) \(row.vintage)"
      if first[key] == nil { first[key] = row.value }
    }
    var compiler = ObservationCompiler(Self.catalog)
    let names = Self.catalog.indicators.map(\.name)
    let lines = rows.map {
      "\(names[$0.indicator]),\(Self.catalog.regions[$0.region].name),\($0.period),\($0.basis.rawValue),\($0.value),亿元,v\($0.vintage),x"
    }
    compiler.add(
      Array(
        (["indicator,region,period,basis,value,unit,vintage,source"] + lines).joined(
          separator: "\n"
        ).utf8),
      document: 0, path: "a.csv")
    let table = try #require(ObservationTable(bytes: compiler.table().bytes))
    for indicator in 0..<2 {
      for region in 0..<2 {
        for basis in [Basis.current, .yearToDate, .level] {
          let series = table.series(indicator, region, basis)
          var wanted: [Period: Int] = [:]
          for row in rows
          where row.indicator == indicator && row.region == region && row.basis == basis {
            for vintage in [1, 0] {
              if let value = first["\(indicator) \(region) \(row.period) \(basis) \(vintage)"] {
                wanted[row.period] = value
                break
              }
            }
          }
          #expect((series?.observations.count ?? 0) == wanted.count)
          for (period, value) in wanted { #expect(series?[period]?.value == Double(value)) }
          if let periods = series?.observations.map(\.period) {
            #expect(periods == periods.sorted())
          }
        }
      }
    }
  }

  @Test func cutBytesAreNoTable() {
    let bytes = Self.compile("地区生产总值,甲区,2024Q1,ytd,12.5,亿元,,x").table.bytes
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(ObservationTable(bytes: Array(bytes[..<length])) == nil)
    }
  }
}

@Suite struct CatalogReaderTests {
  @Test(
    arguments: [
      ("", "no catalog"), ("{}", "“indicators” is missing"),
      (#"{"indicators": [{"id": "a"}], "regions": []}"#, "“name” is missing in indicators.[0]"),
      (#"{"indicators": [{"id": "a", "name": "甲", "nature": "river"}], "regions": []}"#, "river"),
      (
        #"{"indicators": [{"id": "a", "name": "甲", "aliases": ["丙"]}, {"id": "b", "name": "乙", "aliases": ["丙"]}], "regions": []}"#,
        "“丙” stands for"
      ),
      (
        #"{"indicators": [{"id": "a", "name": "甲", "parent": "丁"}], "regions": []}"#,
        "“丁” is not in the catalog"
      ),
      (
        #"{"indicators": [{"id": "a", "name": "甲", "parent": "乙"}, {"id": "b", "name": "乙", "parent": "甲"}], "regions": []}"#,
        "above itself"
      ),
    ])
  func aCatalogThatCannotServeIsRefusedWithTheReason(text: String, message: String) {
    let error = #expect(throws: IndexError.self) {
      try CatalogReader.read(Array(text.utf8), path: "indicators/catalog.json")
    }
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    #expect(error?.path == "indicators/catalog.json")
  }
}
