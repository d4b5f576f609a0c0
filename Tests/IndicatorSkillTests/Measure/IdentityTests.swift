import CityAgent
import Foundation
import Testing

@testable import IndicatorSkill

/// What has to hold between published numbers, on all that this package ships.
@Suite struct IdentityTests {
  static let table = ShippedIndicators.table
  static let catalog = ShippedIndicators.catalog
  static let nation = catalog.region(named: "全国")!
  static let total = catalog.indicator(named: "地区生产总值")!

  @Test func theShippedFilesHaveNoProblem() {
    #expect(ShippedIndicators.compiled.problems.isEmpty)
    #expect(Self.table.count > 10_000)
  }

  /// 拉动 of the parts adds up to the published growth of the whole, every quarter, within 0.1 points.
  @Test(arguments: [false, true])
  func pullsAddUpToPublishedGrowth(bySector: Bool) throws {
    let analyst = ShippedIndicators.analyst
    let parts = analyst.parts(of: Self.total, bySector: bySector)
    #expect(parts.count == (bySector ? 3 : 11))
    let growth = try #require(Self.table.series(Self.total, Self.nation, .yearToDateIndex))
    var quarters = 0
    for observation in growth.observations {
      let reading = Reading(period: observation.period, basis: .yearToDateIndex)
      let pulls = parts.compactMap {
        analyst.pullStatement(
          $0, of: Self.total, region: Self.nation, reading: reading, asContribution: false)
      }
      guard pulls.count == parts.count else { continue }
      quarters += 1
      let sum = pulls.reduce(0) { $0 + $1.figure.exact }
      #expect(abs(sum - (observation.value - 100)) <= 0.1, "\(observation.period)")
    }
    #expect(quarters >= 13)
  }

  @Test func theQuartersOfAYearAddUpToTheSumSinceJanuary() throws {
    var compared = 0
    for indicator in Self.catalog.indicators.indices {
      guard let current = Self.table.series(indicator, Self.nation, .current),
        let sums = Self.table.series(indicator, Self.nation, .yearToDate)
      else { continue }
      for sum in sums.observations {
        guard let quarter = sum.period.quarter else { continue }
        let parts = (1...quarter).compactMap {
          current[Period.quarter($0, of: sum.period.year)!]?.value
        }
        guard parts.count == quarter else { continue }
        compared += 1
        #expect(
          abs(parts.reduce(0, +) - sum.value) <= 0.001 * sum.value, "\(indicator) \(sum.period)")
      }
    }
    #expect(compared > 200)
  }

  /// The district's own release of the first quarter of 2016 says how far its plans had come.
  @Test(
    arguments: [
      ("固定资产投资额", 25.8), ("社会消费品零售总额", 20.8), ("进出口总额（美元）", 21.1), ("公共财政预算收入", 27.6),
    ])
  func targetProgressReproducesTheDistrictsOwn(indicator: String, published: Double) throws {
    var request = IndicatorRequest()
    request.indicators = [try #require(Self.catalog.indicator(named: indicator))]
    request.regions = [try #require(Self.catalog.region(named: "福田区"))]
    request.period = AskedPeriod(Period("2016Q1")!)
    request.measure = .targetProgress
    let analysis = try ShippedIndicators.analyst.analyse(request, style: .init())
    #expect(abs(analysis.statements[0].figure.exact - published) <= 0.05)
  }

  /// 0.01 − 0.02 + 8.03 points are the district's 8.0 in the first quarter of 2016.
  @Test func pullsFromADistrictsOwnDataAddUp() throws {
    let analyst = ShippedIndicators.analyst
    let futian = try #require(Self.catalog.region(named: "福田区"))
    let reading = Reading(period: Period("2016Q1")!, basis: .yearToDateGrowth)
    let pulls = analyst.parts(of: Self.total, bySector: true).compactMap {
      analyst.pullStatement(
        $0, of: Self.total, region: futian, reading: reading, asContribution: false)
    }
    #expect(pulls.map(\.figure.value) == [0.01, -0.02, 8.03])
  }

  @Test func everyRegionsEveryPublishedLevelIsASentenceTheFormulaAllows() throws {
    let analyst = ShippedIndicators.analyst
    let words = [false, true].map { StatementText(catalog: Self.catalog, isEnglish: $0) }
    var said = 0
    for indicator in Self.catalog.indicators.indices {
      for region in Self.catalog.regions.indices {
        for basis in Self.table.bases(indicator, region) {
          guard let series = Self.table.series(indicator, region, basis) else { continue }
          for observation in series.observations.suffix(3) {
            let reading = Reading(period: observation.period, basis: basis)
            let statement =
              basis.isGrowth
              ? analyst.growthStatement([reading], indicator, region)
              : analyst.levelStatement(reading, indicator, region)
            guard let statement else { continue }
            for words in words {
              let text = words.text(statement)
              #expect(statement.figure.derivation.allows(text), "\(text)")
              said += 1
            }
          }
        }
      }
    }
    #expect(said > 500)
  }

  /// The yearbook of Fujian publishes contributions, pulls and growth: contribution × growth ÷ 100 is the pull. In 116 of
  /// its 120 cells within 0.1 points, in all within 0.14: the four of 1990 and 1991 are the yearbook's own rounding.
  @Test func contributionsOfAYearbookGiveItsPulls() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/fujian.csv"
    let text = String(
      decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    var (cells, close) = (0, 0)
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",").dropFirst().prefix(9).map { Double($0) ?? .nan }
      for part in 0..<4 {
        // Cells: the pull, the whole's growth.
        let pull = Term<PointKind>(.cell(0), unit: "个百分点")
        let contribution = pull.contribution(to: Term<PercentKind>(.cell(1), unit: "%"))
        let value = try #require(contribution.formula.evaluated([fields[5 + part], fields[0]]))
        cells += 1
        // A point of pull is 100 ÷ growth points of contribution.
        let difference = abs(value - fields[1 + part]) * fields[0] / 100
        #expect(difference <= 0.14)
        if difference <= 0.1 + 1e-9 { close += 1 }
      }
    }
    #expect(cells == 120)
    #expect(close == 116)
  }
}
