import CityText
import Testing

@testable import CityIndex

@Suite struct ReadingTrainerTests {
  /// Weights that decide, most of them 0.
  private static let planted: [Float] = {
    var values = [Float](repeating: 0, count: ReadingWeights.count)
    values[SpanFeature.nearBefore.rawValue] = 5
    values[SpanFeature.isLiteral.rawValue] = 3
    values[SpanFeature.stops.rawValue] = -4
    return values
  }()

  /// Spans of features made up; the answer is the one that the planted weights like best.
  private static func samples(_ count: Int, seed: UInt64) -> [ReadingSample] {
    var random = SeededGenerator(state: seed)
    return (0..<count).map { _ in
      let rows = (0..<30).map { _ in
        (0..<SpanFeatures.width).map { _ in Float.random(in: 0...1, using: &random) }
      }
      let lengths = rows.map { _ in Float.random(in: -2...2, using: &random) }
      let scores = rows.map { row in zip(row, planted).reduce(Float(0)) { $0 + $1.0 * $1.1 } }
      let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      return ReadingSample(
        features: rows, lengths: lengths,
        gains: scores.indices.map { $0 == best ? 1 : 0 }, length: .short)
    }
  }

  /// The share of samples of which the best span is the answer.
  private static func share(_ samples: [ReadingSample], _ weights: ReadingWeights) -> Double {
    let own = weights.values + [weights.lengths[0].linear, weights.lengths[0].square]
    let right = samples.filter { sample in
      let scores = sample.gains.indices.map { row in
        own.indices.reduce(Float(0)) { sum, k in
          sum + own[k] * sample.rows[row * ReadingSample.lanes + k / 8][k % 8]
        }
      }
      return sample.gains[scores.indices.max { scores[$0] < scores[$1] } ?? 0] == 1
    }
    return Double(right.count) / Double(samples.count)
  }

  @Test func plantedWeightsAreFound() {
    let sets = [Self.samples(120, seed: 1), Self.samples(60, seed: 2)]
    let start = ReadingWeights.none
    let fitted = ReadingTrainer.fit(sets, from: start, steps: 200, rate: 0.15)
    let others = Self.samples(200, seed: 3)
    #expect(Self.share(others, fitted) > 0.85)
    #expect(Self.share(others, start) < 0.3)
    let largest = fitted.values.indices.sorted { abs(fitted.values[$0]) > abs(fitted.values[$1]) }
    #expect(
      Set(largest.prefix(3)) == [
        SpanFeature.nearBefore.rawValue, SpanFeature.isLiteral.rawValue, SpanFeature.stops.rawValue,
      ])
    #expect(ReadingTrainer.fit(sets, from: start, steps: 200, rate: 0.15) == fitted)
  }

  /// Invented entries of which the questions ask for the year; the sentence for the other number comes first.
  private func cases(_ count: Int) -> [ReadingCase] {
    (0..<count).compactMap { i in
      let text = "第\(i)号桥长\(100 + i)米，由市路桥公司修建。它于\(1900 + i)年通车，桥头有一座亭。"
      return ReadingCase(
        ReadingQuestion("第\(i)号桥什么时候通车？", silent: PhraseTable()), in: Array(text.utf8),
        known: [], answers: ["\(1900 + i)年"])
    }
  }

  @Test func textsAreReadBetterThanByNoWeightsAndAlikeEachTime() {
    let cases = cases(24)
    #expect(cases.count == 24)
    let weights = ReadingTrainer([Array(cases.prefix(16))]).fit()
    func right(_ weights: ReadingWeights) -> Int {
      cases.suffix(8).filter { item in
        AnswerReader(weights: weights).read(item.question, in: item.text)
          .map { item.places.contains($0.range) } ?? false
      }.count
    }
    #expect(right(weights) == 8)
    #expect(right(.none) < 8)
    #expect(ReadingTrainer([Array(cases.prefix(16))]).fit() == weights)
    #expect(ReadingTrainer([[]]).fit() == .none)
  }

  @Test func gainsAreTheOverlapInLettersWithTheNearestPlace() {
    let text = "补贴三百元。另发 200 yuan，补贴三百元。"
    let bytes = Array(text.utf8)
    let item = ReadingCase(
      ReadingQuestion("补贴多少？", silent: PhraseTable()), in: bytes, known: [],
      answers: ["三百元", "200 yuan"])
    func range(_ part: String, from: Int = 0) -> Range<Int> {
      let start = ByteSearch.first(of: Array(part.utf8), in: bytes, from: from) ?? 0
      return start..<start + part.utf8.count
    }
    let spans = [
      range("三百元"), range("补贴三百元"), range("三百元", from: 20), range("200"), range("200 yuan，"),
      range("另发"), range("补贴"),
    ]
    let gains = item?.gains(of: spans) ?? []
    let wanted: [Float] = [1, 6.0 / 8, 1, 6.0 / 10, 1, 0, 0]
    #expect(gains.count == wanted.count)
    for (gain, want) in zip(gains, wanted) { #expect(abs(gain - want) < 1e-6) }
    #expect(
      ReadingCase(
        ReadingQuestion("补贴多少？", silent: PhraseTable()), in: bytes, known: [], answers: ["四百元", ""])
        == nil)
  }
}
