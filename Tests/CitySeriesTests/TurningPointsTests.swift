import Testing

@testable import CitySeries

struct TurningPointsTests {
  private func text(_ values: [Double], _ rule: TurningPoints.Rule) throws -> String {
    try TurningPoints.find(values, rule)
      .map { "\($0.kind == .peak ? "P" : "T")\($0.index)" }.joined(separator: " ")
  }

  @Test(
    arguments: [
      ([1, 2, 3, 2, 1, 2, 3], "P2 T4"),
      ([1, 2, 3, 4, 5], ""),
      ([5, 5, 5, 5], ""),
      ([1, 3, 3, 3, 1, 2], "P1 T4"),
      ([1, 3, 3, 4, 1], "P3"),
      ([1, 3, 3, 3], ""),
      ([3], ""),
      ([3, 1], ""),
    ] as [([Double], String)])
  func turnsByHand(_ values: [Double], _ turns: String) throws {
    #expect(try text(values, .yearly) == turns)
  }

  @Test func aSmallWobbleIsNoCycle() throws {
    // The dip at 5–6 breaks a rise for one period; by itself it would be P5 T6.
    let values: [Double] = [5, 3, 1, 2, 4, 6, 5.5, 7, 9, 11, 9, 6, 3]
    #expect(try text(values, .quarterly) == "T2 P9")
    #expect(try text(values, .yearly) == "T2 P5 T6 P9")
    let strict = TurningPoints.Rule(window: 1, minimumPhase: 2, minimumCycle: 2)
    #expect(try text(values, strict) == "T2 P9")
  }

  @Test(arguments: 1...30)
  func everyResultKeepsTheRules(_ seed: UInt64) throws {
    let values = SampleSeries.walk(150, seed: seed)
    for rule in [TurningPoints.Rule.monthly, .quarterly, .yearly] {
      let turns = try TurningPoints.find(values, rule)
      for (a, b) in zip(turns, turns.dropFirst()) {
        #expect(a.kind != b.kind && b.index - a.index >= rule.minimumPhase)
        #expect(a.kind == .peak ? a.value > b.value : a.value < b.value)
      }
      for (a, b) in zip(turns, turns.dropFirst(2)) {
        #expect(b.index - a.index >= rule.minimumCycle)
      }
      for turn in turns {
        #expect(turn.index >= rule.window && turn.index < 150 - rule.window)
        let around = values[(turn.index - rule.window)...(turn.index + rule.window)]
        #expect(turn.value == (turn.kind == .peak ? around.max() : around.min()))
      }
    }
    let mirrored = try TurningPoints.find(values.map { -$0 }, .quarterly)
    #expect(mirrored.map(\.index) == (try TurningPoints.find(values, .quarterly)).map(\.index))
  }

  @Test func whatCannotBeDatedIsRefused() {
    #expect(throws: SeriesError.self) { try TurningPoints.find([], .monthly) }
    #expect(throws: SeriesError.self) { try TurningPoints.find([1, .infinity], .monthly) }
    #expect(throws: SeriesError.self) {
      try TurningPoints.find([1, 2], .init(window: 0, minimumPhase: 1, minimumCycle: 1))
    }
  }
}
