/// Seasonal-trend decomposition by loess (Cleveland, Cleveland, McRae and Terpenning 1990), computed at every point.
public enum STL {
  /// Decomposes a series; without a season where the period is 1 or two cycles are not there.
  ///
  /// - Parameters:
  ///   - seasonalSpan: years over which the season may change; odd, 7 or more.
  ///   - seasonalDegree: 0, a season that stays as it was at the ends; 1, one that goes on changing. On 300 monthly series of M3
  ///     ``Anomalies`` flagged three times as many sound values with degree 1 and the span of 7.
  ///   - trendSpan: points of the trend's window, odd; the paper's formula where nil.
  ///   - isRobust: outliers lose their say, in 15 rounds.
  /// - Throws: for a value that is not finite, no value, a period below 1, a span below 3.
  /// - Complexity: O(n · trendSpan) a round; two rounds, or 15 robust ones.
  public static func decompose(
    _ series: [Double], period: Int, seasonalSpan: Int = 7, seasonalDegree: Int = 0,
    trendSpan: Int? = nil,
    isRobust: Bool = false
  ) throws(SeriesError) -> Decomposition {
    try SeriesError.check(series)
    guard period >= 1 else {
      throw SeriesError(.badPeriod, "the period \(period) is not 1 or more")
    }
    guard seasonalSpan >= 3, trendSpan ?? 3 >= 3 else {
      throw SeriesError(.badArgument, "a span of less than three points smooths nothing")
    }
    guard seasonalDegree == 0 || seasonalDegree == 1 else {
      throw SeriesError(.badArgument, "the degree \(seasonalDegree) is neither 0 nor 1")
    }
    let n = series.count
    let scale = SeriesScale.of(series)
    let values = series.map { $0 / scale }
    let hasSeason = period >= 2 && n / 2 >= period
    let spans = Spans(
      period: period, seasonal: seasonalSpan | 1,
      trend: (trendSpan ?? Spans.trend(period: period, seasonal: seasonalSpan)) | 1)
    var result = Decomposition(
      trend: [Double](repeating: 0, count: n), seasonal: [Double](repeating: 0, count: n),
      remainder: values, weights: [Double](repeating: 1, count: n))
    for round in 0..<(isRobust ? 16 : 1) {
      let weights = round == 0 ? nil : result.weights
      // Twice inside without robustness, once in each robust round: the paper's §3.
      for _ in 0..<(isRobust ? 1 : 2) {
        if hasSeason {
          let detrended = zip(values, result.trend).map { $0 - $1 }
          result.seasonal = seasonal(detrended, weights, spans, degree: seasonalDegree)
        }
        let deseasonalised = zip(values, result.seasonal).map { $0 - $1 }
        result.trend = Loess(span: spans.trend, degree: 1)
          .smooth(deseasonalised, weights: weights)
      }
      for i in 0..<n { result.remainder[i] = values[i] - result.trend[i] - result.seasonal[i] }
      if isRobust, round < 15 { result.weights = robustness(result.remainder) }
    }
    for i in 0..<n {
      result.trend[i] = SeriesScale.bounded(result.trend[i] * scale)
      result.seasonal[i] = SeriesScale.bounded(result.seasonal[i] * scale)
      result.remainder[i] = SeriesScale.bounded(result.remainder[i] * scale)
    }
    return result
  }

  struct Spans {
    var period: Int
    var seasonal: Int
    var trend: Int

    /// Next odd number from 1.5 · period ÷ (1 − 1.5 ÷ seasonal): no season is left in the trend.
    static func trend(period: Int, seasonal: Int) -> Int {
      guard period > 1 else { return 7 }
      let least = 1.5 * Double(period) / (1 - 1.5 / Double(seasonal))
      return Int(least.rounded(.up)) | 1
    }
  }

  /// The season's part: each place of the cycle smoothed over the years, less what is slow in the result.
  private static func seasonal(
    _ values: [Double], _ weights: [Double]?, _ spans: Spans, degree: Int
  ) -> [Double] {
    let (n, m) = (values.count, spans.period)
    var cycles = [Double](repeating: 0, count: n + 2 * m)
    let loess = Loess(span: spans.seasonal, degree: degree)
    for place in 0..<m {
      let places = stride(from: place, to: n, by: m)
      let years = places.map { values[$0] }
      let trust = weights.map { weights in places.map { weights[$0] } }
      // One year before the first and one behind the last, for the moving averages.
      for k in -1...years.count {
        let own = years[min(max(k, 0), years.count - 1)]
        cycles[place + (k + 1) * m] =
          loess.value(years, weights: trust, at: Double(k)) ?? own
      }
    }
    let slow = movingAverage(movingAverage(movingAverage(cycles, m), m), 3)
    let level = Loess(span: m | 1, degree: 1).smooth(slow)
    return (0..<n).map { cycles[$0 + m] - level[$0] }
  }

  /// Means of `width` neighbours; `width − 1` shorter than the values.
  static func movingAverage(_ values: [Double], _ width: Int) -> [Double] {
    (0...(values.count - width)).map { start in
      values[start..<(start + width)].reduce(0, +) / Double(width)
    }
  }

  /// Bisquare weights of the remainders of values near 1, zero from six median sizes on.
  static func robustness(_ remainder: [Double]) -> [Double] {
    let sizes = remainder.map { abs($0) }
    var middle = Spread.median(sizes)
    // Where more than half of the values are met exactly, the median says nothing about the others.
    if middle <= 1e-9 { middle = sizes.reduce(0, +) / Double(sizes.count) }
    let limit = 6 * middle
    return remainder.map { value in
      let size = abs(value)
      if size <= 0.001 * limit { return 1 }
      if size > 0.999 * limit { return 0 }
      let r = size / limit
      return (1 - r * r) * (1 - r * r)
    }
  }
}
