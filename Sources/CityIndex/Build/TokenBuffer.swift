/// A list of tokens: what stands where, 64 bits each.
///
/// Kernel with unsafe pointers over memory of its own: every character of every text goes through three of them,
/// and arrays check too much for that.
final class TokenBuffer {
  private(set) var tokens: UnsafeMutablePointer<UInt64>
  private(set) var count = 0
  private var room: Int

  init(room: Int) {
    self.room = max(1, room)
    tokens = .allocate(capacity: self.room)
  }

  deinit { tokens.deallocate() }

  @inline(__always)
  func append(_ token: UInt64) {
    if count == room { grow(to: room &* 2) }
    (tokens + count).initialize(to: token)
    count &+= 1
  }

  /// Sets bits of the token appended last.
  @inline(__always)
  func mark(_ bits: UInt64) {
    if count > 0 { tokens[count &- 1] |= bits }
  }

  func removeAll() { count = 0 }

  /// Sorts the tokens of `source` whose 16 bits from `shift` on are `least` or more by these bits into this
  /// buffer; equal ones keep their order.
  /// - Complexity: O(tokens), two looks at each (counting sort).
  func sort(_ source: TokenBuffer, by shift: UInt64, least: Int = 0) {
    if source.count > room { grow(to: source.count) }
    let from = source.tokens
    let (to, tokenCount) = (tokens, source.count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << 16) { places in
      places.initialize(repeating: 0)
      for i in 0..<tokenCount { places[Int(from[i] &>> shift & 0xFFFF)] &+= 1 }
      var next: UInt32 = 0
      for digit in 0..<places.count {
        let here = digit < least ? 0 : places[digit]
        places[digit] = next
        next += here
      }
      count = Int(next)
      for i in 0..<tokenCount {
        let digit = Int(from[i] &>> shift & 0xFFFF)
        guard digit >= least else { continue }
        (to + Int(places[digit])).initialize(to: from[i])
        places[digit] &+= 1
      }
    }
  }

  private func grow(to room: Int) {
    let old = tokens
    tokens = .allocate(capacity: room)
    tokens.moveInitialize(from: old, count: count)
    old.deallocate()
    self.room = room
  }
}
