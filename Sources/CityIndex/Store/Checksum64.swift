/// The 64-bit checksum of an index file: finds damage, proves no origin.
///
/// Definition: the bytes are padded with zeros to whole blocks of 32 and read as little-endian 64-bit
/// words; four lanes start at the seeds 1…4 times `prime`; word *i* goes to lane *i* mod 4 by
/// `lane = rotateLeft(lane xor word, 29) * prime`. The end joins, from lane 0 on, with
/// `sum = (sum xor lane) * prime; sum ^= sum >> 32`, starting at the number of bytes. Every step is a
/// bijection of the word, so any change within one word changes the sum; other damage stays unseen
/// with probability 2⁻⁶⁴. Four independent lanes keep the multiplier busy: several GB/s.
package struct Checksum64 {
  static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let block = 32

  private var lanes = SIMD4<UInt64>(prime, 2 &* prime, 3 &* prime, 4 &* prime)
  private var count = 0
  private var pending: [UInt8] = []

  package init() {}

  package static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = Checksum64()
    sum.count = bytes.count
    let blocks = bytes.count / block
    sum.mix(bytes, blocks: blocks)
    let tail = UnsafeRawBufferPointer(rebasing: bytes[(blocks * block)...])
    if !tail.isEmpty {
      var padded = SIMD4<UInt64>(repeating: 0)
      withUnsafeMutableBytes(of: &padded) { $0.copyMemory(from: tail) }
      withUnsafeBytes(of: padded) { sum.mix($0, blocks: 1) }
    }
    return sum.finish()
  }

  /// Adds bytes; how they are cut into calls makes no difference.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    var start = 0
    if !pending.isEmpty {
      start = min(Self.block - pending.count, bytes.count)
      pending.append(contentsOf: bytes[..<start])
      guard pending.count == Self.block else { return }
      pending.withUnsafeBytes { mix($0, blocks: 1) }
      pending.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - start) / Self.block
    mix(UnsafeRawBufferPointer(rebasing: bytes[start...]), blocks: blocks)
    pending.append(contentsOf: bytes[(start + blocks * Self.block)...])
  }

  /// The sum of all bytes; the state is spent.
  package mutating func finish() -> UInt64 {
    let total = count
    if !pending.isEmpty {
      pending.append(contentsOf: repeatElement(0, count: Self.block - pending.count))
      pending.withUnsafeBytes { mix($0, blocks: 1) }
    }
    var sum = UInt64(total)
    for i in 0..<4 {
      sum = (sum ^ lanes[i]) &* Self.prime
      sum ^= sum >> 32
    }
    return sum
  }

  /// Kernel with unsafe reads: `blocks` whole blocks from the start of `bytes`.
  private mutating func mix(_ bytes: UnsafeRawBufferPointer, blocks: Int) {
    precondition(blocks * Self.block <= bytes.count)
    guard blocks > 0, let base = bytes.baseAddress else { return }
    var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3])
    for i in 0..<blocks {
      let block = base + i * Self.block
      a = Self.step(a, block.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
      b = Self.step(b, block.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      c = Self.step(c, block.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
      d = Self.step(d, block.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
    }
    lanes = SIMD4(a, b, c, d)
  }

  @inline(__always)
  private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = lane ^ UInt64(littleEndian: word)
    return (mixed << 29 | mixed >> 35) &* prime
  }
}
