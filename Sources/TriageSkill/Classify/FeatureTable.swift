/// Which row of a model a feature's key has: a hash table of a power of two of buckets, four slots each.
///
/// A slot is the row in its low bits and a part of the key, the tag, in the rest; 0 where it is empty. Four slots are
/// compared at once; only a full bucket leads on to the next. With 2¹⁷ rows a key that is not in the table is taken
/// for another once in 10⁴ looks: a rare word borrows another's weight as seldom as that.
struct FeatureTable: Sendable {
  typealias Bucket = SIMD4<UInt32>

  /// Most rows a table can number: tags keep ten bits.
  static let rowLimit = 1 << 22

  private(set) var buckets: [Bucket]
  let rowMask: UInt32

  /// A table with room for `count` keys, at most half full.
  init(count: Int) {
    var size = 4
    while size * 4 < count * 2 { size *= 2 }
    buckets = [Bucket](repeating: .zero, count: size)
    rowMask = Self.rowMask(rows: count)
  }

  /// A table as it was written; nil where that is none of `rows` rows.
  init?(buckets: [Bucket], rows: Int) {
    rowMask = Self.rowMask(rows: rows)
    guard buckets.count >= 4, buckets.count & (buckets.count - 1) == 0, rows <= Self.rowLimit
    else { return nil }
    var used = 0
    for bucket in buckets {
      for slot in 0..<4 where bucket[slot] != 0 {
        guard bucket[slot] & rowMask < UInt32(rows) else { return nil }
        // Slots of one tag would be added up to a row that is none.
        for other in 0..<slot where bucket[other] & ~rowMask == bucket[slot] & ~rowMask {
          return nil
        }
        used += 1
      }
    }
    // A full table would never end a search.
    guard used <= rows, used < buckets.count * 4 else { return nil }
    self.buckets = buckets
  }

  /// Files a key under its row, unless a key with the same tag stands where it would be looked for: the two could not
  /// be told apart, and the first one stays.
  mutating func insert(_ key: UInt64, row: Int) {
    let tag = Self.tag(of: key, rowMask)
    var at = Self.start(of: key, in: buckets.count)
    while true {
      for slot in 0..<4 {
        if buckets[at][slot] == 0 {
          buckets[at][slot] = tag | UInt32(row)
          return
        }
        if buckets[at][slot] & ~rowMask == tag { return }
      }
      at = (at + 1) & (buckets.count - 1)
    }
  }

  /// The slot of a key; 0 for none. Kernel with unsafe reads: `buckets` are a table's own.
  @inline(__always)
  static func slot(
    of key: UInt64, in buckets: UnsafeBufferPointer<Bucket>, _ rowMask: UInt32
  ) -> UInt32 {
    let tag = Bucket(repeating: tag(of: key, rowMask))
    let tags = Bucket(repeating: ~rowMask)
    var at = start(of: key, in: buckets.count)
    while true {
      let bucket = buckets[at]
      // One slot of a bucket at most has the tag, so the sum is that slot.
      let slot = bucket.replacing(with: 0, where: bucket & tags .!= tag).wrappedSum()
      // Slots fill from the first on: one comparison that nearly always comes out the same.
      let last = bucket[3]
      if slot | (last == 0 ? 1 : 0) != 0 { return slot }
      at = (at &+ 1) & (buckets.count &- 1)
    }
  }

  @inline(__always)
  private static func start(of key: UInt64, in size: Int) -> Int {
    Int(truncatingIfNeeded: key >> 40) & (size &- 1)
  }

  /// Bits of the key above those of the row, never 0.
  @inline(__always)
  private static func tag(of key: UInt64, _ rowMask: UInt32) -> UInt32 {
    (UInt32(truncatingIfNeeded: key) | rowMask &+ 1) & ~rowMask
  }

  private static func rowMask(rows: Int) -> UInt32 {
    var mask: UInt32 = 0xFF
    while Int(mask) < rows, mask < UInt32(rowLimit) - 1 { mask = mask << 1 | 1 }
    return mask
  }
}
