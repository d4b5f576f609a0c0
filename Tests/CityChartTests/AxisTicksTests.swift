import Testing

@testable import CityChart

@Suite struct AxisTicksTests {
  @Test func ticksAreRoundCoverTheValuesAndAreTheFewestSteps() {
    var dice = ChartDice(seed: 17)
    for _ in 0..<3_000 {
      let size = ([0.01, 1, 37, 9_000, 4e8, 1e15] as [Double]).randomElement(using: &dice) ?? 1
      let values = (0..<Int.random(in: 2...9, using: &dice)).map { _ in
        Double.random(in: -size...size, using: &dice)
      }
      let includesZero = Bool.random(using: &dice)
      let intervals = Int.random(in: 2...8, using: &dice)
      let ticks = AxisTicks(covering: values, includesZero: includesZero, intervals: intervals)
      let low = min(values.min() ?? 0, includesZero ? 0 : .infinity)
      let high = max(values.max() ?? 0, includesZero ? 0 : -.infinity)
      let step = ticks.value(1)
      #expect([1, 2, 5].contains(ticks.mantissa))
      #expect(ticks.low <= low + step * 1e-6 && ticks.high >= high - step * 1e-6)
      #expect(ticks.low > low - step * 1.000001 && ticks.high < high + step * 1.000001)
      #expect(!includesZero || ticks.indices.contains(0))
      // The slow way: the first of 1, 2, 5, 10 … that needs no more steps than asked for.
      let least = (high - low) / Double(intervals)
      var candidate = 1e-9
      var factors = [2.0, 2.5, 2.0]
      while candidate < least * (1 - 1e-9) {
        candidate *= factors[0]
        factors.append(factors.removeFirst())
      }
      #expect(abs(step - candidate) <= candidate * 1e-6, "\(low)…\(high) in \(intervals)")
    }
  }

  @Test func textsOfTicksAreExactAndDiffer() {
    var dice = ChartDice(seed: 23)
    for _ in 0..<500 {
      let low = Double.random(in: -1_000...1_000, using: &dice)
      let ticks = AxisTicks(
        covering: [low, low + Double.random(in: 0.01...5_000, using: &dice)], includesZero: false,
        intervals: 6)
      let texts = ticks.indices.map { ticks.text($0) }
      #expect(Set(texts).count == texts.count)
      for (index, text) in zip(ticks.indices, texts) { #expect(Double(text) == ticks.value(index)) }
    }
  }

  @Test(
    arguments: [
      [], [0], [7], [-7], [3, 3, 3], [1e-12, 2e-12], [-1e308, 1e308], [.nan, .infinity],
      [1e15, 1e15 + 1], [.leastNonzeroMagnitude],
    ] as [[Double]], [true, false])
  func oddValuesStillGiveAnAxis(_ values: [Double], _ includesZero: Bool) {
    let ticks = AxisTicks(covering: values, includesZero: includesZero, intervals: 6)
    #expect(ticks.indices.count >= 2 && ticks.indices.count <= 9)
    #expect(ticks.low.isFinite && ticks.high.isFinite && ticks.low < ticks.high)
    let axis = ValueAxis(ticks: ticks, lowEnd: 300, highEnd: 100)
    #expect(axis.place(ticks.low) == 300 && axis.place(ticks.high) == 100)
    for value in values where value.isFinite {
      #expect(axis.place(value) < 321 && axis.place(value) > 79)
    }
  }

  @Test func anAxisOfBarsBeginsAtZero() {
    let ticks = AxisTicks(covering: [120, 130], includesZero: true, intervals: 5)
    #expect(ticks.indices.map { ticks.text($0) } == ["0", "50", "100", "150"])
    let lines = AxisTicks(covering: [0.12, 0.31], includesZero: false, intervals: 5)
    #expect(
      lines.indices.map { lines.text($0) } == ["0.10", "0.15", "0.20", "0.25", "0.30", "0.35"])
  }
}
