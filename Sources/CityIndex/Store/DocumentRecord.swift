/// A document in the section `documents`: numbers and places, 96 bytes.
struct DocumentRecord {
  static let width = 96

  var textOffset: UInt64 = 0
  var textLength: UInt64 = 0
  var idOffset: UInt64 = 0
  var metadataOffset: UInt64 = 0
  var metadataLength: UInt32 = 0
  var idLength: UInt32 = 0
  var firstPassage: UInt32 = 0
  var passageCount: UInt32 = 0
  var kind: UInt32 = 0
  var language: UInt32 = 0
  var firstSkill: UInt32 = 0
  var skillCount: UInt32 = 0
  /// SHA-256 of the text; 32 bytes at ``digestOffset``.
  var digest: [UInt8] = []

  private static let digestOffset = 64

  func append(to bytes: inout [UInt8]) {
    for value in [textOffset, textLength, idOffset, metadataOffset] { bytes.appendLittle(value) }
    for value in [
      metadataLength, idLength, firstPassage, passageCount, kind, language, firstSkill, skillCount,
    ] {
      bytes.appendLittle(value)
    }
    bytes += digest
  }

  init() {}

  /// Reads all but the digest, which only some callers want.
  @inline(__always)
  init(_ view: ByteView) {
    textOffset = view.u64(0)
    textLength = view.u64(8)
    idOffset = view.u64(16)
    metadataOffset = view.u64(24)
    metadataLength = view.u32(32)
    idLength = view.u32(36)
    firstPassage = view.u32(40)
    passageCount = view.u32(44)
    kind = view.u32(48)
    language = view.u32(52)
    firstSkill = view.u32(56)
    skillCount = view.u32(60)
  }

  static func digest(in view: ByteView) -> [UInt8] { view.slice(digestOffset, 32)?.bytes ?? [] }

  var passages: Range<Int> { Int(firstPassage)..<Int(firstPassage) + Int(passageCount) }
}
