import Foundation
import Testing

@testable import CitySeries

struct ForecastTests {
  @Test(arguments: SeriesKind.allCases, [1, 4, 12])
  func bandsLieAroundTheMeanAndWithinEachOther(_ kind: SeriesKind, _ period: Int) throws {
    let values = SampleSeries.walk(80, seed: 5)
    let result = try SeriesForecast.forecast(values, period: period, horizon: 20, kind: kind)
    let (narrow, wide) = try (#require(result.band80), #require(result.band95))
    #expect(result.mean.count == 20)
    for h in 0..<20 {
      let steps = [wide.low[h], narrow.low[h], result.mean[h], narrow.high[h], wide.high[h]]
      #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 }, "step \(h): \(steps)")
    }
  }

  @Test func aMonthlySeasonComesBack() throws {
    let values = SampleSeries.monthly(120, noise: 0)
    let result = try SeriesForecast.forecast(values, period: 12, horizon: 12)
    for h in 0..<12 {
      let truth = (220 + Double(h)) * SampleSeries.months[h]
      #expect(abs(result.mean[h] - truth) < 0.05 * truth, "month \(h): \(result.mean[h]) \(truth)")
    }
  }

  @Test func bandsHoldMostOfWhatComes() throws {
    var (within, all) = (0, 0)
    for seed in 1...40 {
      let series = SampleSeries.monthly(96, noise: 0.1, seed: UInt64(seed))
      let band = try #require(
        try SeriesForecast.forecast(Array(series[..<84]), period: 12, horizon: 12).band95)
      for h in 0..<12 {
        all += 1
        if band.low[h] <= series[84 + h], series[84 + h] <= band.high[h] { within += 1 }
      }
    }
    #expect(Double(within) / Double(all) > 0.93)
  }

  @Test(arguments: ForecastMethod.allCases)
  func everyMethodContinuesAConstant(_ method: ForecastMethod) throws {
    for count in [1, 2, 3, 5, 40] {
      let mean = try SeriesForecast.forecast(
        [Double](repeating: 7, count: count), period: 4, horizon: 3, by: method)
      #expect(isClose(mean, [7, 7, 7], within: 1e-6), "\(count): \(mean)")
    }
  }

