import Testing

@testable import CityIndex

struct RankTrainerTests {
  /// Questions whose relevant document is that with the most of one feature; the others are noise.
  static func cases(_ feature: RankFeature, sign: Float = 1, count: Int, seed: UInt64) -> [RankCase]
  {
    var generator = SeededGenerator(state: seed)
    let width = RankFeature.allCases.count
    return (0..<count).map { _ in
      var features = (0..<12 * width).map { _ in Float.random(in: 0...1, using: &generator) }
      let best = Int.random(in: 0..<12, using: &generator)
      features[best * width + feature.rawValue] = sign > 0 ? 1.5 : -0.5
      return RankCase(
        features: features, longness: 0, documents: Array(100..<112), relevant: [100 + best],
        judged: 1)
    }
  }

  @Test(arguments: [RankFeature.order, .document, .work]) func theFeatureThatDecidesIsFound(
    feature: RankFeature
  ) {
    let trainer = RankTrainer([
      Self.cases(feature, count: 30, seed: 1), Self.cases(feature, count: 10, seed: 2),
    ])
    let values = trainer.fit(from: RankWeights.standard.values)
    #expect(trainer.quality(values).allSatisfy { $0 > 0.9 })
    let others = RankTrainer([Self.cases(feature, count: 40, seed: 9)])
    #expect(others.quality(values)[0] > 0.8)
  }

  @Test func aFitIsNeverWorseThanItsStart() {
    for seed in 1...3 as ClosedRange<UInt64> {
      let trainer = RankTrainer([Self.cases(.title, count: 30, seed: seed)])
      let start = RankWeights.standard.values
      #expect(trainer.quality(trainer.fit(from: start))[0] >= trainer.quality(start)[0])
    }
  }

  @Test func evidenceNeverCountsAgainstAPassage() {
    let trainer = RankTrainer([Self.cases(.order, sign: -1, count: 12, seed: 4)])
    let values = trainer.fit()
    for feature in RankFeature.allCases where !RankFeature.signed.contains(feature) {
      #expect(values[feature.rawValue] >= 0)
    }
  }

  @Test func cautionKeepsASmallSetNearItsStart() {
    let start = RankWeights.standard.values
    let set = [Self.cases(.order, count: 20, seed: 3)]
    func way(_ values: [Float]) -> Float { zip(values, start).reduce(0) { $0 + abs($1.0 - $1.1) } }
    let free = way(RankTrainer(set).fit(from: start))
    let careful = way(RankTrainer(set, caution: 0.05).fit(from: start))
    #expect(careful < free)
    #expect(way(RankTrainer(set, caution: 10).fit(from: start)) == 0)
  }

  @Test func gainIsNDCGOverDocumentsByTheirBestPassage() {
    let width = RankFeature.allCases.count
    var features = [Float](repeating: 0, count: 4 * width)
    for (row, score) in [Float(0.9), 0.2, 0.8, 0.1].enumerated() { features[row * width] = score }
    let item = RankCase(
      features: features, longness: 0, documents: [7, 8, 9, 8], relevant: [9, 8], judged: 3)
    var values = [Float](repeating: 0, count: RankWeights.count)
    values[0] = 1
    // 7 is first, 9 second, 8 third; three are relevant, one of them no candidate.
    let wanted = (0.6309297535714575 + 0.5) / (1 + 0.6309297535714575 + 0.5)
    #expect(abs(RankTrainer([[item]]).quality(values)[0] - wanted) < 1e-9)
  }
}
