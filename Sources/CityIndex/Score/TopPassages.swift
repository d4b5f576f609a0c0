/// The best passages seen: those of greatest score, ties by the lesser number.
///
/// Offers are collected until there are twice as many as wanted; then the better half stays. That costs less
/// than a heap: a few nanoseconds an offer, whatever the limit.
struct TopPassages {
  private let limit: Int
  private let room: Int
  /// Score and number in one word, so that the greater word is the better passage.
  private var words: [UInt64] = []
  /// A word must be above it to get in.
  private var floor: UInt64

  /// - Parameter threshold: passages below it are not wanted.
  init(limit: Int, threshold: Float = .leastNonzeroMagnitude) {
    self.limit = limit
    self.threshold = threshold
    floor = UInt64(threshold.bitPattern) << 32 - 1
    room = limit < 1 << 30 ? 2 * limit + 32 : .max
  }

  /// No score below it gets in.
  private(set) var threshold: Float

  private static func word(_ passage: Int, _ score: Float) -> UInt64 {
    UInt64(score.bitPattern) << 32 | UInt64(~UInt32(truncatingIfNeeded: passage))
  }

  private static func passage(_ word: UInt64) -> ScoredPassage {
    ScoredPassage(
      passage: Int(~UInt32(truncatingIfNeeded: word)),
      score: Float(bitPattern: UInt32(truncatingIfNeeded: word >> 32)))
  }

  /// Takes in a passage with a score above zero.
  @inline(__always)
  mutating func offer(_ passage: Int, _ score: Float) {
    let word = Self.word(passage, score)
    guard word > floor else { return }
    words.append(word)
    if words.count >= room { cut() }
  }

  /// How many passages there are, at most the limit.
  var count: Int { min(limit, words.count) }
  var isFull: Bool { words.count >= limit }

  /// Keeps the best `limit` and raises the threshold to the worst of them.
  mutating func cut() {
    guard words.count >= limit, limit > 0 else { return }
    let limit = limit
    words.withUnsafeMutableBufferPointer { Selection.moveGreatest(limit, toFrontOf: $0) }
    words.removeLast(words.count - limit)
    floor = words[limit - 1]
    threshold = Self.passage(floor).score
  }

  /// Best first.
  mutating func sorted() -> [ScoredPassage] {
    cut()
    words.sort(by: >)
    return words.map(Self.passage)
  }

  /// In the order of their numbers.
  mutating func byPassage() -> [ScoredPassage] {
    cut()
    words.sort { UInt32(truncatingIfNeeded: $0) > UInt32(truncatingIfNeeded: $1) }
    return words.map(Self.passage)
  }
}
