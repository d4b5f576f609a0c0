/// Numbers terms by their keys, in the order in which they are met.
struct TermNumbers {
  private struct Slot {
    var key: UInt64 = 0
    /// The term's number + 1; 0 where the slot is free.
    var number: UInt32 = 0
  }

  /// The keys of all terms, by their numbers.
  private(set) var keys: [UInt64] = []
  /// Open addressing.
  private var slots: [Slot]
  private var shift: UInt64

  init() {
    slots = [Slot](repeating: Slot(), count: 1 << 12)
    shift = 64 - 12
  }

  mutating func number(of key: UInt64) -> UInt32 {
    var i = home(of: key)
    while slots[i].number != 0 {
      if slots[i].key == key { return slots[i].number - 1 }
      i = (i &+ 1) & (slots.count &- 1)
    }
    keys.append(key)
    slots[i] = Slot(key: key, number: UInt32(keys.count))
    if keys.count * 2 > slots.count { grow() }
    return UInt32(keys.count - 1)
  }

  /// Forgets all terms and keeps the memory.
  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    for i in slots.indices { slots[i] = Slot() }
  }

  private func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  private mutating func grow() {
    shift -= 1
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var i = home(of: key)
      while slots[i].number != 0 { i = (i + 1) & (slots.count - 1) }
      slots[i] = Slot(key: key, number: UInt32(number + 1))
    }
  }
}
