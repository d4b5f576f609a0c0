import CityText
import Testing

struct PersonalPropertyTests {
  /// A secret in any surroundings is covered by findings, whatever stands round it.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func seededSecretsAreAlwaysFound(_ seed: UInt64) {
    var secrets = SeededSecrets(seed: seed)
    for _ in 0..<100 {
      var text = ""
      var hidden: [(secret: String, range: Range<Int>)] = []
      for _ in 0..<secrets.number(1...3) {
        text += secrets.surroundings()
        // A letter or a digit right before or behind would be part of what stands there.
        if text.hasSuffix("road") || text.hasSuffix("é") { text += "，" }
        let secret = secrets.secret()
        hidden.append((secret, text.utf8.count..<text.utf8.count + secret.utf8.count))
        text += secret + secrets.pick(["，", "。", "谢谢", "是我的号码", "; "])
      }
      text += secrets.surroundings()
      let found = PersonalData.find(in: [UInt8](text.utf8))
      for (secret, range) in hidden {
        #expect(
          found.contains {
            $0.range.lowerBound <= range.lowerBound && $0.range.upperBound >= range.upperBound
          }, "\(secret) in \(text)")
      }
      check(found, of: text)
    }
  }

  private func check(_ found: [PersonalData], of text: String) {
    let utf8 = [UInt8](text.utf8)
    var at = 0
    for data in found {
      #expect(data.range.lowerBound >= at && !data.range.isEmpty)
      at = data.range.upperBound
      // Whole characters only.
      #expect(String(validating: utf8[data.range], as: UTF8.self) != nil)
    }
    #expect(at <= utf8.count)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func randomTextsGiveSaneRanges(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = RandomText.scalars(200, using: &generator)
      check(PersonalData.find(in: [UInt8](text.utf8)), of: text)
      // Broken bytes crash nothing.
      _ = PersonalData.masked(RandomText.bytes(200, using: &generator))
    }
  }

  /// Nothing personal is left in a masked text.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func maskingHidesAll(_ seed: UInt64) {
    var secrets = SeededSecrets(seed: seed &+ 1_000)
    for _ in 0..<100 {
      let secret = secrets.secret()
      let text = secrets.surroundings() + "，" + secret + "。" + secrets.surroundings()
      let masked = PersonalData.masked([UInt8](text.utf8))
      #expect(!String(decoding: masked, as: UTF8.self).contains(secret), "\(text)")
      let left = PersonalData.find(in: masked).filter { $0.kind != .name && $0.kind != .email }
      #expect(left == [], "\(text) → \(String(decoding: masked, as: UTF8.self))")
    }
  }

  /// One long run of digits, spaces and units takes linear time: this ends at once.
  @Test func longRunsAreNoTrap() {
    for piece in ["1", "1 ", "12-", "3栋", "路1号", "@", "a@", "张先生", "本人", "一", "room 1 "] {
      let text = [UInt8](String(repeating: piece, count: 60_000 / piece.utf8.count).utf8)
      _ = PersonalData.masked(text)
    }
  }
}
