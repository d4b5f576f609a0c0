/// The dynamic optimised theta model: exponential smoothing plus a weighted share of a straight line that is refitted at every step.
///
/// Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler (2016), eqs. 10–16. With w = 1 − 1/θ the one-step errors are
/// linear in w and the first level, so only α is searched.
struct ThetaModel {
  private(set) var alpha = 0.5
  /// 1 − 1/θ, in 0…1.
  private(set) var share = 0.0
  private(set) var squares = 0.0
  private(set) var level = 0.0
  private var mean = 0.0
  private var slope = 0.0
  private var remaining = 1.0
  private let count: Int

  /// - Parameter values: at least one.
  /// - Complexity: O(n), about 50 passes.
  init(fitting values: [Double]) {
    count = values.count
    let lines = Self.lines(values)
    var best = (alpha: 0.5, fit: Fit())
    best.fit.squares = .infinity
    func look(_ alpha: Double) -> Double {
      let fit = Self.fit(values, lines, alpha)
      if fit.squares < best.fit.squares { best = (alpha, fit) }
      return fit.squares
    }
    var at = 0.1
    while at < 0.995 {
      _ = look(at)
      at += 0.045
    }
    var (low, high) = (max(0.1, best.alpha - 0.045), min(0.99, best.alpha + 0.045))
    let golden = (5.0.squareRoot() - 1) / 2
    for _ in 0..<12 {
      let (p, q) = (high - golden * (high - low), low + golden * (high - low))
      if look(p) < look(q) { high = q } else { low = p }
    }
    alpha = best.alpha
    share = best.fit.share
    squares = best.fit.squares
    level = best.fit.level
    remaining = best.fit.remaining
    mean = lines.mean
    slope = lines.slopes[count]
  }

  /// The states run on with the forecasts in place of values.
  func forecast(_ horizon: Int) -> [Double] {
    var result: [Double] = []
    var (l, b, average, power) = (level, slope, mean, remaining)
    for h in 0..<horizon {
      let t = Double(count + h)
      let a = average - (t + 1) / 2 * b
      let next = l + share * (power * a + (1 - power * (1 - alpha)) / alpha * b)
      result.append(next)
      power *= 1 - alpha
      l += alpha * (next - l)
      b = ((t - 1) * b + 6 * (next - average) / (t + 1)) / (t + 2)
      average += (next - average) / (t + 1)
    }
    return result
  }

  /// Variance of the error of each step ahead; the same paper's approximation, as if for simple smoothing.
  func variances(_ horizon: Int) -> [Double] {
    let unit = squares / Double(max(1, count - 4))
    return (0..<horizon).map { unit * (1 + Double($0) * alpha * alpha) }
  }

  /// The straight line through the first t values: its value at 0 and its slope, for every t.
  private struct Lines {
    var starts: [Double]
    var slopes: [Double]
    var mean: Double
  }

  private static func lines(_ y: [Double]) -> Lines {
    var lines = Lines(starts: [0], slopes: [0], mean: 0)
    var b = 0.0
    for i in y.indices {
      let t = Double(i + 1)
      b = i == 0 ? 0 : ((t - 2) * b + 6 * (y[i] - lines.mean) / t) / (t + 1)
      lines.mean += (y[i] - lines.mean) / t
      lines.slopes.append(b)
      lines.starts.append(lines.mean - (t + 1) / 2 * b)
    }
    return lines
  }

  private struct Fit {
    var squares = 0.0
    var share = 0.0
    var level = 0.0
    var remaining = 1.0
  }

  private static func fit(_ y: [Double], _ lines: Lines, _ alpha: Double) -> Fit {
    var (l, power) = (0.0, 1.0)
    var (ee, ep, ed, pp, pd, dd) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    // A line is known after two values; shorter series take what there is.
    let first = min(2, y.count - 1)
    for i in y.indices {
      let e = y[i] - l
      if i >= first {
        let d =
          power * lines.starts[i] + (1 - power * (1 - alpha)) / alpha * lines.slopes[i]
        ee += e * e
        ep += e * power
        ed += e * d
        pp += power * power
        pd += power * d
        dd += d * d
      }
      l += alpha * e
      power *= 1 - alpha
    }
    let determinant = pp * dd - pd * pd
    var share = determinant > 1e-12 * pp * dd ? (pp * ed - pd * ep) / determinant : 0
    share = min(max(share, 0), 1)
    let start = pp > 0 ? (ep - share * pd) / pp : 0
    let squares =
      ee - 2 * (start * ep + share * ed) + start * start * pp + 2 * start * share * pd
      + share * share * dd
    return Fit(
      squares: max(0, squares), share: share, level: l + start * power, remaining: power)
  }
}
