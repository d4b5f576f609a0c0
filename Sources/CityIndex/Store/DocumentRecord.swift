/// A document in the section `documents`: numbers and places, 68 bytes.
///
/// A document's text, metadata and passages end where those of the next begin; the last one's end with
/// their section.
struct DocumentRecord {
  static let width = 68

  var textOffset: UInt64 = 0
  var metadataOffset: UInt64 = 0
  /// Text.
  var id: UInt32 = 0
  var firstPassage: UInt32 = 0
  var facet: UInt32 = 0
  /// SHA-256 of the text; 32 bytes at ``digestOffset``.
  var digest: ArraySlice<UInt8> = []
  /// ``DocumentSum`` of everything but the text.
  var sum: UInt64 = 0

  private static let digestOffset = 28

  func append(to bytes: inout [UInt8]) {
    bytes.appendLittle(textOffset)
    bytes.appendLittle(metadataOffset)
    bytes.appendLittle(id)
    bytes.appendLittle(firstPassage)
    bytes.appendLittle(facet)
    bytes += digest
    bytes.appendLittle(sum)
  }

  init() {}

  /// Reads all but the digest, which only some callers want.
  @inline(__always)
  init(_ view: ByteView) {
    textOffset = view.u64(0)
    metadataOffset = view.u64(8)
    id = view.u32(16)
    firstPassage = view.u32(20)
    facet = view.u32(24)
    sum = view.u64(60)
  }

  static func digest(in view: ByteView) -> [UInt8] { view.slice(digestOffset, 32)?.bytes ?? [] }

  static let identityWidth = 40

  /// Digest and sum: what of a document the generation is named by.
  static func identity(in view: ByteView) -> ByteView {
    view.slice(digestOffset, width - digestOffset) ?? .empty
  }
}
