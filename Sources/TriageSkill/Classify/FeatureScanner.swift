import CityText

/// Reads a folded text as features: tokens and pairs of neighbouring tokens, each as a 64-bit key.
///
/// A token is a CJK character, a word of another script, a run of digits (all alike), or an anonymised place
/// (one letter with digits before 市, 区 or 县: `A市`, `B9市`; all alike). Everything else parts tokens:
/// no pair reaches over it. The first ``openingTokens`` count once more, under keys of their own, because a
/// report says first what it is about (measured: 0.3 to 0.5 points of accuracy among the surest 80 %).
enum FeatureScanner {
  /// How many tokens the opening has.
  static let openingTokens = 30

  /// The text as it is scanned; broken bytes become U+FFFD, which parts tokens.
  static func fold(_ utf8: [UInt8]) -> [UInt8] { Folding.fold(utf8) }

  /// Calls `each` with every feature's key, whether it is one of the opening, and the bytes it spans.
  ///
  /// - Parameter text: folded, valid UTF-8.
  /// - Complexity: O(n), one pass.
  @inline(__always)
  static func scan(
    _ text: UnsafeBufferPointer<UInt8>,
    _ each: (_ key: UInt64, _ isOpening: Bool, _ start: Int, _ end: Int) -> Void
  ) {
    var at = 0
    var tokens = 0
    var last: UInt64 = 0
    var lastStart = 0
    while at < text.count {
      let start = at
      let token = nextToken(text, &at)
      if token != 0 {
        let one = mixed(token)
        each(one, false, start, at)
        if tokens < openingTokens { each(one &+ openingSalt, true, start, at) }
        if last != 0 {
          let two = mixed(last &* 0x9E37_79B9_7F4A_7C15 &+ token)
          each(two, false, lastStart, at)
          if tokens < openingTokens { each(two &+ openingSalt, true, lastStart, at) }
        }
        tokens += 1
      }
      last = token
      lastStart = start
    }
  }

  private static let openingSalt: UInt64 = 0x5851_F42D_4C95_7F2D
  private static let number: UInt64 = 1
  private static let place: UInt64 = 2

  /// The code of the token at `at`, which moves past it; 0 for one scalar that parts tokens.
  @inline(__always)
  private static func nextToken(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt64 {
    let first = text[at]
    if first >= 0xE0, first < 0xF0, at + 3 <= text.count {
      let scalar =
        UInt64(first & 0x0F) << 12 | UInt64(text[at + 1] & 0x3F) << 6 | UInt64(text[at + 2] & 0x3F)
      at += 3
      return isLetter(scalar) ? scalar : 0
    }
    return first < 0x80 && !isWord(first) ? skipped(&at) : nextWord(text, &at)
  }

  @inline(__always)
  private static func skipped(_ at: inout Int) -> UInt64 {
    at += 1
    return 0
  }

  /// Of three bytes: CJK with extension A and compatibility forms, kana, hangul.
  @inline(__always)
  private static func isLetter(_ scalar: UInt64) -> Bool {
    scalar &- 0x3400 < 0x6C00 || scalar &- 0x3041 < 0xBF || scalar &- 0xAC00 < 0x2BA4
      || scalar &- 0xF900 < 0x200
  }

  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Tokens that are not one character of three bytes: numbers, words, places, characters beyond the BMP.
  private static func nextWord(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt64 {
    let first = text[at]
    if first &- 0x30 < 10 {
      while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
      return number
    }
    if first >= 0xF0 { return nextFarScalar(text, &at) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let start = at
    while at < text.count {
      let byte = text[at]
      // Lower-case ASCII, and the two-byte letters of Latin, Greek and Cyrillic.
      if byte &- 0x61 < 26 {
        at += 1
      } else if byte &- 0xC3 < 0x12, at + 1 < text.count {
        hash = (hash ^ UInt64(text[at + 1])) &* 0x100_0000_01B3
        at += 2
      } else {
        break
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    if at == start { return skipped(&at) }
    if at - start == 1, let end = placeEnd(text, at) {
      at = end
      return place
    }
    return hash | 1 << 32
  }

  private static func nextFarScalar(
    _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) -> UInt64 {
    guard at + 4 <= text.count else { return skipped(&at) }
    let scalar =
      UInt64(text[at] & 7) << 18 | UInt64(text[at + 1] & 0x3F) << 12
      | UInt64(text[at + 2] & 0x3F) << 6 | UInt64(text[at + 3] & 0x3F)
    at += 4
    return scalar &- 0x20000 < 0x20000 ? scalar : 0
  }

  /// Where the digits after a lone letter end, if 市, 区 or 县 follows.
  private static func placeEnd(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    var end = at
    while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
    guard end + 3 <= text.count else { return nil }
    switch (text[end], text[end + 1], text[end + 2]) {
    case (0xE5, 0xB8, 0x82), (0xE5, 0x8C, 0xBA), (0xE5, 0x8E, 0xBF): return end
    default: return nil
    }
  }

  /// Spreads a code over all bits: the upper ones choose a place, the lower ones tell keys apart.
  @inline(__always)
  private static func mixed(_ code: UInt64) -> UInt64 {
    let x = code &* 0xFF51_AFD7_ED55_8CCD
    return x ^ x >> 32
  }
}
