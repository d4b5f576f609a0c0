/// Numbers the distinct terms in the order they are first met: open addressing over their keys.
struct TermTable {
  private struct Slot {
    var key: UInt64 = 0
    /// Number + 1; 0 where the slot is free.
    var mark: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  private var shift: UInt64 = 64 - 12
  private(set) var keys: [UInt64] = []

  init() {}

  /// The number of a key, which is new or the one it got before.
  mutating func number(of key: UInt64) -> Int {
    var i = home(of: key)
    while slots[i].mark != 0 {
      if slots[i].key == key { return Int(slots[i].mark) - 1 }
      i = (i + 1) & (slots.count - 1)
    }
    keys.append(key)
    slots[i] = Slot(key: key, mark: UInt32(keys.count))
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private func home(of key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    shift -= 1
    for slot in old where slot.mark != 0 {
      var i = home(of: slot.key)
      while slots[i].mark != 0 { i = (i + 1) & (slots.count - 1) }
      slots[i] = slot
    }
  }
}