  @Test(arguments: [[5.0], [5, 5], [5, 5, 5, 5, 5, 5], [0, 0, 0, 0, 0]], SeriesKind.allCases)
  func withoutSpreadThereAreNoBands(_ values: [Double], _ kind: SeriesKind) throws {
    let result = try SeriesForecast.forecast(values, period: 12, horizon: 2, kind: kind)
    #expect(result == ForecastResult(mean: [values[0], values[0]], band80: nil, band95: nil))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 11, 13, 24, 25, 36, 37], SeriesKind.allCases)
  func anyLengthGivesFiniteNumbers(_ count: Int, _ kind: SeriesKind) throws {
    for period in [1, 4, 11, 12] {
      let values = SampleSeries.walk(count, seed: UInt64(count)).map { $0 - 50 }
      let result = try SeriesForecast.forecast(values, period: period, horizon: 30, kind: kind)
      let all = result.mean + (result.band95?.low ?? []) + (result.band95?.high ?? [])
      #expect(all.allSatisfy { $0.isFinite })
      #expect((result.band95 == nil) == (count < 4))
    }
  }

  @Test(arguments: [0x1p-1000, 0x1p-40, 0x1p40, 0x1p1000], SeriesKind.allCases)
  func scaleChangesNothingElse(_ scale: Double, _ kind: SeriesKind) throws {
    let values = SampleSeries.monthly(60, noise: 0.1)
    let one = try SeriesForecast.forecast(values, period: 12, horizon: 6, kind: kind)
    let other = try SeriesForecast.forecast(
      values.map { $0 * scale }, period: 12, horizon: 6, kind: kind)
    #expect(one.mean.map { $0 * scale } == other.mean)
    #expect(one.band95?.high.map { $0 * scale } == other.band95?.high)
  }

  @Test(arguments: [1e300, 1e-300, -1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
  func extremesStayFinite(_ size: Double) throws {
    let values = (0..<30).map { size * (1 - 0.5 * Double($0 % 4) / 4) }
    for kind in SeriesKind.allCases {
      let result = try SeriesForecast.forecast(values, period: 4, horizon: 8, kind: kind)
      let limits = (result.band95?.low ?? []) + (result.band95?.high ?? [])
      #expect((result.mean + limits).allSatisfy { $0.isFinite })
    }
    for method in ForecastMethod.allCases {
      let mean = try SeriesForecast.forecast(values, period: 4, horizon: 8, by: method)
      #expect(mean.allSatisfy { $0.isFinite }, "\(method)")
    }
  }

  @Test(arguments: 1...40)
  func wildSeriesGiveFiniteNumbersEverywhere(_ seed: UInt64) throws {
    var random = SampleSeries.Noise(seed)
    // Signs and 600 orders of magnitude in one series.
    let values = (0..<40).map { _ in
      (random.next() < 0.3 ? -1 : 1) * pow(10, 600 * random.next() - 300)
    }
    let positive = values.map { abs($0) }
    for series in [values, positive] {
      for method in ForecastMethod.allCases {
        let mean = try SeriesForecast.forecast(series, period: 4, horizon: 8, by: method)
        #expect(mean.allSatisfy { $0.isFinite }, "\(method)")
      }
      let parts = try STL.decompose(series, period: 4, isRobust: true)
      #expect((parts.trend + parts.seasonal + parts.remainder).allSatisfy { $0.isFinite })
      let adjusted = try SeasonalAdjustment.adjust(series, period: 4)
      #expect((adjusted.adjusted + adjusted.effect).allSatisfy { $0.isFinite })
    }
  }

  @Test func aShiftedRateIsForecastShifted() throws {
    let values = SampleSeries.walk(90, seed: 9)
    let one = try SeriesForecast.forecast(values, period: 12, horizon: 8, kind: .rate)
    let other = try SeriesForecast.forecast(
      values.map { $0 - 1000 }, period: 12, horizon: 8, kind: .rate)
    #expect(isClose(other.mean.map { $0 + 1000 }, one.mean))
  }

  @Test func aRateByHand() {
    // Last 4; mean 2.5; too short for an autoregression, so the last value stands in.
    #expect(isClose(RateModels.blend([1, 2, 3, 4], 1, 2), [3.5, 3.5]))
    // The mean of five years leaves the first value out.
    #expect(isClose(RateModels.blend([100, 1, 2, 3, 4, 5], 1, 1), [13.0 / 3]))
  }

  @Test func anAutoregressionIsFoundAgain() throws {
    var values = [3.0, 1]
    for i in 2..<200 { values.append(1.2 * values[i - 1] - 0.98 * values[i - 2]) }
    let next = try #require(RateModels.autoregression(values[...], 2))
    let n = values.count
    #expect(abs(next[0] - (1.2 * values[n - 1] - 0.98 * values[n - 2])) < 0.01)
    #expect(RateModels.autoregression((0..<30).map { pow2($0) }[...], 1) == nil)
  }

  @Test func amountsAreNotForecastBelowZero() throws {
    let falling = (0..<12).map { 100 - 9 * Double($0) + [0.0, 1, -1, 0.5][$0 % 4] }
    let result = try SeriesForecast.forecast(falling, period: 1, horizon: 8)
    #expect(result.mean.allSatisfy { $0 >= 0 } && result.band95!.low.allSatisfy { $0 >= 0 })
    let rates = try SeriesForecast.forecast(falling, period: 1, horizon: 8, kind: .rate)
    #expect(rates.band95!.low.contains { $0 < 0 })
  }

  @Test(
    arguments: [
      ([], 1, 1, .empty), ([1, .nan], 1, 1, .notFinite), ([.infinity], 1, 1, .notFinite),
      ([1], 0, 1, .badPeriod), ([1], Int.max, 1, .badPeriod), ([1], 1, 0, .badHorizon),
      ([1], 1, Int.max, .badHorizon),
    ] as [([Double], Int, Int, SeriesError.Code)])
  func whatCannotBeForecastIsRefused(
    _ values: [Double], _ period: Int, _ horizon: Int, _ code: SeriesError.Code
  ) {
    func refuses(_ work: () throws(SeriesError) -> Void) -> Bool {
      do throws(SeriesError) {
        try work()
        return false
      } catch { return error.code == code && !error.message.isEmpty }
    }
    #expect(
      refuses { () throws(SeriesError) in
        _ = try SeriesForecast.forecast(values, period: period, horizon: horizon)
      })
    #expect(
      refuses { () throws(SeriesError) in
        _ = try SeriesForecast.forecast(values, period: period, horizon: horizon, by: .theta)
      })
    #expect(
      refuses { () throws(SeriesError) in
        _ = try SeriesForecast.backtest(values, period: period, horizon: horizon)
      })
  }

  private func pow2(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
