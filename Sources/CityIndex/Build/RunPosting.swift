/// A posting of a run: the distance from the passage before, less one, and the number of the signature.
///
/// 16 bits, the signature in the upper four; what does not fit is 16 bits all set, u32 distance, u32 signature.
enum RunPosting {
  static let escape: UInt16 = .max
  /// Bytes of the longest.
  static let longest = 10

  /// Writes at `target`, which has room for the ``longest``; returns how many bytes.
  @inline(__always)
  static func write(_ distance: UInt32, _ signature: UInt32, to target: UnsafeMutableRawPointer)
    -> Int
  {
    if distance < 1 << 12, signature < 15 {
      let word = UInt16(truncatingIfNeeded: signature &<< 12 | distance)
      target.storeBytes(of: word.littleEndian, as: UInt16.self)
      return 2
    }
    target.storeBytes(of: escape, as: UInt16.self)
    target.storeBytes(of: distance.littleEndian, toByteOffset: 2, as: UInt32.self)
    target.storeBytes(of: signature.littleEndian, toByteOffset: 6, as: UInt32.self)
    return longest
  }

  /// Reads at `cursor` and moves it on.
  @inline(__always)
  static func read(_ view: ByteView, at cursor: inout Int) -> (distance: UInt32, signature: UInt32)
  {
    let word = view.u16(cursor)
    guard word == escape else {
      cursor &+= 2
      return (UInt32(word & 0xFFF), UInt32(word &>> 12))
    }
    defer { cursor &+= longest }
    return (view.u32(cursor &+ 2), view.u32(cursor &+ 6))
  }
}
