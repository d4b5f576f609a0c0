import Foundation
import Testing

@testable import TriageSkill

struct ClassificationScoreTests {
  private func row(
    _ id: String, _ truth: String, _ label: String?, _ second: String?, _ margin: Double
  ) -> ClassificationScore.Row {
    .init(
      id: id, truth: truth,
      prediction: label.map {
        Classification(
          label: $0, second: second, probability: 0.5, margin: margin, isUnsure: margin < 0.5)
      })
  }

  @Test func figuresAreThoseWorkedOutByHand() {
    let score = ClassificationScore([
      row("1", "a", "a", "b", 0.9), row("2", "a", "b", "a", 0.8), row("3", "b", "b", "a", 0.7),
      row("4", "b", "c", "a", 0.2), row("5", "a", nil, nil, 0),
    ])
    #expect(score.accuracy == 0.4 && score.topTwo == 0.6)
    // a: 1 right of 3 rows and 1 prediction; b: 1 of 2 and 2; c is nobody's label.
    #expect(abs(score.macroF1 - (0.5 + 0.5) / 2) < 1e-12)
    #expect(score.accuracy(atCoverage: 0.2) == 1 && score.accuracy(atCoverage: 0.4) == 0.5)
    #expect(abs(score.accuracy(atCoverage: 0.6) - 2.0 / 3) < 1e-12)
    #expect(score.sure.coverage == 0.6 && abs(score.sure.accuracy - 2.0 / 3) < 1e-12)
    #expect(score.labels.map(\.label) == ["a", "b", "c"])
    #expect(score.confusion == [[1, 1, 0], [0, 1, 1], [0, 0, 0]])
  }

  @Test func nothingJudgedIsZeroNotNaN() {
    let score = ClassificationScore([])
    #expect(score.accuracy == 0 && score.macroF1 == 0 && score.accuracy(atCoverage: 0.8) == 0)
  }

  @Test func theCutIsTheLowestMarginThatKeepsTheAccuracy() {
    // 30 right above 0.5, then every other one wrong.
    var rows: [(margin: Float, isRight: Bool)] = []
    for i in 0..<60 { rows.append((1 - Float(i) / 60, i < 30 || i % 2 == 0)) }
    let cut = CoverageCut(rows, accuracy: 0.9)
    func accuracy(_ count: Int) -> Double {
      Double(rows[..<count].count { $0.isRight }) / Double(count)
    }
    let taken = rows.count { $0.margin >= cut.threshold }
    #expect(accuracy(taken) >= 0.9)
    for count in (taken + 1)...60 { #expect(accuracy(count) < 0.9) }
    #expect(cut.overallAccuracy == 0.75)
  }

  @Test(arguments: [0, 5, 19]) func tooFewRowsMakeNobodySure(_ count: Int) {
    let cut = CoverageCut((0..<count).map { _ in (Float(1), true) }, accuracy: 0.9)
    #expect(cut.threshold == CoverageCut.unreachable && cut.coverage == 0)
  }

  @Test func calibrationFitsTheShareOfTheRight() {
    var dice = DeskDice(state: 11)
    // The true label wins as often as a logistic curve of slope 2 over the difference says.
    var scores: [[Float]] = []
    var labels: [Int] = []
    for _ in 0..<2000 {
      let difference: Double = Double(dice.below(400)) / 100 - 2
      let chance: Double = 1 / (1 + exp(-2 * difference))
      scores.append([Float(difference / 2), Float(-difference / 2)])
      labels.append(Double(dice.below(1000)) / 1000 < chance ? 0 : 1)
    }
    let calibration = ScoreCalibration(scores: scores, labels: labels)
    let choices = scores.map { LabelChoice($0, calibration) }
    let promised = choices.reduce(0) { $0 + $1.probability } / 2000
    let kept = Float(zip(choices, labels).count { $0.label == $1 }) / 2000
    #expect(abs(promised - kept) < 0.03)
    #expect(ScoreCalibration(scores: [], labels: []) == .usual)
  }
}
