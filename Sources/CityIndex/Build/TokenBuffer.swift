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

  func append(_ token: UInt64) {
    if count == room { grow(to: room * 2) }
    (tokens + count).initialize(to: token)
    count += 1
  }

  /// Room behind the last token, in which some are written.
  struct Tail {
    fileprivate let start: UnsafeMutablePointer<UInt64>
    fileprivate var next: UnsafeMutablePointer<UInt64>
    fileprivate let end: UnsafeMutablePointer<UInt64>

    @inline(__always)
    mutating func append(_ token: UInt64) {
      precondition(next < end)
      next.initialize(to: token)
      next += 1
    }

    /// Sets bits of the token appended last.
    @inline(__always)
    func mark(_ bits: UInt64) {
      if next > start { next[-1] |= bits }
    }
  }

  /// Has `body` append at most so many tokens.
  @inline(__always)
  func append(upTo most: Int, _ body: (inout Tail) -> Void) {
    while count + most > room { grow(to: room * 2) }
    var tail = Tail(start: tokens + count, next: tokens + count, end: tokens + count + most)
    body(&tail)
    count += tail.next - tail.start
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
