/// Numbers keys in the order they first come: an open hash table that grows.
struct FeatureNumbering {
  private(set) var keys: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 1 << 12)

  var count: Int { keys.count }

  /// The number of a key, which is new or the one it got before.
  mutating func number(of key: UInt64) -> Int {
    if keys.count * 2 >= slots.count { grow() }
    var at = Int(key >> 20) & (slots.count - 1)
    while slots[at] >= 0 {
      if keys[Int(slots[at])] == key { return Int(slots[at]) }
      at = (at + 1) & (slots.count - 1)
    }
    slots[at] = Int32(keys.count)
    keys.append(key)
    return keys.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, key) in keys.enumerated() {
      var at = Int(key >> 20) & (slots.count - 1)
      while slots[at] >= 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = Int32(number)
    }
  }
}
