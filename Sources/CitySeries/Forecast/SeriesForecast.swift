/// Forecasts of a series by its own past, with bands whose width was calibrated on other series.
public enum SeriesForecast {
  /// Steps ahead at most.
  public static let longestHorizon = 1000

  /// The recommended forecast.
  ///
  /// Levels: the median of dynamic theta, additive Holt–Winters, exponential smoothing chosen by Akaike's criterion, and
  /// the seasonal naive forecast. Rates: the mean of the last value, the five-year mean and a second-order autoregression. The bands widen as the
  /// models expect, times a factor for each step that held on series the factors were not made from (``BandFactors``).
  /// What never was negative is not forecast below zero.
  ///
  /// - Parameters:
  ///   - values: oldest first, evenly spaced, no gaps.
  ///   - period: values a cycle: 1 yearly, 4 quarterly, 12 monthly.
  ///   - horizon: steps ahead, 1 or more.
  /// - Throws: where there is no value, one is not finite, or period or horizon are out of range.
  /// - Complexity: O(n), about 1,000 passes over the values.
  public static func forecast(
    _ values: [Double], period: Int, horizon: Int, kind: SeriesKind = .level
  ) throws(SeriesError) -> ForecastResult {
    try check(values, period, horizon)
    let scale = SeriesScale.of(values)
    let scaled = values.map { $0 / scale }
    let (centre, deviation) =
      kind == .level
      ? level(scaled, period, horizon) : rate(scaled, period, horizon)
    let floor = kind == .level && values.allSatisfy { $0 >= 0 } ? 0 : -Double.infinity
    func unscaled(_ x: [Double]) -> [Double] {
      x.map { SeriesScale.bounded(max($0 * scale, floor)) }
    }
    func band(_ factors: [Double]) -> ForecastBand? {
      guard values.count >= 4, deviation.contains(where: { $0 > 0 }) else { return nil }
      let reach = (0..<horizon).map { BandFactors.factor(factors, at: $0) * deviation[$0] }
      return ForecastBand(
        low: unscaled(zip(centre, reach).map { $0 - $1 }),
        high: unscaled(zip(centre, reach).map { $0 + $1 }))
    }
    let factors = BandFactors.of(kind, period: period)
    return ForecastResult(
      mean: unscaled(centre), band80: band(factors.of80), band95: band(factors.of95))
  }

  /// A level forecast by one way alone, without bands: to compare.
  /// - Throws: as ``forecast(_:period:horizon:kind:)``.
  public static func forecast(
    _ values: [Double], period: Int, horizon: Int, by method: ForecastMethod
  ) throws(SeriesError) -> [Double] {
    try check(values, period, horizon)
    let scale = SeriesScale.of(values)
    let x = values.map { $0 / scale }
    let mean: [Double] =
      switch method {
      case .combination: level(x, period, horizon).mean
      case .seasonalNaive: LevelModels.seasonalNaive(x, period, horizon)
      case .smoothing: LevelModels.smoothed(x, period, horizon, .level)
      case .trend: LevelModels.smoothed(x, period, horizon, .trend)
      case .damped: LevelModels.smoothed(x, period, horizon, .damped)
      case .theta: LevelModels.theta(x, period, horizon)
      case .dynamicTheta: LevelModels.dynamicTheta(x, period, horizon).mean
      case .holtWinters: LevelModels.holtWinters(x, period, horizon).mean
      case .chosenSmoothing: LevelModels.chosen(x, period, horizon).mean
      }
    return mean.map { SeriesScale.bounded($0 * scale) }
  }

  static func check(
    _ values: [Double], _ period: Int, _ horizon: Int
  ) throws(SeriesError) {
    try SeriesError.check(values)
    guard (1...1000).contains(period) else {
      throw SeriesError(.badPeriod, "the period \(period) is not between 1 and 1000")
    }
    guard (1...longestHorizon).contains(horizon) else {
      throw SeriesError(
        .badHorizon, "the horizon \(horizon) is not between 1 and \(longestHorizon)")
    }
  }

  private static func level(
    _ values: [Double], _ period: Int, _ horizon: Int
  ) -> (mean: [Double], deviation: [Double]) {
    let naive = LevelModels.seasonalNaive(values, period, horizon)
    let zero = [Double](repeating: 0, count: horizon)
    guard values.count >= 4, values.contains(where: { $0 != values[0] }) else {
      return ([Double](repeating: values[values.count - 1], count: horizon), zero)
    }
    let models = [
      LevelModels.dynamicTheta(values, period, horizon),
      LevelModels.holtWinters(values, period, horizon),
      LevelModels.chosen(values, period, horizon),
    ]
    var mean = zero
    var deviation = zero
    for h in 0..<horizon {
      // A trend of logarithms may run beyond all numbers: then the naive value stands for it.
      var four = models.map { $0.mean[h].isFinite ? $0.mean[h] : naive[h] } + [naive[h]]
      four.sort()
      mean[h] = (four[1] + four[2]) / 2
      // The mean of these two gave the lowest interval score of six ways tried on M3.
      let spreads = [models[0], models[2]].compactMap {
        $0.deviation.isEmpty || !$0.deviation[h].isFinite ? nil : $0.deviation[h]
      }
      deviation[h] = spreads.reduce(0, +) / Double(max(1, spreads.count))
    }
    return (mean, deviation)
  }

  private static func rate(
    _ values: [Double], _ period: Int, _ horizon: Int
  ) -> (mean: [Double], deviation: [Double]) {
    let mean = RateModels.blend(values[...], period, horizon)
    return (mean, RateModels.deviations(values, period, horizon))
  }
}
