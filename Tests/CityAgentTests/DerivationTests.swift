import CityAgentTesting
import Testing

@testable import CityAgent

@Suite struct DerivationTests {
  static let span = EvidenceSpan(passage: 0, range: 0..<1)

  static func derivation(
    _ operation: Derivation.Operation, _ cells: [Double], value: Double = 0, decimals: Int = 1
  ) -> Derivation {
    Derivation(
      operation: operation, cells: cells.map { .init(span: span, value: $0) }, value: value,
      unit: "%", decimals: decimals)
  }

  @Test(
    arguments: [
      (Derivation.Operation.value, [5.0], 5.0), (.sum, [1, 2, 3.5], 6.5), (.mean, [1, 2], 1.5),
      (.minimum, [3, 1, 2], 1), (.maximum, [3, 1, 2], 3), (.count, [7, 7, 7], 3),
      (.difference, [5.2, 4.7], 0.5), (.ratio, [3, 4], 0.75), (.share, [30, 120], 25),
      (.percentChange, [110, 100], 10), (.percentChange, [-50, -100], 50),
      (.indexGrowth, [104.7], 4.7),
    ] as [(Derivation.Operation, [Double], Double)])
  func eachOperationGivesItsValue(operation: Derivation.Operation, cells: [Double], want: Double) {
    let value = Self.derivation(operation, cells).evaluated()
    #expect(value.map { abs($0 - want) < 1e-9 } == true)
  }

  @Test(
    arguments: [
      (Derivation.Operation.value, [1.0, 2]), (.difference, [1]), (.ratio, [1, 0]),
      (.share, [1, 2, 3]), (.percentChange, [1, 0]), (.sum, []), (.mean, [.nan]),
      (.sum, [.infinity]),
    ] as [(Derivation.Operation, [Double])])
  func cellsWithoutMeaningGiveNothing(operation: Derivation.Operation, cells: [Double]) {
    #expect(Self.derivation(operation, cells).evaluated() == nil)
  }

  @Test func aClaimHoldsOnlyWithinHalfAUnitOfItsLastDecimal() {
    let claim = Self.derivation(.value, [0], value: 4.7, decimals: 1)
    #expect(claim.matches(4.7499))
    #expect(claim.matches(4.65))
    #expect(!claim.matches(4.76))
    #expect(!claim.matches(4.64))
  }
}
