/// Exponential smoothing and theta as the papers write them, with nothing solved or saved.
enum SlowSmoothing {
  /// Squared one-step errors of ETS(A,Ad,A) from given first states.
  static func squares(
    _ values: [Double], alpha: Double, beta: Double, gamma: Double, phi: Double, level: Double,
    slope: Double, seasons: [Double]
  ) -> Double {
    var (l, b) = (level, slope)
    var cycle = seasons
    var sum = 0.0
    for (t, y) in values.enumerated() {
      let s = seasons.isEmpty ? 0 : cycle[t % seasons.count]
      let error = y - (l + phi * b + s)
      l = l + phi * b + alpha * error
      b = phi * b + beta * error
      if !seasons.isEmpty { cycle[t % seasons.count] = s + gamma * error }
      sum += error * error
    }
    return sum
  }

  /// Squared errors of the dynamic theta model from the third value on; lines fitted from scratch at every step.
  static func thetaSquares(_ values: [Double], alpha: Double, share: Double, level: Double)
    -> Double
  {
    var l = level
    var sum = 0.0
    for t in values.indices {
      let power = (0..<t).reduce(1.0) { p, _ in p * (1 - alpha) }
      let (a, b) = line(Array(values[..<t]))
      let expected = l + share * (power * a + (1 - power * (1 - alpha)) / alpha * b)
      if t >= 2 { sum += (values[t] - expected) * (values[t] - expected) }
      l = alpha * values[t] + (1 - alpha) * l
    }
    return sum
  }

  /// The straight line through values at 1, 2, …: its value at 0 and its slope.
  private static func line(_ values: [Double]) -> (Double, Double) {
    let n = Double(values.count)
    guard n > 0 else { return (0, 0) }
    let mean = values.reduce(0, +) / n
    guard n > 1 else { return (mean, 0) }
    let middle = (n + 1) / 2
    var (top, bottom) = (0.0, 0.0)
    for (i, y) in values.enumerated() {
      let x = Double(i + 1) - middle
      top += x * (y - mean)
      bottom += x * x
    }
    return (mean - middle * top / bottom, top / bottom)
  }

  /// The least value of a quadratic in one number, from three looks at it.
  static func least(_ f: (Double) -> Double) -> Double {
    let (low, middle, high) = (f(-1), f(0), f(1))
    let curve = (high + low) / 2 - middle
    guard curve > 0 else { return middle }
    return f((low - high) / (4 * curve))
  }
}
