import CityText

/// What a week's count is likely to be, learnt from the weeks before and from other spots.
///
/// Counts of a spot are Poisson with a rate of its own; rates of spots are exponential with the mean that all spots
/// show. After `weeks` weeks with `sum` persons the rate is Gamma(1 + sum, 1⁄mean + weeks), so the next week's count is
/// negative binomial with size 1 + sum and p = rate ⁄ (rate + 1) (Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6).
/// Few weeks and small counts leave the tail long: from one to three is nothing to shout about.
struct WeeklyCount: Sendable {
  /// 1 + sum.
  let size: Double
  let p: Double

  /// - Parameters:
  ///   - sum: persons over all weeks of the baseline.
  ///   - weeks: its length, more than 0.
  ///   - mean: persons a week of a usual spot, more than 0.
  init(sum: Int, weeks: Double, mean: Double) {
    size = Double(1 + max(0, sum))
    let rate = 1 / mean + weeks
    p = rate / (rate + 1)
  }

  /// The probability of `count` or more, at least 10⁻¹².
  /// - Complexity: O(count).
  func tail(_ count: Int) -> Double {
    guard count > 0 else { return 1 }
    // Summed in logarithms of the first term, which may be too small for a number of its own.
    let first = size * NaturalLogarithm.of(p)
    var term = 1.0
    var sum = 0.0
    var scale = 0.0
    for k in 0..<count {
      sum += term
      term *= (size + Double(k)) / Double(k + 1) * (1 - p)
      if term > 1e200 {
        term *= 1e-200
        sum *= 1e-200
        scale += 200 * Self.logOfTen
      }
    }
    let below = NaturalLogarithm.inverse(min(0, first + scale + NaturalLogarithm.of(sum)))
    // Where next to all lies below, the difference is noise: the tail's own terms are summed instead.
    guard below > 0.999 else { return max(1e-12, 1 - below) }
    var tail = 0.0
    var k = count
    while term > 0, k < count + 10_000 {
      tail += term
      term *= (size + Double(k)) / Double(k + 1) * (1 - p)
      if term < tail * 1e-12 { break }
      k += 1
    }
    guard tail > 0 else { return 1e-12 }
    return max(
      1e-12, NaturalLogarithm.inverse(min(0, first + scale + NaturalLogarithm.of(tail))))
  }

  private static let logOfTen = 2.302_585_092_994_046
}
