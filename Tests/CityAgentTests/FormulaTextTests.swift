import Testing

@testable import CityAgent

@Suite struct FormulaTextTests {
  @Test(
    arguments: [
      (Formula.indexGrowth(.cell(0)), ["105.3"], "105.3 − 100"),
      (.percentChange(.cell(0), .cell(1)), ["110", "100"], "(110 − 100) ÷ 100 × 100"),
      (.percentChange(.cell(0), .cell(1)), ["1", "-2"], "(1 − (-2)) ÷ |-2| × 100"),
      (.percentage(.cell(0), of: .cell(1)), ["3", "4"], "3 ÷ 4 × 100"),
      (
        .product([.quotient(.cell(0), .cell(1)), .indexGrowth(.cell(2))]), ["3", "9", "105"],
        "3 ÷ 9 × (105 − 100)"
      ),
      (.quotient(.cell(0), .quotient(.cell(1), .cell(2))), ["1", "2", "3"], "1 ÷ (2 ÷ 3)"),
      (.quotient(.cell(0), .product([.cell(1), .cell(2)])), ["1", "2", "3"], "1 ÷ (2 × 3)"),
      (.difference(.cell(0), .difference(.cell(1), .cell(2))), ["1", "2", "3"], "1 − (2 − 3)"),
      (
        .power(.product([.cell(0), .cell(1)]), .quotient(.constant(1), .constant(2))), ["2", "8"],
        "(2 × 8)^(1 ÷ 2)"
      ),
    ] as [(Formula, [String], String)])
  func aFormulaIsWrittenWithTheBracketsItNeeds(formula: Formula, cells: [String], text: String) {
    #expect(formula.text(cells) == text)
  }
}
