/// The terms of a run with their postings, as sorted tokens give them.
///
/// Kernel with unsafe pointers over memory of its own and the tokens.
final class RunLists {
  struct Term {
    var key: UInt64
    var postings: UInt32
    /// Where they begin.
    var start: UInt32
  }

  private var terms: [Term] = []
  private(set) var signatures = SignatureTable()
  private var memory: UnsafeMutableRawPointer
  private var room = 1 << 24
  private(set) var byteCount = 0

  init() { memory = .allocate(byteCount: room, alignment: 2) }

  deinit { memory.deallocate() }

  func removeAll() {
    terms.removeAll(keepingCapacity: true)
    signatures = SignatureTable()
    byteCount = 0
  }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: byteCount) }

  /// Appends the lists of tokens that are sorted by `termBits` and, of one term, by passages.
  /// - Parameter key: gives the key of a term from these bits.
  @inline(__always)
  func append(_ buffer: TokenBuffer, termBits: UInt64, key: (UInt64) -> UInt64) {
    let tokens = UnsafePointer(buffer.tokens)
    let end = buffer.count
    let postingBits = termBits | 0xFFFF_FFFC
    reserve(end * RunPosting.longest)
    var target = memory + byteCount
    var i = 0
    while i < end {
      let term = tokens[i] & termBits
      let start = target - memory
      var postings: UInt32 = 0
      var last = UInt32.max
      while i < end, tokens[i] & termBits == term {
        let first = i
        let posting = tokens[i] & postingBits
        // 16 bits a field.
        var counts: UInt64 = 0
        repeat {
          counts &+= 1 &<< ((tokens[i] & 3) &<< 4)
          i &+= 1
        } while i < end && tokens[i] & postingBits == posting
        let signature =
          i &- first < 1 << 16
          ? signatures.number(of: counts)
          : signatures.number(of: Self.counts(tokens + first, i - first))
        let passage = UInt32(truncatingIfNeeded: posting) &>> 2
        RunPosting.write(passage &- last &- 1, signature, to: &target)
        last = passage
        postings &+= 1
      }
      terms.append(Term(key: key(term), postings: postings, start: UInt32(start)))
    }
    byteCount = target - memory
  }

  /// The terms in the order of their keys.
  var sortedTerms: [Term] {
    // Only the last ones, words and numbers, are out of order.
    terms.sorted { $0.key < $1.key }
  }

  /// How often the term of some tokens stands in each field.
  private static func counts(_ tokens: UnsafePointer<UInt64>, _ count: Int) -> SIMD4<UInt32> {
    var counts = SIMD4<UInt32>()
    for i in 0..<count { counts[Int(tokens[i] & 3)] += 1 }
    return counts
  }

  private func reserve(_ more: Int) {
    guard byteCount + more > room else { return }
    room = max(room * 2, byteCount + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 2)
    larger.copyMemory(from: memory, byteCount: byteCount)
    memory.deallocate()
    memory = larger
  }
}
