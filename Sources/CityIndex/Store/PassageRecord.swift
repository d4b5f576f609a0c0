/// A passage in the section `passages`: numbers and places, 40 bytes.
struct PassageRecord {
  static let width = 40

  var clauseOffset: UInt64 = 0
  var headingOffset: UInt64 = 0
  var clauseLength: UInt32 = 0
  var headingLength: UInt32 = 0
  var document: UInt32 = 0
  /// [start, end) in the document's text.
  var start: UInt32 = 0
  var end: UInt32 = 0

  func append(to bytes: inout [UInt8]) {
    bytes.appendLittle(clauseOffset)
    bytes.appendLittle(headingOffset)
    for value in [clauseLength, headingLength, document, start, end, 0] {
      bytes.appendLittle(value)
    }
  }

  init() {}

  init(_ view: ByteView) {
    clauseOffset = view.u64(0)
    headingOffset = view.u64(8)
    clauseLength = view.u32(16)
    headingLength = view.u32(20)
    document = Self.document(in: view)
    start = view.u32(28)
    end = view.u32(32)
  }

  @inline(__always)
  static func document(in view: ByteView) -> UInt32 { view.u32(24) }
}
