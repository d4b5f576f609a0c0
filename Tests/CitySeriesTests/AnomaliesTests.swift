import Testing

@testable import CitySeries

struct AnomaliesTests {
  @Test func spikesAreFoundTheLargestFirst() throws {
    var values = SampleSeries.monthly(84, noise: 0.02)
    values[30] += 60
    values[55] -= 90
    let found = try Anomalies.find(values, period: 12) { $0 == 55 ? "flood" : nil }
    #expect(found.prefix(2).map(\.index) == [55, 30])
    #expect(found[0].reason == "flood" && found[1].reason == nil)
    #expect(abs(found[0].size + 90) < 12 && abs(found[1].size - 60) < 12)
    for anomaly in found {
      #expect(isClose([anomaly.expected + anomaly.size], [values[anomaly.index]]))
      #expect(abs(anomaly.score) > 5 && (anomaly.score > 0) == (anomaly.size > 0))
    }
  }

  @Test(arguments: [1, 4, 12])
  func nothingStandsOutInAConstant(_ period: Int) throws {
    for value in [0.0, 7, 1e300, 0.1] {
      for count in [1, 2, 50] {
        let values = [Double](repeating: value, count: count)
        #expect(try Anomalies.find(values, period: period).isEmpty)
      }
    }
  }

  @Test func oneSpikeInAConstantStandsOut() throws {
    var values = [Double](repeating: 7, count: 120)
    values[50] = 9
    #expect(try Anomalies.find(values, period: 12).map(\.index) == [50])
    #expect(try Anomalies.find(values, period: 1).map(\.index) == [50])
  }

  @Test func shiftAndScaleChangeNothing() throws {
    var values = SampleSeries.monthly(84, noise: 0.05)
    values[30] += 100
    let one = try Anomalies.find(values, period: 12).map(\.index)
    let other = try Anomalies.find(values.map { -8 * $0 + 3 }, period: 12).map(\.index)
    #expect(one == other && one.first == 30)
  }

  @Test func aHigherThresholdFindsNoMore() throws {
    let values = SampleSeries.walk(120, seed: 6)
    let counts = try [1.0, 2, 3, 5, 8].map {
      try Anomalies.find(values, period: 12, threshold: $0).count
    }
    #expect(counts == counts.sorted(by: >) && counts[0] > counts[4])
  }

  @Test func spreadByHand() {
    #expect(Spread.median([3, 1, 2]) == 2 && Spread.median([4, 1, 3, 2]) == 2.5)
    #expect(abs(Spread.robustDeviation([1, 2, 3, 4, 100]) - 1.4826) < 1e-12)
  }

  @Test func whatCannotBeSearchedIsRefused() {
    #expect(throws: SeriesError.self) { try Anomalies.find([], period: 12) }
    #expect(throws: SeriesError.self) { try Anomalies.find([.nan], period: 12) }
    #expect(throws: SeriesError.self) { try Anomalies.find([1], period: 12, threshold: 0) }
  }
}
