/// Phrases found in a text at the speed of a hash look-up a position: the longest that begins there.
///
/// A phrase is filed under its first six bytes (two CJK characters), or all of them where it is shorter;
/// for each first byte a mask says which of these six prefix lengths occur at all, so most positions of a
/// text are passed by after one look at that mask.
public struct PhraseTable: Sendable {
  private static let longestPrefix = 6

  private struct Phrase {
    var start: Int32
    var length: Int32
    /// The next phrase of the same bucket; −1 at its end.
    var next: Int32
  }

  /// The phrases' bytes, one after the other.
  private var bytes: [UInt8] = []
  private var phrases: [Phrase] = []
  /// First phrase by hash of the prefix; −1 for none. A power of two long.
  private var buckets: [Int32] = []
  /// Phrases by hash of all their bytes, open addressing; −1 for none. As long as ``buckets``.
  private var wholes: [Int32] = []
  /// By first byte: bit n−1 is set where a phrase has a prefix of n bytes.
  private var prefixLengths: [UInt8] = []

  /// How many phrases there are.
  public var count: Int { phrases.count }
  public var isEmpty: Bool { phrases.isEmpty }

  public init() {}

  /// The bytes of a phrase, by its number.
  public func phrase(_ number: Int) -> ArraySlice<UInt8> {
    let phrase = phrases[number]
    return bytes[Int(phrase.start)..<Int(phrase.start + phrase.length)]
  }

  /// The number of a phrase, which is new or the one it got before. Phrases are not empty.
  /// - Complexity: O(n), however many begin alike.
  @discardableResult
  public mutating func insert(_ text: ArraySlice<UInt8>) -> Int {
    if phrases.count * 2 >= buckets.count { grow() }
    var slot = slot(of: text)
    while wholes[slot] >= 0 {
      if phrase(Int(wholes[slot])).elementsEqual(text) { return Int(wholes[slot]) }
      slot = (slot + 1) & (wholes.count - 1)
    }
    wholes[slot] = Int32(phrases.count)
    let prefix = min(text.count, Self.longestPrefix)
    let bucket = bucket(of: text, at: text.startIndex, prefix: prefix)
    phrases.append(
      Phrase(start: Int32(bytes.count), length: Int32(text.count), next: buckets[bucket]))
    bytes += text
    buckets[bucket] = Int32(phrases.count - 1)
    prefixLengths[Int(text[text.startIndex])] |= 1 << UInt8(prefix - 1)
    return phrases.count - 1
  }

  /// The longest phrase that begins at `start` and, where it begins or ends with a letter or digit of an
  /// alphabet, begins or ends at the border of a word.
  public func longest(in text: [UInt8], at start: Int) -> (number: Int, end: Int)? {
    guard !phrases.isEmpty else { return nil }
    let lengths = prefixLengths[Int(text[start])]
    guard lengths != 0 else { return nil }
    var best: (number: Int, end: Int)?
    for prefix in stride(from: Self.longestPrefix, through: 1, by: -1)
    where lengths & 1 << UInt8(prefix - 1) != 0 && start + prefix <= text.count {
      var number = Int(buckets[bucket(of: text[...], at: start, prefix: prefix)])
      while number >= 0 {
        let end = start + Int(phrases[number].length)
        if end > best?.end ?? start, stands(number, in: text, from: start, to: end) {
          best = (number, end)
        }
        number = Int(phrases[number].next)
      }
      if best != nil { return best }
    }
    return best
  }

  /// The phrases of a text from left to right, the longest at each place, not overlapping.
  /// - Complexity: O(n), as long as few phrases share their first two characters.
  public func matches(in text: [UInt8]) -> [(range: Range<Int>, number: Int)] {
    var found: [(range: Range<Int>, number: Int)] = []
    var at = 0
    while at < text.count {
      if let match = longest(in: text, at: at) {
        found.append((at..<match.end, match.number))
        at = match.end
      } else {
        at += 1
      }
    }
    return found
  }

  private func stands(_ number: Int, in text: [UInt8], from start: Int, to end: Int) -> Bool {
    guard end <= text.count else { return false }
    let first = Int(phrases[number].start)
    for i in 0..<end - start where bytes[first + i] != text[start + i] { return false }
    return WordBorder.isBorder(text, at: start) && WordBorder.isBorder(text, at: end)
  }

  private func bucket(of text: ArraySlice<UInt8>, at start: Int, prefix: Int) -> Int {
    var packed = UInt64(prefix)
    for i in start..<start + prefix { packed = packed << 8 | UInt64(text[i]) }
    return Int((packed &* 0x9E37_79B9_7F4A_7C15) >> 32) & (buckets.count - 1)
  }

  private func slot(of text: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (wholes.count - 1)
  }

  private mutating func grow() {
    if prefixLengths.isEmpty { prefixLengths = [UInt8](repeating: 0, count: 256) }
    buckets = [Int32](repeating: -1, count: max(64, buckets.count * 4))
    wholes = [Int32](repeating: -1, count: buckets.count)
    for number in phrases.indices {
      let text = phrase(number)
      var slot = slot(of: text)
      while wholes[slot] >= 0 { slot = (slot + 1) & (wholes.count - 1) }
      wholes[slot] = Int32(number)
      let prefix = min(text.count, Self.longestPrefix)
      let bucket = bucket(of: text, at: text.startIndex, prefix: prefix)
      phrases[number].next = buckets[bucket]
      buckets[bucket] = Int32(number)
    }
  }
}
