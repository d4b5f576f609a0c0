/// Sets of keys as ascending arrays.
enum SortedKeys {
  static func distinct(_ keys: [UInt32]) -> [UInt32] {
    guard keys.count > 1 else { return keys }
    let sorted = keys.sorted()
    var out: [UInt32] = []
    out.reserveCapacity(sorted.count)
    for key in sorted where out.last != key { out.append(key) }
    return out
  }

  /// Calls `body` with each key of both.
  @inline(__always)
  static func eachShared(_ a: [UInt32], _ b: [UInt32], _ body: (UInt32) -> Void) {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        body(a[i])
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  static func meet(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    var isMet = false
    eachShared(a, b) { _ in isMet = true }
    return isMet
  }
}
