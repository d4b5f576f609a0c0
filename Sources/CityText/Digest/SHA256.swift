/// SHA-256 (FIPS 180-4). Foundation on Linux has none and the root package takes no dependency.
public struct SHA256: Sendable {
  static let start: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
    0x5BE0_CD19,
  ]

  private var state = start
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  public init() {}

  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let before = pending.count
    pending.append(contentsOf: bytes)
    length += UInt64(pending.count - before)
    let whole = pending.count / 64 * 64
    guard whole > 0 else { return }
    pending.withUnsafeBufferPointer { source in
      var schedule = [UInt32](repeating: 0, count: 64)
      for at in stride(from: 0, to: whole, by: 64) {
        Self.compress(&state, source, at, &schedule)
      }
    }
    pending.removeFirst(whole)
  }

  /// The 32 bytes; the hasher is spent.
  public mutating func finish() -> [UInt8] {
    let bits = length * 8
    let padding = (119 - Int(length % 64)) % 64 + 1
    var tail = [UInt8](repeating: 0, count: padding)
    tail[0] = 0x80
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    update(tail)
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// The digest of `bytes` in lower-case hex.
  public static func hex(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.finish().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }

  private static func compress(
    _ state: inout [UInt32], _ source: UnsafeBufferPointer<UInt8>, _ at: Int,
    _ w: inout [UInt32]
  ) {
    @inline(__always) func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
    for i in 0..<16 {
      let j = at + 4 * i
      w[i] =
        UInt32(source[j]) << 24 | UInt32(source[j + 1]) << 16 | UInt32(source[j + 2]) << 8
        | UInt32(source[j + 3])
    }
    for i in 16..<64 {
      let s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3
      let s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10
      w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for i in 0..<64 {
      let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let t1 = h &+ s1 &+ (e & f ^ ~e & g) &+ constants[i] &+ w[i]
      let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let t2 = s0 &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e) = (g, f, e, d &+ t1)
      (d, c, b, a) = (c, b, a, t1 &+ t2)
    }
    for (i, x) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= x }
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  static let constants: [UInt32] = {
    var primes: [Int] = []
    var n = 2
    while primes.count < 64 {
      if primes.allSatisfy({ n % $0 != 0 }) { primes.append(n) }
      n += 1
    }
    // Exact by integers: the 32 fractional bits of p^(1/3) are floor(p^(1/3) · 2^32) mod 2^32.
    return primes.map { prime in
      var low: UInt64 = 0
      var high: UInt64 = 8 << 32
      while high - low > 1 {
        let middle = (low + high) / 2
        if cube(middle, isAtMost: UInt64(prime)) { low = middle } else { high = middle }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }()

  /// Whether x³ ≤ p · 2^96, in 192-bit arithmetic.
  private static func cube(_ x: UInt64, isAtMost p: UInt64) -> Bool {
    let square = x.multipliedFullWidth(by: x)
    let low = square.low.multipliedFullWidth(by: x)
    let high = square.high.multipliedFullWidth(by: x)
    let (middle, carry) = high.low.addingReportingOverflow(low.high)
    let top = high.high + (carry ? 1 : 0)
    // p · 2^96 is p << 32 in the middle word, for p < 2^32.
    let limit = p << 32
    if top != 0 || middle > limit { return false }
    return middle < limit || low.low == 0
  }
}
