import CityText

extension AdditiveSmoothing {
  /// Which weights are searched.
  enum Form: Sendable {
    case level
    case trend
    case damped
    case season
    case dampedSeason
    case seasonOnly
  }

  /// The weights with the least squared one-step errors.
  ///
  /// Bounds as in the `forecast` package of R: 0.0001–0.9999 and 0.8–0.98 for the damping, γ below 1 − α; β at most 0.3 α.
  /// - Parameter seasons: the first cycle, for the seasonal forms.
  /// - Complexity: O(n) times at most 200 evaluations.
  static func best(_ values: [Double], _ form: Form, seasons: [Double] = []) -> AdditiveSmoothing {
    func fit(_ p: [Double]) -> AdditiveSmoothing {
      AdditiveSmoothing(
        values, weights: form.weights(p), hasTrend: form.hasTrend, seasons: seasons)
    }
    let (lower, upper) = form.bounds
    var best = form.starts[0]
    var least = Double.infinity
    for start in form.starts {
      let squares = fit(start).squares
      if squares < least { (best, least) = (start, squares) }
    }
    let found = SimplexSearch.lowest(
      from: best, step: form.steps, lower: lower, upper: upper,
      evaluations: 40 * lower.count
    ) { fit($0).squares }
    return fit(found.point)
  }

  /// Akaike's criterion with the correction for short series, up to a constant; lower is better.
  func criterion(_ form: Form) -> Double {
    let n = Double(count)
    let k = Double(form.parameters + period)
    guard n - k - 1 > 0 else { return .infinity }
    return n * NaturalLogarithm.of(max(squares, 1e-300) / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1)
  }
}

extension AdditiveSmoothing.Form {
  var hasTrend: Bool { self != .level && self != .seasonOnly }

  /// Weights, first states and the variance, without the season's cycle.
  var parameters: Int {
    switch self {
    case .level: 3
    case .seasonOnly: 3
    case .trend: 5
    case .season: 5
    case .damped, .dampedSeason: 6
    }
  }

  /// Searched as α, β/0.3α, γ/(1 − α), φ: a box.
  ///
  /// A slope that may follow every change of level extrapolates noise: with β up to α, the undamped trend is 3 % (monthly) to
  /// 13 % (yearly) worse in OWA on the M3 series at hand.
  func weights(_ p: [Double]) -> AdditiveSmoothing.Weights {
    let a = p[0]
    switch self {
    case .level: return .init(alpha: a)
    case .trend: return .init(alpha: a, beta: a * p[1] * 0.3)
    case .damped: return .init(alpha: a, beta: a * p[1] * 0.3, phi: p[2])
    case .season: return .init(alpha: a, beta: a * p[1] * 0.3, gamma: (1 - a) * p[2])
    case .dampedSeason:
      return .init(alpha: a, beta: a * p[1] * 0.3, gamma: (1 - a) * p[2], phi: p[3])
    case .seasonOnly: return .init(alpha: a, gamma: (1 - a) * p[1])
    }
  }

  var bounds: (lower: [Double], upper: [Double]) {
    let (low, high) = (1e-4, 0.9999)
    switch self {
    case .level: return ([low], [high])
    case .trend, .seasonOnly: return ([low, low], [high, high])
    case .damped: return ([low, low, 0.8], [high, high, 0.98])
    case .season: return ([low, low, low], [high, high, high])
    case .dampedSeason: return ([low, low, low, 0.8], [high, high, high, 0.98])
    }
  }

  var steps: [Double] {
    switch self {
    case .level: [0.1]
    case .trend, .seasonOnly: [0.1, 0.1]
    case .damped: [0.1, 0.1, 0.04]
    case .season: [0.1, 0.1, 0.1]
    case .dampedSeason: [0.1, 0.1, 0.1, 0.04]
    }
  }

  /// Where the search may begin: it takes the best of these.
  var starts: [[Double]] {
    switch self {
    case .level: return [0.05, 0.2, 0.4, 0.6, 0.8, 0.95].map { [$0] }
    case .trend: return Self.pairs.map { [$0, $1] }
    case .damped: return Self.pairs.flatMap { p in [0.85, 0.95].map { [p.0, p.1, $0] } }
    case .season: return Self.pairs.flatMap { p in [0.05, 0.4].map { [p.0, p.1, $0] } }
    case .dampedSeason:
      return Self.pairs.flatMap { p in [0.05, 0.4].map { [p.0, p.1, $0, 0.95] } }
    case .seasonOnly: return [0.1, 0.4, 0.8].flatMap { a in [0.05, 0.4].map { [a, $0] } }
    }
  }

  private static let pairs = [
    (0.05, 0.05), (0.05, 0.5), (0.3, 0.05), (0.3, 0.4), (0.6, 0.05), (0.6, 0.4), (0.9, 0.05),
    (0.9, 0.4),
  ]
}
