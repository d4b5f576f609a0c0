import Foundation
import Testing

@testable import CitySeries

struct SeasonalAdjustmentTests {
  /// Days of the Spring Festival holiday that fell into January, less those of February, moving from year to year.
  private static func festival(_ years: Int) -> [Double] {
    let january = [0.0, 7, 2, 0, 7, 0, 5, 0, 7, 1]
    return (0..<(12 * years)).map { i in
      switch i % 12 {
      case 0: january[i / 12 % 10]
      case 1: 7 - january[i / 12 % 10]
      default: 0
      }
    }
  }

  @Test func factorsAreTakenOutOfPositiveValues() throws {
    let values = SampleSeries.monthly(96, noise: 0.01)
    let result = try SeasonalAdjustment.adjust(values, period: 12)
    #expect(result.isMultiplicative && result.holidayCoefficient == nil)
    #expect(isClose(zip(result.adjusted, result.effect).map { $0 * $1 }, values))
    for i in 12..<84 {
      #expect(abs(result.adjusted[i] - (100 + Double(i))) < 6, "month \(i)")
    }
  }

  @Test func amountsAreTakenOutWhereAValueIsNegative() throws {
    let values = SampleSeries.monthly(96, noise: 0.01).map { $0 - 150 }
    let result = try SeasonalAdjustment.adjust(values, period: 12)
    #expect(!result.isMultiplicative)
    #expect(isClose(zip(result.adjusted, result.effect).map { $0 + $1 }, values))
  }

  @Test func aMovingHolidayIsFoundAndTakenOut() throws {
    let holiday = Self.festival(10)
    let plain = SampleSeries.monthly(120, noise: 0.005)
    let values = zip(plain, holiday).map { $0 * exp(-0.02 * $1) }
    let result = try SeasonalAdjustment.adjust(values, period: 12, holidayRegressor: holiday)
    let coefficient = try #require(result.holidayCoefficient)
    #expect(abs(coefficient + 0.02) < 0.002)
    func roughness(_ x: [Double]) -> Double {
      zip(x, x.dropFirst()).reduce(0) { $0 + abs(log($1.1 / $1.0)) }
    }
    let without = try SeasonalAdjustment.adjust(values, period: 12)
    #expect(roughness(result.adjusted) < 0.6 * roughness(without.adjusted))
  }

  @Test func aHolidayThatNeverMovesIsLeftToTheSeason() throws {
    let fixed = (0..<96).map { $0 % 12 == 1 ? 7.0 : 0 }
    let values = SampleSeries.monthly(96, noise: 0.02)
    let result = try SeasonalAdjustment.adjust(values, period: 12, holidayRegressor: fixed)
    #expect(result.holidayCoefficient == 0)
    #expect(try result.adjusted == SeasonalAdjustment.adjust(values, period: 12).adjusted)
  }

  @Test func elevenPeriodsAYearWork() throws {
    let values = (0..<66).map { (100 + Double($0)) * ($0 % 11 == 0 ? 1.6 : 0.94) }
    let result = try SeasonalAdjustment.adjust(values, period: 11)
    #expect((11..<55).allSatisfy { abs(result.adjusted[$0] / (100 + Double($0)) - 1) < 0.02 })
  }

  @Test func whatCannotBeAdjustedIsRefused() {
    let values = SampleSeries.monthly(24, noise: 0.1)
    #expect(throws: SeriesError.self) {
      try SeasonalAdjustment.adjust(Array(values[..<23]), period: 12)
    }
    #expect(throws: SeriesError.self) { try SeasonalAdjustment.adjust(values, period: 1) }
    #expect(throws: SeriesError.self) { try SeasonalAdjustment.adjust([], period: 12) }
    #expect(throws: SeriesError.self) {
      try SeasonalAdjustment.adjust(values, period: 12, holidayRegressor: [1])
    }
    #expect(throws: SeriesError.self) {
      try SeasonalAdjustment.adjust(
        values, period: 12, holidayRegressor: [Double](repeating: .nan, count: 24))
    }
  }
}
