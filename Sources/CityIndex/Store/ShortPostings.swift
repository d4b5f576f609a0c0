/// Fewer than 128 postings: the width of the codes, the codes, varint distances.
struct ShortPostings {
  let view: ByteView
  let count: Int

  init(_ view: ByteView, count: Int) {
    self.view = view
    self.count = count
  }

  static func codeBytes(count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  /// Appends postings given as distances less one and codes.
  static func append(
    distances: UnsafeBufferPointer<UInt32>, codes: UnsafeBufferPointer<UInt32>,
    to bytes: inout [UInt8]
  ) {
    let width = 32 - (codes.max() ?? 0).leadingZeroBitCount
    bytes.append(UInt8(width))
    var (pending, bits): (UInt64, Int) = (0, 0)
    for code in codes {
      pending |= UInt64(code) << UInt64(bits)
      bits += width
      while bits >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        bits -= 8
      }
    }
    if bits > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
    for distance in distances { Varint.append(distance, to: &bytes) }
  }

  /// Decodes all; false where the bytes are not `count` ascending postings below `limit`.
  /// - Parameter before: the passage before the first; `UInt32.max` where there is none.
  /// - Parameter used: gets the number of bytes read.
  func decode(
    after before: UInt32, below limit: Int, into batch: PostingBatch, used: inout Int
  ) -> Bool {
    let width = Int(view.u8(0))
    var cursor = 1 + Self.codeBytes(count: count, width: width)
    guard width <= 32, count <= PostingShape.block, cursor <= view.count else { return false }
    for i in 0..<count { batch.codes[i] = code(i, width: width) }
    var passage = Int(Int32(bitPattern: before))
    for i in 0..<count {
      var distance = UInt32(view.u8(cursor))
      if distance < 0x80, cursor < view.count {
        cursor &+= 1
      } else {
        guard let long = Varint.read(view, at: &cursor) else { return false }
        distance = long
      }
      passage &+= Int(distance) &+ 1
      guard passage < limit else { return false }
      batch.passages[i] = UInt32(truncatingIfNeeded: passage)
    }
    used = cursor
    return true
  }

  func decode(after before: UInt32, below limit: Int, into batch: PostingBatch) -> Bool {
    var used = 0
    return decode(after: before, below: limit, into: batch, used: &used)
  }

  @inline(__always)
  private func code(_ i: Int, width: Int) -> UInt32 {
    let bit = i &* width
    var value: UInt64 = 0
    // The usual case reads eight bytes at once; near the end byte by byte.
    let start = 1 &+ bit &>> 3
    if start &+ 8 <= view.count {
      value = view.u64(start)
    } else {
      for k in 0..<min(5, view.count - start) {
        value |= UInt64(view.u8(start + k)) << UInt64(8 * k)
      }
    }
    return UInt32(
      truncatingIfNeeded: (value &>> UInt64(bit & 7)) & ((1 &<< UInt64(width)) &- 1))
  }
}
