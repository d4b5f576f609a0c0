import CityText
import Glibc
import Testing

@Suite("Decoding")
struct TextDecodingTests {
  private let text = "身份证 ID card：20元"

  /// `text` in another encoding, by the C library.
  private func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(encoding, "UTF-8"))
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 8)
    var inputLeft = input.count
    var outputLeft = output.count
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    try #require(result != size_t.max)
    return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
  }

  @Test(
    "A text is read from its encoding",
    arguments: [
      ("GB18030", [], DecodedText.SourceEncoding.gb18030), ("GBK", [], .gb18030),
      ("UTF-16LE", [0xFF, 0xFE], .utf16), ("UTF-16BE", [0xFE, 0xFF], .utf16), ("UTF-8", [], .utf8),
      ("UTF-8", [0xEF, 0xBB, 0xBF], .utf8),
    ] as [(String, [UInt8], DecodedText.SourceEncoding)])
  func aTextIsReadFromItsEncoding(
    _ name: String, _ mark: [UInt8], _ encoding: DecodedText.SourceEncoding
  ) throws {
    let decoded = try TextDecoding.decode(mark + encoded(text, name))
    #expect(decoded.bytes == Array(text.utf8))
    #expect(decoded.encoding == encoding)
    #expect(decoded.replaced == 0)
  }

  @Test func lineEndsBecomeLineFeeds() throws {
    #expect(
      try TextDecoding.decode(Array("a\r\nb\rc\n\r\n".utf8)).bytes == Array("a\nb\nc\n\n".utf8))
  }

  @Test func anEmptyTextIsEmpty() throws {
    #expect(try TextDecoding.decode([]).bytes.isEmpty)
    #expect(try TextDecoding.decode([0xEF, 0xBB, 0xBF]).bytes.isEmpty)
  }

  @Test func aReplacementCharacterOfTheTextIsNoBrokenPlace() throws {
    #expect(try TextDecoding.decode(Array("a\u{FFFD}b".utf8)).replaced == 0)
  }

  @Test func aBrokenPlaceInALongTextIsMarked() throws {
    // 0xFF fits no encoding.
    let broken = Array(String(repeating: text, count: 10).utf8) + [0xFF] + Array("好".utf8)
    let decoded = try TextDecoding.decode(broken)
    #expect(decoded.replaced == 1)
    #expect(String(decoding: decoded.bytes, as: UTF8.self).hasSuffix("\u{FFFD}好"))
  }

  @Test func oneLostByteDoesNotTurnAChineseTextIntoAnother() throws {
    let whole = Array("福田区政务服务数据管理局统筹推进社区综合网格改革。".utf8)
    for lost in whole.indices {
      var bytes = whole
      bytes.remove(at: lost)
      let decoded = try TextDecoding.decode(bytes)
      #expect(decoded.encoding == .utf8)
      #expect(decoded.replaced > 0)
    }
  }

  @Test(
    "Binary data is refused",
    arguments: [[0x7F, 0x45, 0x4C, 0x46, 0, 0, 1], [UInt8](1...8), [0xFF, 0xFF, 0xFF]])
  func binaryDataIsRefused(_ bytes: [UInt8]) {
    #expect(throws: TextError.self) { try TextDecoding.decode(bytes) }
  }

  @Test func repairingGivesValidTextAndLeavesValidTextAlone() {
    #expect(TextDecoding.repaired(Array(text.utf8)) == Array(text.utf8))
    #expect(TextDecoding.repaired([0x61, 0xE8, 0xBA, 0x62]) == Array("a\u{FFFD}b".utf8))
  }
}
