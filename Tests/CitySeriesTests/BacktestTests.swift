import Testing

@testable import CitySeries

struct BacktestTests {
  @Test(arguments: SeriesKind.allCases)
  func itIsTheForecastsMadeOneByOne(_ kind: SeriesKind) throws {
    let values = SampleSeries.monthly(60, noise: 0.1)
    let test = try #require(
      try SeriesForecast.backtest(values, period: 12, horizon: 3, kind: kind, origins: 4))
    var (errors, hits) = ([[Double]](repeating: [], count: 3), [Bool]())
    for origin in 56..<60 {
      let result = try SeriesForecast.forecast(
        Array(values[..<origin]), period: 12, horizon: 3, kind: kind)
      for h in 0..<3 where origin + h < 60 {
        errors[h].append(abs(values[origin + h] - result.mean[h]))
        hits.append((result.band95!.low[h]...result.band95!.high[h]).contains(values[origin + h]))
      }
    }
    #expect(test.origins == 4)
    #expect(
      isClose(test.meanAbsoluteError, errors.map { $0.reduce(0, +) / Double($0.count) }))
    #expect(test.coverage95 == Double(hits.count { $0 }) / Double(hits.count))
  }

  @Test func theNaiveErrorByHand() throws {
    let test = try #require(
      try SeriesForecast.backtest([1, 2, 4, 7, 11, 16], period: 1, horizon: 5, origins: 2))
    // From 7: 4 and 9; from 11: 5. Steps that no end can see are left out.
    #expect(test.naiveError == [4.5, 9])
  }

  @Test func tooShortASeriesHasNone() throws {
    #expect(try SeriesForecast.backtest([1, 2, 3, 4], period: 1, horizon: 1) == nil)
    #expect(
      try SeriesForecast.backtest(SampleSeries.walk(24, seed: 1), period: 12, horizon: 1) == nil)
    #expect(throws: SeriesError.self) {
      try SeriesForecast.backtest([1, 2, 3, 4, 5], period: 1, horizon: 1, origins: 0)
    }
  }
}
