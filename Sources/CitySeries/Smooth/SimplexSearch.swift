/// Finds a low point of a function of a few bounded numbers, always by the same steps.
///
/// Nelder and Mead (1965) with their usual coefficients; a step over a bound lands on it.
enum SimplexSearch {
  /// The best point seen and its value.
  ///
  /// - Parameters:
  ///   - step: how far the first corners lie from `start`.
  ///   - evaluations: how often `value` may be called.
  /// - Complexity: O(`evaluations`) calls of `value`; corners that agree to 1e-4 twice end it sooner.
  static func lowest(
    from start: [Double], step: [Double], lower: [Double], upper: [Double], evaluations: Int,
    _ value: ([Double]) -> Double
  ) -> (point: [Double], value: Double) {
    let n = start.count
    var corners: [[Double]] = []
    var values: [Double] = []
    func begin(at point: [Double], _ known: Double?) {
      corners = [point]
      for i in 0..<n {
        var corner = point
        corner[i] += corner[i] + step[i] <= upper[i] ? step[i] : -step[i]
        corners.append(clamped(corner, lower, upper))
      }
      values = [known ?? value(point)] + corners.dropFirst().map(value)
    }
    begin(at: start, nil)
    var isAgain = false
    var left = evaluations - n - 1
    func moved(_ centre: [Double], _ worst: [Double], _ factor: Double) -> [Double] {
      var point = centre
      for i in 0..<n { point[i] += factor * (centre[i] - worst[i]) }
      return clamped(point, lower, upper)
    }
    while left > 0 {
      sort(&corners, &values)
      if spread(corners) < 1e-4 {
        // At a bound the corners may have fallen into one plane: a second start sees the other directions.
        if isAgain { break }
        isAgain = true
        begin(at: corners[0], values[0])
        left -= n
        continue
      }
      var centre = [Double](repeating: 0, count: n)
      for corner in corners.dropLast() {
        for i in 0..<n { centre[i] += corner[i] / Double(n) }
      }
      let reflected = moved(centre, corners[n], 1)
      let at = value(reflected)
      left -= 1
      if at < values[0] {
        let expanded = moved(centre, corners[n], 2)
        let further = value(expanded)
        left -= 1
        (corners[n], values[n]) = further < at ? (expanded, further) : (reflected, at)
      } else if at < values[n - 1] {
        (corners[n], values[n]) = (reflected, at)
      } else {
        let inside = moved(centre, corners[n], at < values[n] ? 0.5 : -0.5)
        let nearer = value(inside)
        left -= 1
        if nearer < min(at, values[n]) {
          (corners[n], values[n]) = (inside, nearer)
        } else {
          for k in 1...n {
            for i in 0..<n { corners[k][i] = (corners[k][i] + corners[0][i]) / 2 }
            values[k] = value(corners[k])
          }
          left -= n
        }
      }
    }
    sort(&corners, &values)
    return (corners[0], values[0])
  }

  private static func clamped(_ point: [Double], _ lower: [Double], _ upper: [Double]) -> [Double] {
    var point = point
    for i in point.indices { point[i] = min(max(point[i], lower[i]), upper[i]) }
    return point
  }

  /// By insertion: equal values keep their order, and not-a-number goes last.
  private static func sort(_ corners: inout [[Double]], _ values: inout [Double]) {
    for i in 1..<values.count {
      var k = i
      while k > 0, values[k] < values[k - 1] || (values[k - 1].isNaN && !values[k].isNaN) {
        values.swapAt(k, k - 1)
        corners.swapAt(k, k - 1)
        k -= 1
      }
    }
  }

  private static func spread(_ corners: [[Double]]) -> Double {
    var widest = 0.0
    for corner in corners.dropFirst() {
      for i in corner.indices { widest = max(widest, abs(corner[i] - corners[0][i])) }
    }
    return widest
  }
}
