import Testing

@testable import CitySeries

struct SeasonalIndicesTests {
  @Test func quarterlyIndicesByHand() {
    // Centred means of four, halves at the ends: every value of the flat series is the mean 10.
    let values = [8.0, 12, 9, 11, 8, 12, 9, 11, 8, 12, 9, 11]
    #expect(
      isClose(SeasonalIndices.multiplicative(values, period: 4)!, [0.8, 1.2, 0.9, 1.1]))
    #expect(isClose(SeasonalIndices.additive(values, period: 4)!, [-2, 2, -1, 1]))
  }

  @Test func anOddPeriodTakesPlainMeans() {
    let values = [1.0, 2, 3, 1, 2, 3, 1, 2, 3]
    #expect(isClose(SeasonalIndices.multiplicative(values, period: 3)!, [0.5, 1, 1.5]))
  }

  @Test func aTrendDoesNotBendAdditiveIndices() {
    let season = [-3.0, 1, 4, -2]
    let values = (0..<16).map { 7 + 0.5 * Double($0) + season[$0 % 4] }
    #expect(isClose(SeasonalIndices.additive(values, period: 4)!, season))
  }

  @Test func theTestSeesASeasonAndNoneInAWalk() {
    #expect(SeasonalIndices.isSeasonal(SampleSeries.monthly(48, noise: 0.05), period: 12))
    #expect(!SeasonalIndices.isSeasonal(SampleSeries.monthly(35, noise: 0.05), period: 12))
    #expect(!SeasonalIndices.isSeasonal([Double](repeating: 4, count: 48), period: 12))
    #expect(!SeasonalIndices.isSeasonal([1, 9, 1, 9, 1, 9], period: 1))
  }

  @Test(arguments: [(0, 4), (7, 4), (20, 1), (20, Int.max)])
  func tooLittleGivesNone(_ count: Int, _ period: Int) {
    let values = [Double](repeating: 1, count: count)
    #expect(SeasonalIndices.multiplicative(values, period: period) == nil)
    #expect(SeasonalIndices.additive(values, period: period) == nil)
    #expect(!SeasonalIndices.isSeasonal(values, period: period))
  }

  @Test func aCycleThroughZeroHasNoFactors() {
    let values = (0..<12).map { [-5.0, 5, -4, 4][$0 % 4] }
    #expect(SeasonalIndices.multiplicative(values, period: 4) == nil)
    #expect(SeasonalIndices.additive(values, period: 4) != nil)
  }
}
