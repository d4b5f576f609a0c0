/// What an update asks of a document, 16 bytes: where it came from, and whose part it is.
struct OriginRecord {
  static let width = 16

  /// ``Checksum64`` of the line of a corpus that the document was read from; 0 where it was none.
  var line: UInt64 = 0
  /// ``WorkSizes/stem(of:)``.
  var stem: UInt64 = 0

  init(line: UInt64, stem: UInt64) {
    self.line = line
    self.stem = stem
  }

  init(_ view: ByteView) {
    line = view.u64(0)
    stem = view.u64(8)
  }

  func append(to bytes: inout [UInt8]) {
    bytes.appendLittle(line)
    bytes.appendLittle(stem)
  }
}
