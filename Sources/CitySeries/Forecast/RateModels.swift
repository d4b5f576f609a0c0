/// How a rate goes on: the last value, drawn towards where it has been.
enum RateModels {
  /// Mean of three: the last value, the mean of up to five years, a second-order autoregression of up to ten.
  ///
  /// Where an autoregression cannot be had, the last value stands in its place.
  /// - Parameter period: values a year.
  static func blend(_ values: ArraySlice<Double>, _ period: Int, _ horizon: Int) -> [Double] {
    let last = values[values.endIndex - 1]
    let recent = values.suffix(5 * period)
    let mean = recent.reduce(0, +) / Double(recent.count)
    let drawn = autoregression(values.suffix(10 * period), horizon)
    return (0..<horizon).map { (last + mean + (drawn?[$0] ?? last)) / 3 }
  }

  /// Second-order autoregression by least squares; nil where the values do not determine it, or it would run away.
  static func autoregression(_ values: ArraySlice<Double>, _ horizon: Int) -> [Double]? {
    let n = values.count
    guard n >= 8 else { return nil }
    let mean = values.reduce(0, +) / Double(n)
    let x = values.map { $0 - mean }
    var (aa, ab, bb, ya, yb) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for i in 2..<n {
      aa += x[i - 1] * x[i - 1]
      ab += x[i - 1] * x[i - 2]
      bb += x[i - 2] * x[i - 2]
      ya += x[i] * x[i - 1]
      yb += x[i] * x[i - 2]
    }
    let determinant = aa * bb - ab * ab
    guard determinant > 1e-10 * aa * bb else { return nil }
    let p = (ya * bb - yb * ab) / determinant
    let q = (yb * aa - ya * ab) / determinant
    // The triangle within which such a process is stationary.
    guard abs(q) < 1, p + q < 1, q - p < 1 else { return nil }
    var (one, two) = (x[n - 1], x[n - 2])
    return (0..<horizon).map { _ in
      let next = p * one + q * two
      (one, two) = (next, one)
      return next + mean
    }
  }

  /// Root mean squared error that ``blend`` would have had at each step ahead, over the series' own last ten years.
  ///
  /// Steps that were seen fewer than eight times take the one before.
  /// - Complexity: O(years · period²)
  static func deviations(_ values: [Double], _ period: Int, _ horizon: Int) -> [Double] {
    let n = values.count
    guard n >= 2 else { return [Double](repeating: 0, count: horizon) }
    var squares = [Double](repeating: 0, count: horizon)
    var counts = squares
    for origin in max(2, n - 10 * period)..<max(2, n) {
      let expected = blend(values[..<origin], period, min(horizon, n - origin))
      for (h, value) in expected.enumerated() {
        let error = values[origin + h] - value
        squares[h] += error * error
        counts[h] += 1
      }
    }
    var last = 0.0
    return (0..<horizon).map { h in
      if counts[h] >= 8 || h == 0 { last = (squares[h] / max(1, counts[h])).squareRoot() }
      return last
    }
  }
}
