/// The number of a question's term by its key, made for texts of which nearly all terms are others.
///
/// 4,096 bits say which keys can be there at all: one look at them, in the nearest cache, settles most terms.
struct TermLookup {
  private var filter = [UInt64](repeating: 0, count: 64)
  private var keys: [UInt64]
  private var numbers: [Int32]
  private let mask: Int
  private(set) var count = 0

  /// - Parameter capacity: how many terms there can be.
  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity + 1 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// The number of a key, which is new or the one it got before.
  mutating func insert(_ key: UInt64) -> Int {
    let hash = Self.hash(key)
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while numbers[slot] >= 0 {
      if keys[slot] == key { return Int(numbers[slot]) }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    numbers[slot] = Int32(count)
    filter[Int(hash >> 58)] |= 1 << (hash >> 52 & 63)
    count += 1
    return count - 1
  }

  /// The number of a key; −1 where it has none.
  @inline(__always)
  func number(of key: UInt64) -> Int {
    let hash = Self.hash(key)
    if filter[Int(hash >> 58)] >> (hash >> 52 & 63) & 1 == 0 { return -1 }
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while numbers[slot] >= 0 {
      if keys[slot] == key { return Int(numbers[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }
}
