/// A posting of a run: the distance from the passage before, less one, and the number of the signature.
///
/// Kernel with unsafe pointers: runs are this process's own memory, or a file without a name.
///
/// 16 bits, the signature in the upper four; what does not fit is 16 bits all set, u32 distance, u32 signature.
enum RunPosting {
  static let escape: UInt16 = .max
  /// Bytes of the longest.
  static let longest = 10

  /// Writes at `target`, which has room for the ``longest``, and moves it on.
  @inline(__always)
  static func write(
    _ distance: UInt32, _ signature: UInt32, to target: inout UnsafeMutableRawPointer
  ) {
    guard distance < 1 << 12, signature < 15 else {
      target.storeBytes(of: escape, as: UInt16.self)
      target.storeBytes(of: distance.littleEndian, toByteOffset: 2, as: UInt32.self)
      target.storeBytes(of: signature.littleEndian, toByteOffset: 6, as: UInt32.self)
      target += longest
      return
    }
    let word = UInt16(truncatingIfNeeded: signature &<< 12 | distance)
    target.storeBytes(of: word.littleEndian, as: UInt16.self)
    target += 2
  }

  /// Reads at `source` and moves it on.
  @inline(__always)
  static func read(_ source: inout UnsafeRawPointer) -> (distance: UInt32, signature: UInt32) {
    let word = UInt16(littleEndian: source.loadUnaligned(as: UInt16.self))
    guard word == escape else {
      source += 2
      return (UInt32(word & 0xFFF), UInt32(word &>> 12))
    }
    defer { source += longest }
    return (
      UInt32(littleEndian: source.loadUnaligned(fromByteOffset: 2, as: UInt32.self)),
      UInt32(littleEndian: source.loadUnaligned(fromByteOffset: 6, as: UInt32.self))
    )
  }
}
