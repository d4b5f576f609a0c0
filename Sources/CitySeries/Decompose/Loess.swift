/// Local regression at evenly spaced points, computed directly at each.
///
/// Cleveland (1979): tricube weights over the nearest `span` points, degree 0 or 1, times robustness weights.
struct Loess {
  var span: Int
  /// 0: weighted mean; 1: weighted straight line.
  var degree: Int

  /// The smoothed value at `position`, in units of the index; nil where all weights vanish.
  /// - Complexity: O(span)
  func value(_ values: [Double], weights: [Double]? = nil, at position: Double) -> Double? {
    let n = values.count
    let width = min(span, n)
    // The `width` nearest points: a window that slides until an end stops it.
    let first = min(max(Int((position - Double(width - 1) / 2).rounded(.up)), 0), n - width)
    let last = first + width - 1
    var reach = max(position - Double(first), Double(last) - position)
    // A span longer than the series flattens the weights instead; halved in whole numbers, as the authors' program does.
    if span > n { reach += Double((span - n) / 2) }
    let (near, far) = (0.001 * reach, 0.999 * reach)
    var (w0, w1, w2, wy, wxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for i in first...last {
      let x = Double(i) - position
      guard abs(x) <= far || reach == 0 else { continue }
      var weight = weights?[i] ?? 1
      if abs(x) > near {
        let r = abs(x) / reach
        let cubed = 1 - r * r * r
        weight *= cubed * cubed * cubed
      }
      w0 += weight
      w1 += weight * x
      w2 += weight * x * x
      wy += weight * values[i]
      wxy += weight * x * values[i]
    }
    guard w0 > 0 else { return nil }
    let mean = wy / w0
    guard degree > 0 else { return mean }
    let centre = w1 / w0
    let spread = w2 / w0 - centre * centre
    // Points that all but coincide tell no slope.
    guard spread > 0, spread.squareRoot() > 0.001 * Double(max(1, n - 1)) else { return mean }
    return mean - centre * (wxy / w0 - centre * mean) / spread
  }

  /// The smoothed value at every point.
  ///
  /// Where all weights of a window vanish, as around an outlier, the window doubles; the value itself stands where none is left.
  func smooth(_ values: [Double], weights: [Double]? = nil) -> [Double] {
    values.indices.map { i in
      var wider = self
      while true {
        if let value = wider.value(values, weights: weights, at: Double(i)) { return value }
        if wider.span >= 2 * values.count { return values[i] }
        wider.span *= 2
      }
    }
  }
}
