/// A range of mapped bytes, read with every offset checked.
///
/// Kernel with unsafe pointers (see also ``PackedBlock``, ``ScoreAccumulator``, ``Checksum64``): a mapped file
/// has no safe owner in Swift 6.3. An offset outside gives zero or nothing, so a damaged file leads to
/// wrong values and never outside the mapping. The view does not keep the mapping alive: whoever hands
/// one out holds the ``MappedFile``.
struct ByteView: @unchecked Sendable {
  private let base: UnsafeRawPointer?
  let count: Int

  init(base: UnsafeRawPointer?, count: Int) {
    self.base = base
    self.count = base == nil ? 0 : count
  }

  static var empty: ByteView { ByteView(base: nil, count: 0) }

  var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// The value at `offset`, which need not be aligned; zero where it is not wholly inside.
  @inline(__always)
  private func load<Value: FixedWidthInteger & BitwiseCopyable>(
    _ offset: Int, as type: Value.Type
  ) -> Value {
    guard let base, offset >= 0, offset <= count - MemoryLayout<Value>.size else { return 0 }
    return Value(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: type))
  }

  @inline(__always) func u8(_ offset: Int) -> UInt8 { load(offset, as: UInt8.self) }
  @inline(__always) func u16(_ offset: Int) -> UInt16 { load(offset, as: UInt16.self) }
  @inline(__always) func u32(_ offset: Int) -> UInt32 { load(offset, as: UInt32.self) }
  @inline(__always) func u64(_ offset: Int) -> UInt64 { load(offset, as: UInt64.self) }

  /// The `index`-th record of `width` bytes; empty where it is not wholly inside.
  @inline(__always)
  func record(_ index: Int, width: Int) -> ByteView {
    guard index >= 0, index < count / width else { return .empty }
    return ByteView(base: base.map { $0 + index * width }, count: width)
  }

  /// The bytes from `offset` on; nil where they are not wholly inside.
  func slice(_ offset: UInt64, _ length: UInt64) -> ByteView? {
    guard offset <= UInt64(count), length <= UInt64(count) - offset else { return nil }
    return ByteView(base: base.map { $0 + Int(offset) }, count: Int(length))
  }

  func slice(_ offset: Int, _ length: Int) -> ByteView? {
    guard offset >= 0, length >= 0 else { return nil }
    return slice(UInt64(offset), UInt64(length))
  }

  /// The text that begins at `offset` with its length as a varint; nil where it is not wholly inside.
  func text(_ offset: UInt32) -> ByteView? {
    var cursor = Int(offset)
    guard let length = Varint.read(self, at: &cursor) else { return nil }
    return slice(cursor, Int(length))
  }

  var string: String { String(decoding: raw, as: UTF8.self) }
  var bytes: [UInt8] { [UInt8](raw) }

  /// Whether these bytes come before `other` in byte order; nil where they are equal.
  func precedes(_ other: UnsafeRawBufferPointer) -> Bool? {
    let mine = raw
    for i in 0..<min(mine.count, other.count) where mine[i] != other[i] {
      return mine[i] < other[i]
    }
    return mine.count == other.count ? nil : mine.count < other.count
  }

  func precedes(_ other: ByteView) -> Bool? { precedes(other.raw) }
}
