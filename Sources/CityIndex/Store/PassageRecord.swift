/// A passage in the section `passages`: numbers and places, 20 bytes.
struct PassageRecord {
  static let width = 20

  /// Texts.
  var clause: UInt32 = 0
  var heading: UInt32 = 0
  var document: UInt32 = 0
  /// [start, end) in the document's text.
  var start: UInt32 = 0
  var end: UInt32 = 0

  func append(to bytes: inout [UInt8]) {
    bytes.appendLittle(clause)
    bytes.appendLittle(heading)
    bytes.appendLittle(document)
    bytes.appendLittle(start)
    bytes.appendLittle(end)
  }

  init() {}

  init(_ view: ByteView) {
    clause = view.u32(0)
    heading = view.u32(4)
    document = Self.document(in: view)
    start = view.u32(12)
    end = view.u32(16)
  }

  @inline(__always)
  static func document(in view: ByteView) -> UInt32 { view.u32(8) }
}
