/// Holds rewritten sentences against their source, word by word and in its order.
///
/// A sentence passes where its words are those of a stretch of the source: words that join may come and go, a few words
/// of content may be left out, facts and words that turn or limit may not, and nothing is added but words of the title
/// and heading. So no item can be swapped, no number moved to another row, no “not” dropped, without looking at meaning.
struct RewriteAlignment {
  /// Least share of a segment's content that must be kept.
  static let leastKept = 0.75
  /// Longest sentence and source taken, in tokens: the work is their product at most.
  static let longestSentence = 600
  static let longestSource = 6000

  let source: [RewriteToken]
  /// Pairs of neighbouring tokens in the title and heading, which may be added.
  private let context: Set<Pair>
  private let sourcePairs: Set<Pair>
  /// The first token that no sentence has covered yet.
  private(set) var position = 0
  private var isKept: [Bool]

  struct Pair: Hashable {
    var first: String
    var second: String
  }

  init(source: [RewriteToken], context: [[RewriteToken]]) {
    self.source = source
    self.context = Set(context.flatMap(Self.pairs))
    sourcePairs = Set(Self.pairs(source))
    isKept = Array(repeating: false, count: source.count)
  }

  /// Whether nothing is left that a rewrite would have to say.
  var isComplete: Bool {
    guard !source.isEmpty, source[position...].allSatisfy({ !$0.isHeld }) else { return false }
    var (kept, count) = (0, 0)
    for (at, token) in source.enumerated() {
      if token.kind != .joining {
        count += 1
        if isKept[at] { kept += 1 }
      }
      if at + 1 == source.count || source[at + 1].segment != token.segment {
        if Double(kept) < Double(count) * Self.leastKept { return false }
        (kept, count) = (0, 0)
      }
    }
    return true
  }

  /// Takes a sentence that goes on where the last one ended; false, and nothing changed, where it does not hold.
  /// - Complexity: O(tokens of the sentence × twice their number), within the longest source.
  mutating func take(_ sentence: [RewriteToken]) -> Bool {
    let content = sentence.count { $0.kind != .joining }
    guard content > 0, sentence.count <= Self.longestSentence, source.count <= Self.longestSource,
      // Sentences that only join say nothing, at length.
      sentence.count - content <= content + 4
    else { return false }
    let window = position..<min(source.count, position + 2 * sentence.count + 16)
    var search = AlignmentSearch(
      sentence, source[window], insertable: insertable(in: sentence))
    guard let matched = search.run(), !matched.isEmpty else { return false }
    for at in matched { isKept[at] = true }
    position = matched.last! + 1
    return true
  }

  /// Which tokens may stand in a sentence without standing in the source: words that join, and words of the title or
  /// heading that the source does not use itself, for there they may belong to another case.
  private func insertable(in sentence: [RewriteToken]) -> [Bool] {
    var insertable = sentence.map { $0.kind == .joining }
    for at in sentence.indices.dropLast() {
      let pair = Pair(first: sentence[at].key, second: sentence[at + 1].key)
      guard context.contains(pair), !sourcePairs.contains(pair) else { continue }
      for place in [at, at + 1] where !sentence[place].isHeld { insertable[place] = true }
    }
    return insertable
  }

  private static func pairs(_ tokens: [RewriteToken]) -> [Pair] {
    zip(tokens, tokens.dropFirst()).filter { $0.segment == $1.segment }
      .map { Pair(first: $0.key, second: $1.key) }
  }
}
