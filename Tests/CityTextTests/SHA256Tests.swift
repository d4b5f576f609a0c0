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
}
