import CityIndex
import CityText
import Testing

@testable import IndicatorSkill

@Suite struct BureauTableTests {
  static func read(_ text: String, region: String? = "福田区") -> (
    rows: [String], problems: [IndexError]
  ) {
    let table = BureauTable(
      Array(text.utf8), catalog: ShippedIndicators.catalog,
      settings: .init(region: region, vintage: "v", source: "s"), path: "t.csv")
    return (table.rows.map { $0.fields.prefix(6).joined(separator: " ") }, table.problems)
  }

  @Test func aWideTableWithUnitInItsTitleAndAFootnote() {
    let (rows, problems) = Self.read(
      "福田区主要经济指标\n单位：亿元\n指标,2023年1季度,同比（%）\n地区生产总值,\"1,200.5\",5.3\n第三产业增加值,1100,-0.2\n注：增速按不变价格计算，2022年数据已修订\n",
      region: nil)
    #expect(problems.isEmpty)
    #expect(
      rows == [
        "地区生产总值 福田区 2023Q1 cur 1200.5 亿元", "地区生产总值 福田区 2023Q1 yoy 5.3 %",
        "第三产业增加值 福田区 2023Q1 cur 1100 亿元", "第三产业增加值 福田区 2023Q1 yoy -0.2 %",
      ])
  }

  @Test func aLongTableWithMergedMonthsFullWidthDigitsAndMissingValues() {
    let (rows, problems) = Self.read(
      "时间,地区,社会消费品零售总额（亿元）,同比增长（%）\n2024年1-2月,深圳市,１７００.2,5.1\n2024年3月,深圳市,900,-\n2024年1-5月,深圳市,4300.1,4.2\n",
      region: nil)
    #expect(problems.isEmpty)
    #expect(
      rows == [
        "社会消费品零售总额 深圳 2024-01/02 ytd 1700.2 亿元", "社会消费品零售总额 深圳 2024-01/02 ytd_yoy 5.1 %",
        "社会消费品零售总额 深圳 2024-03 cur 900 亿元", "社会消费品零售总额 深圳 2024-05 ytd 4300.1 亿元",
        "社会消费品零售总额 深圳 2024-05 ytd_yoy 4.2 %",
      ])
  }

  @Test func unitsAreConvertedToTheCatalogs() {
    let (rows, problems) = Self.read("单位：万元\n指标,2024年,2023年\n一般公共预算收入,20000000,19000000\n")
    #expect(problems.isEmpty)
    #expect(rows == ["一般公共预算收入 福田区 2024 cur 2000.0000 亿元", "一般公共预算收入 福田区 2023 cur 1900.0000 亿元"])
  }

  @Test(
    arguments: [
      ("指标,2024年\n幸福指数（亿元）,5\n", "no indicator"), ("指标,数值（亿元）\n地区生产总值,5\n", "no period"),
      ("指标,2024年\n地区生产总值,5\n", "no unit"), ("单位：人\n指标,2024年\n地区生产总值,5\n", "does not convert"),
      ("", "no line of headers"), ("地区生产总值\n", "no line of headers"),
    ])
  func aCellThatFitsNowhereIsToldWithTheReason(text: String, message: String) throws {
    let (rows, problems) = Self.read(text)
    #expect(rows.isEmpty)
    let problem = try #require(problems.first)
    #expect(problem.message.contains(message), "\(problem)")
    #expect(problem.path == "t.csv")
  }

  @Test func aCellWithoutRegionIsToldToNameOne() {
    #expect(
      Self.read("单位：亿元\n指标,2024年\n地区生产总值,5\n", region: nil).problems[0].message.contains("--region")
    )
  }

  @Test(arguments: 0..<40)
  func randomCellsNeverTrapAndEveryRowIsUsable(seed: Int) {
    var state = UInt64(seed &* 7919 &+ 3)
    func random(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
    let pieces = [
      "地区生产总值", "（亿元）", "同比（%）", "2024年", "1-5月", "１２", "-", "…", ",", ",", ",", "\n", "\n", "\"",
      "福田区", "5.3",
      "注：", "单位：万元", "1e400", "累计", "三季度", "，", "%",
    ]
    let text = (0..<60).map { _ in pieces[random(pieces.count)] }.joined()
    let table = BureauTable(
      Array(text.utf8), catalog: ShippedIndicators.catalog, settings: .init(region: "福田区"),
      path: "r.csv")
    var compiler = ObservationCompiler(ShippedIndicators.catalog)
    let lines = table.rows.map { $0.fields.joined(separator: ",") }
    let all = (["indicator,region,period,basis,value,unit,vintage,source"] + lines).joined(
      separator: "\n")
    compiler.add(Array(all.utf8), document: 0, path: "r.csv")
    #expect(compiler.problems.isEmpty, "\(compiler.problems)")
  }
}
