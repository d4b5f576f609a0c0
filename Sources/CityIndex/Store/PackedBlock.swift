/// 128 numbers of up to 32 bits, all at one width.
///
/// Four lanes of 32-bit words stand side by side: number *i* lies in lane *i* mod 4, at bit (*i* / 4) · width
/// of that lane, lowest bits first; word *w* of lane *l* is the little-endian 32-bit word 4 · *w* + *l*.
/// One SIMD shift and mask unpacks four numbers (Lemire & Boytsov 2015, "Decoding billions of integers
/// per second through vectorization").
enum PackedBlock {
  static let count = 128

  /// Bytes of a block.
  static func size(width: Int) -> Int { width * 16 }

  /// Appends 128 numbers, of which only the lowest `width` bits are kept.
  static func append(_ values: UnsafePointer<UInt32>, width: Int, to bytes: inout [UInt8]) {
    typealias Lanes = SIMD4<UInt32>
    guard width > 0 else { return }
    let mask = Lanes(repeating: width == 32 ? .max : (1 &<< UInt32(width)) &- 1)
    let rows = UnsafeRawPointer(values)
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: width) { words in
      var pending = Lanes()
      var (bits, word) = (0, 0)
      for row in 0..<32 {
        let value = rows.loadUnaligned(fromByteOffset: row &* 16, as: Lanes.self) & mask
        pending |= value &<< Lanes(repeating: UInt32(truncatingIfNeeded: bits))
        bits &+= width
        guard bits >= 32 else { continue }
        (words.baseAddress! + word).initialize(to: pending)
        word &+= 1
        bits &-= 32
        // What of the value did not fit; none of it where the word is full to the bit.
        pending =
          bits == 0
          ? Lanes() : value &>> Lanes(repeating: UInt32(truncatingIfNeeded: width &- bits))
      }
      bytes.append(contentsOf: UnsafeRawBufferPointer(words))
    }
  }

  /// Unpacks 128 numbers from the `size(width:)` bytes at `source`.
  ///
  /// Kernel with unsafe pointers; the caller has checked that the bytes are there and `width` is 0…32.
  @inline(__always)
  static func unpack(
    _ source: UnsafeRawPointer, width: Int, into target: UnsafeMutablePointer<UInt32>
  ) {
    typealias Lanes = SIMD4<UInt32>
    let rows = UnsafeMutableRawPointer(target)
    guard width > 0 else {
      for row in 0..<32 {
        rows.storeBytes(of: Lanes(repeating: 0), toByteOffset: row &* 16, as: Lanes.self)
      }
      return
    }
    let mask = Lanes(repeating: width == 32 ? .max : (1 &<< UInt32(width)) &- 1)
    for row in 0..<32 {
      let bit = row &* width
      let word = bit &>> 5
      let shift = UInt32(truncatingIfNeeded: bit & 31)
      let low = source.loadUnaligned(fromByteOffset: word &* 16, as: Lanes.self)
      // Always both words, without a branch: where one is enough the mask takes the other away.
      let high = source.loadUnaligned(
        fromByteOffset: min(word &+ 1, width &- 1) &* 16, as: Lanes.self)
      let value =
        (low &>> Lanes(repeating: shift)) | (high &<< 1) &<< Lanes(repeating: 31 &- shift)
      rows.storeBytes(of: value & mask, toByteOffset: row &* 16, as: Lanes.self)
    }
  }

  /// Number `i` alone.
  @inline(__always)
  static func value(_ i: Int, at source: UnsafeRawPointer, width: Int) -> UInt32 {
    guard width > 0 else { return 0 }
    let bit = (i &>> 2) &* width
    let word = (bit &>> 5) &* 16 &+ (i & 3) &* 4
    let shift = UInt64(bit & 31)
    var both = UInt64(source.loadUnaligned(fromByteOffset: word, as: UInt32.self))
    if Int(shift) &+ width > 32 {
      both |= UInt64(source.loadUnaligned(fromByteOffset: word &+ 16, as: UInt32.self)) &<< 32
    }
    return UInt32(truncatingIfNeeded: (both &>> shift) & ((1 &<< UInt64(width)) &- 1))
  }
}
