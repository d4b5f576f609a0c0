import CityAgentTesting
import Testing

@testable import CityAgent

@Suite struct DerivationTests {
  static let span = EvidenceSpan(passage: 0, range: 0..<1)

  static func derivation(
    _ formula: Formula, _ cells: [Double], value: Double = 0, decimals: Int = 1
  ) -> Derivation {
    Derivation(
      formula: formula, cells: cells.map { .init(span: span, value: $0) }, value: value,
      unit: "%", decimals: decimals)
  }

  @Test(
    arguments: [
      (Formula.cell(0), [5.0], 5.0), (.sum(Formula.cells(3)), [1, 2, 3.5], 6.5),
      (.minimum(Formula.cells(3)), [3, 1, 2], 1), (.maximum(Formula.cells(3)), [3, 1, 2], 3),
      (.difference(.cell(0), .cell(1)), [5.2, 4.7], 0.5),
      (.quotient(.cell(0), .cell(1)), [3, 4], 0.75),
      (.percentage(.cell(0), of: .cell(1)), [30, 120], 25),
      (.percentChange(.cell(0), .cell(1)), [110, 100], 10),
      (.percentChange(.cell(0), .cell(1)), [-50, -100], 50),
      (.indexGrowth(.cell(0)), [104.7], 4.7),
      (.power(.product([.cell(0), .cell(1)]), .constant(0.5)), [2, 8], 4),
      (.countBelow(Formula.cells(4), 50), [49, 50, 51, 49.9], 2),
      (.countAbove(Formula.cells(4), 50), [49, 50, 51, 49.9], 1),
      (.rank(.cell(0), among: Formula.cells(4)), [7, 9, 7, 1], 2),
      (.magnitude(.cell(0)), [-3], 3),
    ] as [(Formula, [Double], Double)])
  func eachFormulaGivesItsValue(formula: Formula, cells: [Double], want: Double) {
    let value = Self.derivation(formula, cells).evaluated()
    #expect(value.map { abs($0 - want) < 1e-9 } == true)
  }

  @Test(
    arguments: [
      (Formula.cell(1), [1.0]), (.difference(.cell(0), .cell(1)), [1]),
      (.quotient(.cell(0), .cell(1)), [1, 0]), (.percentChange(.cell(0), .cell(1)), [1, 0]),
      (.sum([]), [1]), (.cell(-1), [1]), (.cell(0), []), (.cell(0), [.nan]),
      (.sum(Formula.cells(1)), [.infinity]), (.power(.cell(0), .constant(0.5)), [-4]),
      (.product([.cell(0), .cell(0)]), [1e200]),
    ] as [(Formula, [Double])])
  func cellsWithoutMeaningGiveNothing(formula: Formula, cells: [Double]) {
    #expect(Self.derivation(formula, cells).evaluated() == nil)
  }

  @Test func aClaimHoldsOnlyWithinHalfAUnitOfItsLastDecimal() {
    let claim = Self.derivation(.cell(0), [0], value: 4.7, decimals: 1)
    #expect(claim.matches(4.7499))
    #expect(claim.matches(4.65))
    #expect(!claim.matches(4.76))
    #expect(!claim.matches(4.64))
  }

  @Test func aSentenceMaySayValueCellsAndTheConstantsOfItsFormulaOnly() {
    let claim = Self.derivation(
      .countBelow(Formula.cells(2), 50), [49.1, 50.5], value: 1, decimals: 0)
    #expect(claim.allows("低于50的有1个，最低49.1。"))
    #expect(!claim.allows("低于50的有2个。"))
  }

  @Test func aNumberInTheNameOfARowIsNoFigure() {
    var claim = Self.derivation(.cell(0), [7], value: 7, decimals: 0)
    claim.cells[0].keys = ["样例区52", "2024Q1"]
    #expect(claim.allows("2024年一季度样例区52为7。"))
    #expect(!claim.allows("2024年一季度样例区53为7。"))
    #expect(!claim.allows("样例区52为52。"))
  }
}
