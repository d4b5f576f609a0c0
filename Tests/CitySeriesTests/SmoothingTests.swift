import Testing

@testable import CitySeries

struct SmoothingTests {
  @Test(arguments: [0.05, 0.3, 0.9])
  func aGivenWeightTakesTheBestFirstLevel(_ alpha: Double) {
    let values = SampleSeries.walk(40, seed: 3)
    let fit = AdditiveSmoothing(values, weights: .init(alpha: alpha), hasTrend: false)
    let slow = SlowSmoothing.least {
      SlowSmoothing.squares(
        values, alpha: alpha, beta: 0, gamma: 0, phi: 1, level: $0, slope: 0, seasons: [])
    }
    #expect(isClose([fit.squares], [slow], within: 1e-7))
  }

  @Test(arguments: [(0.2, 0.05, 0.1, 1.0), (0.7, 0.2, 0.2, 0.9)])
  func noOtherFirstStatesAreBetter(_ w: (Double, Double, Double, Double)) {
    let values = SampleSeries.monthly(60, noise: 0.05)
    let seasons = SampleSeries.months.map { 20 * ($0 - 1) }
    let weights = AdditiveSmoothing.Weights(alpha: w.0, beta: w.1, gamma: w.2, phi: w.3)
    let fit = AdditiveSmoothing(values, weights: weights, hasTrend: true, seasons: seasons)
    // The inner search solves the level for a slope, the outer one the slope.
    let slow = SlowSmoothing.least { slope in
      SlowSmoothing.least { level in
        SlowSmoothing.squares(
          values, alpha: w.0, beta: w.1, gamma: w.2, phi: w.3, level: level, slope: slope,
          seasons: seasons)
      }
    }
    #expect(isClose([fit.squares], [slow], within: 1e-6))
  }

  @Test(arguments: 1...8)
  func theSearchFindsWhatAFineGridFinds(_ seed: UInt64) {
    let values = SampleSeries.walk(50, seed: seed)
    let found = AdditiveSmoothing.best(values, .level)
    let grid = (1...999).map {
      AdditiveSmoothing(values, weights: .init(alpha: Double($0) / 1000), hasTrend: false).squares
    }
    #expect(found.squares <= grid.min()! * 1.0001)
  }

  @Test func aStraightLineGoesOn() {
    let line = (0..<20).map { 3 + 2 * Double($0) }
    #expect(
      isClose(AdditiveSmoothing.best(line, .trend).forecast(3), [43, 45, 47], within: 1e-6))
  }

  @Test func aCycleThatRepeatsGoesOn() {
    let cycle = [4.0, -1, 7, -10]
    let values = (0..<22).map { 100 + cycle[$0 % 4] }
    let fit = AdditiveSmoothing.best(values, .season, seasons: cycle)
    #expect(isClose(fit.forecast(5), [107, 90, 104, 99, 107], within: 1e-6))
  }

  @Test func simpleSmoothingByHand() {
    // Level 10 ½ of the way to each value: errors 0, 2, −1 (from 11), so the level ends at 10.5.
    let slow = SlowSmoothing.squares(
      [10, 12, 10], alpha: 0.5, beta: 0, gamma: 0, phi: 1, level: 10, slope: 0, seasons: [])
    #expect(slow == 5)
    let fit = AdditiveSmoothing([10, 12, 10], weights: .init(alpha: 0.5), hasTrend: false)
    #expect(fit.squares <= slow)
  }

  @Test(arguments: 1...6)
  func thetaErrorsAreThoseOfThePaper(_ seed: UInt64) {
    let values = SampleSeries.walk(30, seed: seed)
    let model = ThetaModel(fitting: values)
    let slow = SlowSmoothing.least {
      SlowSmoothing.thetaSquares(values, alpha: model.alpha, share: model.share, level: $0)
    }
    #expect(isClose([model.squares], [slow], within: 1e-6))
  }

  @Test(arguments: 1...4)
  func noThetaOfAGridIsBetter(_ seed: UInt64) {
    let values = SampleSeries.walk(25, seed: seed)
    let model = ThetaModel(fitting: values)
    for a in 1...19 {
      for w in 0...10 {
        let squares = SlowSmoothing.least {
          SlowSmoothing.thetaSquares(
            values, alpha: 0.1 + 0.045 * Double(a), share: Double(w) / 10, level: $0)
        }
        #expect(model.squares <= squares * (1 + 1e-9))
      }
    }
  }

  @Test func thetaContinuesALine() {
    let line = (1...30).map { 5 + 0.5 * Double($0) }
    #expect(isClose(ThetaModel(fitting: line).forecast(2), [20.5, 21], within: 1e-6))
  }

  @Test func variancesGrowAsTheTableSays() {
    let fit = AdditiveSmoothing(
      [1, 3, 2, 4, 3], weights: .init(alpha: 0.5, beta: 0.1), hasTrend: true)
    let unit = fit.squares / 2
    // 1, 1 + 0.6², 1 + 0.6² + 0.7²
    #expect(
      isClose(fit.variances(3, parameters: 3), [unit, unit * 1.36, unit * 1.85], within: 1e-12))
  }

  @Test func theSimplexFindsABowlAndStopsAtABound() {
    func bowl(_ p: [Double]) -> Double { (p[0] - 0.3) * (p[0] - 0.3) + 2 * (p[1] - 2) * (p[1] - 2) }
    let found = SimplexSearch.lowest(
      from: [0.5, 0.5], step: [0.1, 0.1], lower: [0, 0], upper: [1, 1], evaluations: 200, bowl)
    #expect(abs(found.point[0] - 0.3) < 0.01 && abs(found.point[1] - 1) < 1e-6)
    #expect(found.value == bowl(found.point))
  }
}
