import Testing

@testable import CityIndex

/// Against a dictionary that counts.
struct SignatureTableTests {
  private func signature(_ generator: inout SeededGenerator) -> SIMD4<UInt32> {
    // Some small, some that four bits do not hold, some that 16 do not.
    let most: UInt32 = [3, 3, 20, 100_000].randomElement(using: &generator) ?? 1
    return SIMD4((0..<4).map { _ in UInt32.random(in: 0...most, using: &generator) })
  }

  /// Thousands of signatures, so that the table grows in every way that it is filled.
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func everySignatureIsNumberedAndCounted(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let table = SignatureTable()
    var counts: [SIMD4<UInt32>: Int] = [:]
    for round in 0..<6000 {
      let next = signature(&generator)
      switch round % 3 {
      case 0:
        let number = Int(table.number(of: next))
        #expect(table.signatures[number] == next)
        counts[next, default: 0] += 1
      case 1 where next.max() < 1 << 16:
        let packed = (0..<4).reduce(UInt64(0)) { $0 | UInt64(next[$1]) << UInt64(16 * $1) }
        let number = Int(table.number(of: packed))
        #expect(table.signatures[number] == next)
        counts[next, default: 0] += 1
      default:
        table.add([next], counts: [5])
        counts[next, default: 0] += 5
      }
    }
    #expect(Set(table.signatures).count == table.signatures.count)
    #expect(table.counts == table.signatures.map { counts[$0] ?? 0 })
    let ranked = table.ranked.map { counts[$0] ?? 0 }
    #expect(ranked == counts.values.sorted(by: >))
  }
}
