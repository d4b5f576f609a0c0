/// Exponential smoothing with additive errors: level, damped trend and additive season, each optional.
///
/// The forms ETS(A,N,N), (A,A,N), (A,Ad,N), (A,A,A), (A,Ad,A) of Hyndman, Koehler, Ord and Snyder (2008), ch. 2.
/// For given weights the errors are linear in the first level and slope, so those two are solved, not searched.
struct AdditiveSmoothing {
  /// The weights of a fit; `beta` and `gamma` as in the error-correction form.
  struct Weights: Equatable {
    var alpha: Double
    var beta = 0.0
    var gamma = 0.0
    var phi = 1.0
  }

  let weights: Weights
  let hasTrend: Bool
  let period: Int
  /// Sum of squared one-step errors.
  private(set) var squares = 0.0
  private(set) var count = 0
  private(set) var level = 0.0
  private(set) var slope = 0.0
  /// The last cycle; the next value takes the first.
  private(set) var season: [Double] = []

  /// Fits given weights.
  /// - Parameter seasons: the first cycle; empty for none.
  /// - Complexity: O(n)
  init(_ values: [Double], weights: Weights, hasTrend: Bool, seasons: [Double] = []) {
    self.weights = weights
    self.hasTrend = hasTrend
    period = seasons.count
    count = values.count
    var run = Run(seasons: seasons, hasTrend: hasTrend)
    run.go(values, weights)
    squares = run.squares
    level = run.level
    slope = run.slope
    season = run.season
  }

  /// What `steps` ahead is expected.
  func forecast(_ horizon: Int) -> [Double] {
    var result: [Double] = []
    var damping = weights.phi
    var sum = 0.0
    for h in 0..<horizon {
      if hasTrend {
        sum += damping
        damping *= weights.phi
      }
      result.append(level + sum * slope + (period > 0 ? season[h % period] : 0))
    }
    return result
  }

  /// Variance of the error of each step ahead, from the one-step errors (op. cit., table 6.1).
  func variances(_ horizon: Int, parameters: Int) -> [Double] {
    let unit = squares / Double(max(1, count - parameters))
    var result: [Double] = []
    var total = 1.0
    var damping = weights.phi
    var sum = 0.0
    for h in 1...max(1, horizon) {
      result.append(unit * total)
      sum += damping
      damping *= weights.phi
      var c = weights.alpha + (hasTrend ? weights.beta * sum : 0)
      if period > 0, h % period == 0 { c += weights.gamma }
      total += c * c
    }
    return Array(result.prefix(horizon))
  }

  /// One pass over the values: the states for a zero start, and their response to a unit level and a unit slope.
  private struct Run {
    var squares = 0.0
    var level = 0.0
    var slope = 0.0
    var season: [Double]
    let hasTrend: Bool

    init(seasons: [Double], hasTrend: Bool) {
      season = seasons
      self.hasTrend = hasTrend
    }

    mutating func go(_ y: [Double], _ w: Weights) {
      let m = season.count
      var bySlope = [Double](repeating: 0, count: m)
      var byLevel = bySlope
      let phi = hasTrend ? w.phi : 0
      var (l, b) = (0.0, 0.0)
      var (ll, lb) = (1.0, 0.0)
      var (bl, bb) = (0.0, hasTrend ? 1.0 : 0.0)
      var (ee, el, eb, lLL, lLB, lBB) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
      var at = 0
      for value in y {
        let (p, q, r) = (phi * b, phi * lb, phi * bb)
        var e = value - l - p
        var f = -ll - q
        var g = -bl - r
        if m > 0 {
          e -= season[at]
          f -= byLevel[at]
          g -= bySlope[at]
          season[at] += w.gamma * e
          byLevel[at] += w.gamma * f
          bySlope[at] += w.gamma * g
          at = at + 1 == m ? 0 : at + 1
        }
        l += p + w.alpha * e
        ll += q + w.alpha * f
        bl += r + w.alpha * g
        b = p + w.beta * e
        lb = q + w.beta * f
        bb = r + w.beta * g
        ee += e * e
        el += e * f
        eb += e * g
        lLL += f * f
        lLB += f * g
        lBB += g * g
      }
      // Least squares in the two starts; a determinant near zero means that the data cannot tell them apart.
      let determinant = lLL * lBB - lLB * lLB
      var (startLevel, startSlope) = (0.0, 0.0)
      if hasTrend, determinant > 1e-10 * lLL * lBB {
        startLevel = (lLB * eb - lBB * el) / determinant
        startSlope = (lLB * el - lLL * eb) / determinant
      } else if lLL > 0 {
        startLevel = -el / lLL
      }
      squares = max(
        0,
        ee + 2 * (startLevel * el + startSlope * eb) + startLevel * startLevel * lLL
          + 2 * startLevel * startSlope * lLB + startSlope * startSlope * lBB)
      level = l + startLevel * ll + startSlope * bl
      slope = b + startLevel * lb + startSlope * bb
      for i in 0..<m { season[i] += startLevel * byLevel[i] + startSlope * bySlope[i] }
      if m > 0 { season = Array(season[at...] + season[..<at]) }
    }
  }
}
