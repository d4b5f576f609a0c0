import CityText
import Testing

/// Against the standard library's own check.
@Suite("Valid UTF-8")
struct UTF8CheckTests {
  private func expectSame(_ bytes: [UInt8]) {
    #expect(
      UTF8Check.isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
  }

  @Test func randomTextsAreValidUntilAByteIsChanged() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      var bytes = Array(RandomText.scalars(30, using: &generator).utf8)
      #expect(UTF8Check.isValid(bytes))
      guard let place = bytes.indices.randomElement(using: &generator) else { continue }
      bytes[place] = .random(in: 0...255, using: &generator)
      expectSame(bytes)
      expectSame(Array(bytes[..<place]))
    }
  }

  /// All first and second bytes, at every place of the eight bytes that are looked at together.
  @Test func sequencesOfThreeAreThoseOfTheStandard() {
    for first in 0xDF...0xF1 as ClosedRange<UInt8> {
      for second in 0x7F...0xC0 as ClosedRange<UInt8> {
        for before in 0..<4 {
          let text = Array(String(repeating: "中", count: before).utf8)
          expectSame(text + [first, second, 0x80] + Array("中文字中文".utf8))
        }
      }
    }
  }
}
