import Foundation
import Testing

@testable import TriageSkill

@Suite struct WeeklyCountTests {
  /// The negative binomial by its gamma functions, summed from the end backwards.
  private func slowTail(size: Double, p: Double, _ count: Int) -> Double {
    var tail = 0.0
    for k in (count..<count + 20_000).reversed() {
      let k = Double(k)
      tail += exp(
        lgamma(size + k) - lgamma(size) - lgamma(k + 1) + size * log(p) + k * log1p(-p))
    }
    return tail
  }

  @Test(arguments: [0, 1, 4, 40, 900], [0.1, 1, 25])
  func tailsAreThoseOfTheSlowSum(_ sum: Int, _ mean: Double) {
    for weeks in [1.0, 2.5, 4] {
      let week = WeeklyCount(sum: sum, weeks: weeks, mean: mean)
      for count in [1, 2, 3, 7, 20, 60, 400] {
        let slow = max(1e-12, slowTail(size: week.size, p: week.p, count))
        let fast = week.tail(count)
        #expect(abs(fast - slow) <= 1e-9 + 1e-6 * slow, "\(sum) \(mean) \(weeks) \(count)")
      }
      #expect(week.tail(0) == 1)
    }
  }

  @Test func hugeCountsStayProbabilities() {
    for (sum, count) in [(0, 100_000), (4_000_000, 1_200_000), (100_000, 3), (3, 1_000_000)] {
      let chance = WeeklyCount(sum: sum, weeks: 4, mean: 1).tail(count)
      #expect(chance >= 1e-12 && chance <= 1)
    }
  }

  @Test func oneToThreeIsNothingAndOneToTwentyIs() {
    let week = WeeklyCount(sum: 4, weeks: 4, mean: 0.5)
    #expect(week.tail(3) > 0.02)
    #expect(week.tail(20) < 1e-6)
  }
}
