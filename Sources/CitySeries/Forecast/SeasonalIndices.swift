/// Classical seasonal indices, where a test finds that the values have a season at all.
public enum SeasonalIndices {
  /// Whether the autocorrelation at the period stands out: the 90 % test of the M4 competition.
  /// - Complexity: O(n · period)
  public static func isSeasonal(_ values: [Double], period: Int) -> Bool {
    let n = values.count
    guard period >= 2, n / 3 >= period else { return false }
    let mean = values.reduce(0, +) / Double(n)
    let deviations = values.map { $0 - mean }
    let power = deviations.reduce(0) { $0 + $1 * $1 }
    guard power > 0 else { return false }
    var earlier = 0.0
    var last = 0.0
    for lag in 1...period {
      var product = 0.0
      for i in lag..<n { product += deviations[i] * deviations[i - lag] }
      last = product / power
      if lag < period { earlier += last * last }
    }
    return abs(last) > 1.645 / Double(n).squareRoot() * (1 + 2 * earlier).squareRoot()
  }

  /// Mean ratio of the values to their centred moving average, a factor for each place in the cycle with mean 1.
  ///
  /// Index 0 belongs to `values[0]`. Nil where there are fewer than two cycles, or a factor would not be positive.
  public static func multiplicative(_ values: [Double], period: Int) -> [Double]? {
    figure(values, period: period) { $0 / $1 }.flatMap { figure in
      let mean = figure.reduce(0, +) / Double(period)
      guard mean > 0, mean.isFinite else { return nil }
      let indices = figure.map { $0 / mean }
      return indices.allSatisfy { $0 > 0 && $0.isFinite } ? indices : nil
    }
  }

  /// Mean difference of the values to their centred moving average, for each place in the cycle, with mean 0.
  public static func additive(_ values: [Double], period: Int) -> [Double]? {
    figure(values, period: period) { $0 - $1 }.map { figure in
      let mean = figure.reduce(0, +) / Double(period)
      return figure.map { $0 - mean }
    }
  }

  private static func figure(
    _ values: [Double], period m: Int, _ compare: (Double, Double) -> Double
  ) -> [Double]? {
    let n = values.count
    guard m >= 2, n / 2 >= m else { return nil }
    let half = m / 2
    var sums = [Double](repeating: 0, count: m)
    var counts = sums
    for i in half..<(n - half) {
      var trend = 0.0
      for k in (i - half)...(i + half) { trend += values[k] }
      if m % 2 == 0 { trend -= (values[i - half] + values[i + half]) / 2 }
      trend /= Double(m)
      let figure = compare(values[i], trend)
      guard figure.isFinite else { continue }
      sums[i % m] += figure
      counts[i % m] += 1
    }
    guard counts.allSatisfy({ $0 > 0 }) else { return nil }
    return zip(sums, counts).map { $0 / $1 }
  }
}
