import Testing

@testable import CitySeries

struct DecomposeTests {
  /// Weighted least squares written out: distances sorted, sums over all points.
  private static func slowLoess(
    _ values: [Double], span: Int, degree: Int, weights: [Double], at position: Double
  ) -> Double {
    let distances = values.indices.map { abs(Double($0) - position) }.sorted()
    var reach = distances[min(span, values.count) - 1]
    if span > values.count { reach += Double((span - values.count) / 2) }
    var (w0, w1, w2, v0, v1) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (i, y) in values.enumerated() {
      let r = abs(Double(i) - position) / reach
      guard r < 1 else { continue }
      let w = weights[i] * (1 - r * r * r) * (1 - r * r * r) * (1 - r * r * r)
      let x = Double(i)
      (w0, w1, w2, v0, v1) = (w0 + w, w1 + w * x, w2 + w * x * x, v0 + w * y, v1 + w * x * y)
    }
    if degree == 0 { return v0 / w0 }
    let slope = (w0 * v1 - w1 * v0) / (w0 * w2 - w1 * w1)
    return (v0 - slope * w1) / w0 + slope * position
  }

  @Test(arguments: [5, 7, 13, 31, 75], [0, 1])
  func loessIsWeightedLeastSquares(_ span: Int, _ degree: Int) {
    let values = SampleSeries.walk(31, seed: 2)
    var noise = SampleSeries.Noise(8)
    let weights = values.map { _ in 0.1 + noise.next() }
    for i in -1...31 {
      let fast = Loess(span: span, degree: degree).value(values, weights: weights, at: Double(i))
      let slow = Self.slowLoess(
        values, span: span, degree: degree, weights: weights, at: Double(i))
      #expect(isClose([fast!], [slow], within: 1e-8), "at \(i)")
    }
  }

  @Test func loessWithoutAnyWeightTellsNothing() {
    #expect(Loess(span: 3, degree: 1).value([1, 2, 3], weights: [0, 0, 0], at: 1) == nil)
  }

  /// Figures of statsmodels 0.14, `STL(…, seasonal=7)`, inner and outer rounds 2 and 0, robust 1 and 15.
  @Test(
    arguments: [
      (
        0, false, [122.843548447, 123.49300352, 127.660303246, 156.75036688, 210.443452924],
        [-13.436921891, -7.025845374, 25.619457696, -13.480797434, -14.146821066]
      ),
      (
        0, true, [123.854623106, 124.668579242, 129.632630419, 155.107426357, 207.551151358],
        [-10.896375539, -7.189743221, 26.898920843, -10.700112328, -13.505431208]
      ),
      (
        1, false, [122.111172178, 122.875930104, 127.526355073, 156.819734818, 210.536822304],
        [-10.753532617, -4.193036896, 20.576141061, -13.023538053, -16.344616406]
      ),
      (
        1, true, [118.430244861, 119.915775911, 128.854583684, 158.351671423, 209.168651869],
        [-6.472391858, -1.937961534, 19.233855088, -10.958588038, -15.273912817]
      ),
    ])
  func itAgreesWithAnotherImplementation(
    _ degree: Int, _ isRobust: Bool, _ trend: [Double], _ seasonal: [Double]
  ) throws {
    let parts = try STL.decompose(
      SampleSeries.airline, period: 12, seasonalDegree: degree, isRobust: isRobust)
    let at = [0, 1, 7, 24, 47]
    #expect(isClose(at.map { parts.trend[$0] }, trend, within: 1e-8))
    #expect(isClose(at.map { parts.seasonal[$0] }, seasonal, within: 1e-8))
  }

  @Test(arguments: [1, 4, 11, 12], [false, true])
  func thePartsAddUp(_ period: Int, _ isRobust: Bool) throws {
    for count in [1, 2, 5, 23, 24, 61] {
      let values = SampleSeries.walk(count, seed: 4)
      let parts = try STL.decompose(values, period: period, isRobust: isRobust)
      let sum = values.indices.map { parts.trend[$0] + parts.seasonal[$0] + parts.remainder[$0] }
      #expect(isClose(sum, values))
      #expect(count >= 2 * period && period > 1 || parts.seasonal.allSatisfy { $0 == 0 })
    }
  }

  @Test func lineAndCycleComeApartExactly() throws {
    let season = [-3.0, 1, 4, -2]
    let values = (0..<40).map { 7 + 0.5 * Double($0) + season[$0 % 4] }
    let parts = try STL.decompose(values, period: 4, seasonalDegree: 1)
    #expect(isClose(parts.seasonal, (0..<40).map { season[$0 % 4] }, within: 1e-6))
    #expect(isClose(parts.trend, (0..<40).map { 7 + 0.5 * Double($0) }, within: 1e-6))
  }

  @Test func anOutlierDoesNotMoveTheRobustParts() throws {
    var values = SampleSeries.monthly(72, noise: 0.01)
    let clean = try STL.decompose(values, period: 12, isRobust: true)
    values[40] += 500
    let robust = try STL.decompose(values, period: 12, isRobust: true)
    let plain = try STL.decompose(values, period: 12)
    #expect(robust.weights[40] == 0 && plain.weights.allSatisfy { $0 == 1 })
    #expect(abs(robust.trend[40] - clean.trend[40]) < 2)
    #expect(abs(plain.trend[40] - clean.trend[40]) > 10)
  }

  @Test(arguments: [0x1p-900, 0x1p900])
  func scaleChangesNothingElse(_ scale: Double) throws {
    let values = SampleSeries.monthly(48, noise: 0.1)
    let one = try STL.decompose(values, period: 12, isRobust: true)
    let other = try STL.decompose(values.map { $0 * scale }, period: 12, isRobust: true)
    #expect(one.trend.map { $0 * scale } == other.trend && one.weights == other.weights)
  }

  @Test func whatCannotBeDecomposedIsRefused() {
    #expect(throws: SeriesError.self) { try STL.decompose([], period: 4) }
    #expect(throws: SeriesError.self) { try STL.decompose([1, .nan], period: 4) }
    #expect(throws: SeriesError.self) { try STL.decompose([1, 2], period: 0) }
    #expect(throws: SeriesError.self) { try STL.decompose([1, 2], period: 1, seasonalSpan: 1) }
    #expect(throws: SeriesError.self) { try STL.decompose([1, 2], period: 1, trendSpan: 2) }
    #expect(throws: SeriesError.self) { try STL.decompose([1, 2], period: 1, seasonalDegree: 2) }
  }
}
