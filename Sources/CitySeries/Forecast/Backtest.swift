/// How the forecast would have done on the series' own past: made again at earlier ends, compared with what came.
public struct Backtest: Equatable, Sendable {
  /// Earlier ends that a forecast was made at.
  public var origins: Int
  /// Mean absolute error at each step ahead, in the unit of the series.
  public var meanAbsoluteError: [Double]
  /// The same for the seasonal naive forecast (levels) or the last value (rates): what must be beaten.
  public var naiveError: [Double]
  /// Symmetric mean absolute percentage error at each step, 0…200.
  public var symmetricPercentageError: [Double]
  /// Share of the values that lay within the 95 % band, over all steps; nil where no band could be told.
  public var coverage95: Double?
}

extension SeriesForecast {
  /// Forecasts again from each of the last `origins` ends, one value apart.
  ///
  /// A step is averaged over the ends whose outcome is known, so the first step has `origins` errors and each further one
  /// has one less; steps beyond that are left out.
  /// - Returns: nil where fewer than four values, or less than two cycles, would be left to forecast from.
  /// - Throws: as ``forecast(_:period:horizon:kind:)``.
  /// - Complexity: `origins` forecasts.
  public static func backtest(
    _ values: [Double], period: Int, horizon: Int, kind: SeriesKind = .level, origins: Int = 12
  ) throws(SeriesError) -> Backtest? {
    guard origins > 0 else {
      throw SeriesError(.badArgument, "a backtest needs at least one origin, not \(origins)")
    }
    try check(values, period, horizon)
    let least = max(4, min(2 * period, values.count))
    let first = max(least, values.count - origins)
    guard first < values.count else { return nil }
    let steps = min(horizon, values.count - first)
    var (errors, naive, shares) = (
      [Double](repeating: 0, count: steps), [Double](repeating: 0, count: steps),
      [Double](repeating: 0, count: steps)
    )
    var (within, banded) = (0, 0)
    for origin in first..<values.count {
      let past = Array(values[..<origin])
      let result = try forecast(past, period: period, horizon: horizon, kind: kind)
      let simple = LevelModels.seasonalNaive(past, kind == .level ? period : 1, horizon)
      for h in 0..<min(horizon, values.count - origin) {
        let came = values[origin + h]
        let size = abs(came) + abs(result.mean[h])
        errors[h] += abs(came - result.mean[h])
        naive[h] += abs(came - simple[h])
        shares[h] += size > 0 ? 200 * (abs(came - result.mean[h]) / size) : 0
        if let band = result.band95 {
          banded += 1
          if band.low[h] <= came, came <= band.high[h] { within += 1 }
        }
      }
    }
    func averaged(_ sums: [Double]) -> [Double] {
      sums.indices.map { sums[$0] / Double(values.count - first - $0) }
    }
    return Backtest(
      origins: values.count - first, meanAbsoluteError: averaged(errors),
      naiveError: averaged(naive), symmetricPercentageError: averaged(shares),
      coverage95: banded > 0 ? Double(within) / Double(banded) : nil)
  }
}
