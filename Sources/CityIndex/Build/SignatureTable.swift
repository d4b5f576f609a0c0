/// Numbers the signatures of postings – how often a term stands in each field – and counts them.
///
/// Kernel with unsafe pointers over memory of its own: every posting is counted here.
final class SignatureTable {
  private(set) var signatures: [SIMD4<UInt32>] = []
  /// Signatures whose counts are all below 16, four bits each; the usual ones.
  private let small: UnsafeMutablePointer<UInt32>
  private var others: [SIMD4<UInt32>: UInt32] = [:]
  private var tallies: UnsafeMutablePointer<Int>
  private var room = 1 << 8

  init() {
    small = .allocate(capacity: 1 << 16)
    small.initialize(repeating: .max, count: 1 << 16)
    tallies = .allocate(capacity: room)
  }

  deinit {
    small.deallocate()
    tallies.deallocate()
  }

  /// By number of a signature, how often it was met.
  var counts: [Int] { Array(UnsafeBufferPointer(start: tallies, count: signatures.count)) }

  /// The number of a signature, 16 bits a field, title lowest; it is counted.
  @inline(__always)
  func number(of packed: UInt64) -> UInt32 {
    if packed & 0xFFF0_FFF0_FFF0_FFF0 == 0 {
      let number = small[Self.place(packed)]
      if number != .max {
        tallies[Int(number)] &+= 1
        return number
      }
    }
    return number(
      of: SIMD4(
        truncatingIfNeeded: SIMD4(packed, packed >> 16, packed >> 32, packed >> 48) & 0xFFFF))
  }

  /// The number of a signature, which is counted.
  func number(of signature: SIMD4<UInt32>) -> UInt32 {
    let number = find(signature) ?? append(signature)
    tallies[Int(number)] += 1
    return number
  }

  private func find(_ signature: SIMD4<UInt32>) -> UInt32? {
    guard let place = Self.place(signature) else { return others[signature] }
    return small[place] == .max ? nil : small[place]
  }

  private func append(_ signature: SIMD4<UInt32>) -> UInt32 {
    let number = UInt32(signatures.count)
    if signatures.count == room { grow() }
    (tallies + signatures.count).initialize(to: 0)
    signatures.append(signature)
    if let place = Self.place(signature) {
      small[place] = number
    } else {
      others[signature] = number
    }
    return number
  }

  /// The place of a small signature; the four counts are below 16.
  @inline(__always)
  private static func place(_ packed: UInt64) -> Int {
    Int((packed | packed &>> 12 | packed &>> 24 | packed &>> 36) & 0xFFFF)
  }

  private static func place(_ signature: SIMD4<UInt32>) -> Int? {
    guard signature.max() < 16 else { return nil }
    return Int(signature[0] | signature[1] << 4 | signature[2] << 8 | signature[3] << 12)
  }

  private func grow() {
    let old = tallies
    tallies = .allocate(capacity: room * 2)
    tallies.moveInitialize(from: old, count: signatures.count)
    old.deallocate()
    room *= 2
  }

  /// Adds the signatures of another table with their counts.
  func add(_ other: [SIMD4<UInt32>], counts: [Int]) {
    for (signature, count) in zip(other, counts) {
      // First the number: a new one may move the tallies.
      let number = number(of: signature)
      tallies[Int(number)] += count - 1
    }
  }

  /// All signatures, the frequent first; ties in the order of their counts. A place is a code.
  var ranked: [SIMD4<UInt32>] {
    signatures.indices.sorted { a, b in
      tallies[a] != tallies[b]
        ? tallies[a] > tallies[b] : Self.precedes(signatures[a], signatures[b])
    }.map { signatures[$0] }
  }

  private static func precedes(_ a: SIMD4<UInt32>, _ b: SIMD4<UInt32>) -> Bool {
    for field in [3, 2, 1, 0] where a[field] != b[field] { return a[field] < b[field] }
    return false
  }
}
