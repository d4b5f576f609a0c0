import CityText
import Testing

/// Vectors of FIPS 180-4 (NIST, Example Values).
@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "The digests of the standard",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func theDigestsOfTheStandard(_ text: String, _ digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test func aMillionTimesA() {
    #expect(
      SHA256.hex([UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func aMessageInTwoPartsHasTheDigestOfTheWhole() {
    let message = (0..<200).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var whole = SHA256()
    whole.update(message)
    let digest = whole.finish()
    for split in 0...message.count {
      var parts = SHA256()
      parts.update(message[..<split])
      parts.update(message[split...])
      #expect(parts.finish() == digest)
    }
  }

  @Test func everyLengthByBytesIsTheWhole() {
    for length in 0...130 {
      let message = [UInt8](repeating: 0x5A, count: length)
      var bytewise = SHA256()
      for byte in message { bytewise.update([byte]) }
      var whole = SHA256()
      whole.update(message)
      #expect(bytewise.finish() == whole.finish())
    }
  }

  /// Groups of four of about one length, groups that are not, and the rest.
  @Test(arguments: [0, 1, 3, 4, 5, 64, 131])
  func theDigestsOfManyTextsAreThoseOfEach(_ count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let texts = (0..<count).map { number in
      let length = Int.random(in: 0...(number % 7 == 0 ? 2000 : 200), using: &generator)
      return (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
    let each = texts.map { text in
      var hash = SHA256()
      hash.update(text)
      return hash.finish()
    }
    #expect(SHA256.digests(of: texts) == each.flatMap { $0 })
  }

  @Test func fourTextsOfEveryLengthHaveTheirOwnDigests() {
    for length in 0...200 {
      let texts = (0..<4).map { lane in [UInt8](repeating: UInt8(lane + 65), count: length) }
      let hex = texts.map { SHA256.hex($0) }.joined()
      let digits = SHA256.digests(of: texts).map {
        String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
      }
      #expect(digits.joined() == hex, "\(length) bytes")
    }
  }
}
