/// Which reports have a key, the latest first: chains in open-addressed slots.
///
/// A chain is read only so far as asked, so a key that ten thousand reports share costs no more than another. Reports
/// that fell out stay in their chains until ``rebuild(dropping:)``.
struct RecentPostings: Sendable {
  private struct Slot {
    var key: UInt32 = 0
    /// The latest node; −1 for an empty slot.
    var head: Int32 = -1
    /// How many reports had the key, those that fell out too.
    var count: UInt32 = 0
  }

  private struct Node {
    var report: Int
    var next: Int32
  }

  /// What a chain keeps when it is rebuilt.
  private static let longestChain = 64

  private var slots = [Slot](repeating: Slot(), count: 1_024)
  private var used = 0
  private var nodes: [Node] = []

  mutating func insert(_ key: UInt32, _ report: Int) {
    if used * 2 >= slots.count { grow() }
    let at = slot(of: key)
    if slots[at].head < 0 {
      slots[at].key = key
      used += 1
    }
    nodes.append(Node(report: report, next: slots[at].head))
    slots[at].head = Int32(nodes.count - 1)
    slots[at].count += 1
  }

  /// How many reports had the key so far.
  func count(_ key: UInt32) -> Int { Int(slots[slot(of: key)].count) }

  /// Calls `body` with the latest reports of a key, at most `limit`, none before `first`.
  @inline(__always)
  func each(_ key: UInt32, limit: Int, from first: Int, _ body: (Int) -> Void) {
    var node = slots[slot(of: key)].head
    var left = limit
    while node >= 0, left > 0 {
      let report = nodes[Int(node)].report
      if report < first { return }
      body(report)
      node = nodes[Int(node)].next
      left -= 1
    }
  }

  /// Drops reports before `first`, what chains have beyond their length, and keys without reports.
  /// - Complexity: O(reports in chains).
  mutating func rebuild(dropping first: Int) {
    let old = slots
    let oldNodes = nodes
    nodes = []
    used = 0
    slots = [Slot](repeating: Slot(), count: max(1_024, slots.count / 4))
    var chain: [Int] = []
    for slot in old where slot.head >= 0 {
      chain.removeAll(keepingCapacity: true)
      var node = slot.head
      while node >= 0, chain.count < Self.longestChain, oldNodes[Int(node)].report >= first {
        chain.append(oldNodes[Int(node)].report)
        node = oldNodes[Int(node)].next
      }
      guard !chain.isEmpty else { continue }
      for report in chain.reversed() { insert(slot.key, report) }
      slots[self.slot(of: slot.key)].count = slot.count
    }
  }

  /// The slot of a key, or the empty one it would take.
  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    let mask = slots.count - 1
    // Keys are hashes already, but of shingles only small ones are kept: their high bits say little.
    var at = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[at].head >= 0, slots[at].key != key { at = (at + 1) & mask }
    return at
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.head >= 0 { slots[self.slot(of: slot.key)] = slot }
  }
}
