/// Numbers the signatures of postings – how often a term stands in each field – and counts them.
struct SignatureTable {
  private(set) var signatures: [SIMD4<UInt32>] = []
  private(set) var counts: [Int] = []
  /// Signatures whose counts are all below 16, four bits each; the usual ones.
  private var small = [UInt32](repeating: .max, count: 1 << 16)
  private var others: [SIMD4<UInt32>: UInt32] = [:]

  init() {}

  /// The number of a signature, which is counted.
  mutating func number(of signature: SIMD4<UInt32>) -> UInt32 {
    let (title, aliases) = (signature[0], signature[1])
    let (headings, body) = (signature[2], signature[3])
    guard title | aliases | headings | body < 16 else {
      if let number = others[signature] {
        counts[Int(number)] += 1
        return number
      }
      let number = append(signature)
      others[signature] = number
      return number
    }
    let i = Int(title | aliases << 4 | headings << 8 | body << 12)
    if small[i] == .max {
      small[i] = append(signature)
    } else {
      counts[Int(small[i])] += 1
    }
    return small[i]
  }

  private mutating func append(_ signature: SIMD4<UInt32>) -> UInt32 {
    signatures.append(signature)
    counts.append(1)
    return UInt32(signatures.count - 1)
  }

  /// Adds the signatures of another table with their counts.
  mutating func add(_ other: [SIMD4<UInt32>], counts added: [Int]) {
    for (signature, count) in zip(other, added) {
      counts[Int(number(of: signature))] += count - 1
    }
  }

  /// All signatures, the frequent first; ties in the order of their counts. A place is a code.
  var ranked: [SIMD4<UInt32>] {
    signatures.indices.sorted { a, b in
      counts[a] != counts[b]
        ? counts[a] > counts[b] : Self.precedes(signatures[a], signatures[b])
    }.map { signatures[$0] }
  }

  private static func precedes(_ a: SIMD4<UInt32>, _ b: SIMD4<UInt32>) -> Bool {
    for field in [3, 2, 1, 0] where a[field] != b[field] { return a[field] < b[field] }
    return false
  }
}
