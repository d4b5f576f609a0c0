/// SHA-256 of four texts at once, each in its lane of 32 bits.
///
/// One text alone waits for the sums of each round; four do their rounds together in 40 % of the time.
///
/// Kernel with unsafe pointers over memory of its own and the four texts; a block is read from a text only
/// where it lies wholly inside.
final class SHA256Lanes {
  typealias Lanes = SIMD4<UInt32>
  typealias Text = UnsafeBufferPointer<UInt8>

  /// The words of the block that is worked on, by word and lane; the last 16 of the schedule.
  private let schedule: UnsafeMutablePointer<Lanes>
  private let keys: UnsafeMutablePointer<UInt32>
  /// By word and lane the digests of the four texts.
  private(set) var digests = [Lanes](repeating: Lanes(), count: 8)

  init() {
    schedule = .allocate(capacity: 16)
    schedule.initialize(repeating: Lanes(), count: 16)
    keys = .allocate(capacity: 64)
    for i in 0..<64 { (keys + i).initialize(to: SHA256.constants[i]) }
  }

  deinit {
    schedule.deallocate()
    keys.deallocate()
  }

  /// Works until the longest text is done: texts of about the same length waste no work.
  func digest(_ a: Text, _ b: Text, _ c: Text, _ d: Text) {
    let ends = SIMD4(
      SHA256.blocks(of: a.count), SHA256.blocks(of: b.count), SHA256.blocks(of: c.count),
      SHA256.blocks(of: d.count))
    var state = State()
    for block in 0..<ends.max() {
      load(block, of: a, lane: 0)
      load(block, of: b, lane: 1)
      load(block, of: c, lane: 2)
      load(block, of: d, lane: 3)
      let old = state
      for i in stride(from: 0, to: 48, by: 8) { rounds(&state, from: i, isLast: false) }
      for i in stride(from: 48, to: 64, by: 8) { rounds(&state, from: i, isLast: true) }
      state.add(old)
      for lane in 0..<4 where ends[lane] == block + 1 {
        for (word, value) in state.words.enumerated() { digests[word][lane] = value[lane] }
      }
    }
  }

  @inline(__always)
  private func load(_ block: Int, of text: Text, lane: Int) {
    let start = block &* 64
    guard start &+ 64 <= text.count, let base = text.baseAddress else {
      return loadEnd(start, of: text, lane: lane)
    }
    let source = UnsafeRawPointer(base + start)
    let words = UnsafeMutableRawPointer(schedule) + lane &* 4
    for i in 0..<16 {
      let word = source.loadUnaligned(fromByteOffset: i &* 4, as: UInt32.self)
      words.storeBytes(of: word.byteSwapped, toByteOffset: i &* 16, as: UInt32.self)
    }
  }

  /// A block that holds the end of the text, the bit behind it, zeros or the length.
  private func loadEnd(_ start: Int, of text: Text, lane: Int) {
    for i in 0..<16 {
      var word: UInt32 = 0
      for place in start + i * 4..<start + i * 4 + 4 {
        word =
          word << 8 | (place < text.count ? UInt32(text[place]) : place == text.count ? 0x80 : 0)
      }
      schedule[i][lane] = word
    }
    guard start + 64 >= text.count + 9 else { return }
    let bits = UInt64(text.count) * 8
    schedule[14][lane] = UInt32(truncatingIfNeeded: bits >> 32)
    schedule[15][lane] = UInt32(truncatingIfNeeded: bits)
  }

  /// Eight rounds from number `i` on (FIPS 180-4, 6.2.2), after which the words have their places again.
  @inline(__always)
  private func rounds(_ s: inout State, from i: Int, isLast: Bool) {
    round(s.a, s.b, s.c, &s.d, s.e, s.f, s.g, &s.h, i, isLast)
    round(s.h, s.a, s.b, &s.c, s.d, s.e, s.f, &s.g, i &+ 1, isLast)
    round(s.g, s.h, s.a, &s.b, s.c, s.d, s.e, &s.f, i &+ 2, isLast)
    round(s.f, s.g, s.h, &s.a, s.b, s.c, s.d, &s.e, i &+ 3, isLast)
    round(s.e, s.f, s.g, &s.h, s.a, s.b, s.c, &s.d, i &+ 4, isLast)
    round(s.d, s.e, s.f, &s.g, s.h, s.a, s.b, &s.c, i &+ 5, isLast)
    round(s.c, s.d, s.e, &s.f, s.g, s.h, s.a, &s.b, i &+ 6, isLast)
    round(s.b, s.c, s.d, &s.e, s.f, s.g, s.h, &s.a, i &+ 7, isLast)
  }

  /// One round; unless it is of the last 16, the word it used becomes the one 16 rounds later.
  @inline(__always)
  private func round(
    _ a: Lanes, _ b: Lanes, _ c: Lanes, _ d: inout Lanes, _ e: Lanes, _ f: Lanes, _ g: Lanes,
    _ h: inout Lanes, _ i: Int, _ isLast: Bool
  ) {
    let word = schedule[i & 15]
    let sum =
      h &+ rotations(e, 6, 11, 25) &+ (g ^ e & (f ^ g)) &+ Lanes(repeating: keys[i]) &+ word
    d &+= sum
    h = sum &+ rotations(a, 2, 13, 22) &+ (a & b | c & (a | b))
    if isLast { return }
    let next = schedule[(i &+ 1) & 15]
    let late = schedule[(i &+ 14) & 15]
    schedule[i & 15] =
      word &+ schedule[(i &+ 9) & 15] &+ (rotations(next, 7, 18) ^ right(next, 3))
      &+ (rotations(late, 17, 19) ^ right(late, 10))
  }

  // Vectors of this width have no rotation; where the compiler recognises one it takes the lanes apart. So the
  // two shifts of a rotation stand in different pairs.

  @inline(__always)
  private func rotations(_ x: Lanes, _ i: UInt32, _ j: UInt32) -> Lanes {
    (right(x, i) ^ left(x, 32 &- j)) ^ (right(x, j) ^ left(x, 32 &- i))
  }

  @inline(__always)
  private func rotations(_ x: Lanes, _ i: UInt32, _ j: UInt32, _ k: UInt32) -> Lanes {
    (right(x, i) ^ left(x, 32 &- j)) ^ (right(x, j) ^ left(x, 32 &- k))
      ^ (right(x, k) ^ left(x, 32 &- i))
  }

  @inline(__always)
  private func right(_ x: Lanes, _ n: UInt32) -> Lanes { x &>> Lanes(repeating: n) }

  @inline(__always)
  private func left(_ x: Lanes, _ n: UInt32) -> Lanes { x &<< Lanes(repeating: n) }

  /// The eight words of the four texts.
  private struct State {
    var a, b, c, d, e, f, g, h: Lanes

    init() {
      let start = SHA256.start.map { Lanes(repeating: $0) }
      (a, b, c, d) = (start[0], start[1], start[2], start[3])
      (e, f, g, h) = (start[4], start[5], start[6], start[7])
    }

    var words: [Lanes] { [a, b, c, d, e, f, g, h] }

    mutating func add(_ old: State) {
      a &+= old.a
      b &+= old.b
      c &+= old.c
      d &+= old.d
      e &+= old.e
      f &+= old.f
      g &+= old.g
      h &+= old.h
    }
  }
}
