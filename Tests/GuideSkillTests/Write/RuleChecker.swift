import CityAgentKit
import CityText

/// The rules for sentences that a model wrote, applied once more and in another way than the runtime's.
///
/// It knows nothing of alignments: facts by sets, content by bigrams, words that turn or oblige by counting.
struct RuleChecker {
  /// What is wrong with a sentence that cites `clauses`; nil where nothing is.
  static func fault(_ sentence: String, clauses: [String]) -> String? {
    let folded = Folding.fold(sentence)
    let sources = clauses.map { Folding.fold($0) }
    let known = Set(sources.flatMap { LiteralScanner.scan(Array($0.utf8)) }.map(fact))
    for literal in LiteralScanner.scan(Array(folded.utf8)) where !known.contains(fact(literal)) {
      return "the fact \(literal.canonical) is not in its clause"
    }
    let pairs = Self.pairs(folded)
    let held = pairs.intersection(Set(sources.flatMap { Self.pairs($0) }))
    if Double(held.count) < 0.8 * Double(pairs.count) {
      return "\(held.count) of \(pairs.count) bigrams are in its clause"
    }
    for word in turning {
      let counts = sources.map { count(word, in: $0) }.reduce(0, +)
      if count(word, in: folded) > counts { return "“\(word)” is not in its clause" }
    }
    // What stands between two words of the sentence in the clause and turns it must be in the sentence.
    for word in turning where sources.count == 1 && count(word, in: sources[0]) > 0 {
      guard count(word, in: folded) == 0 else { continue }
      for (before, after) in neighbours(of: word, in: sources[0]) {
        if folded.contains(before), folded.contains(after) { return "“\(word)” was dropped" }
      }
    }
    if WrittenLanguage.detect(Array(sentence.utf8)) == .english,
      !clauses.contains(where: { WrittenLanguage.detect(Array($0.utf8)) == .english })
    {
      return "it is in another language than its clause"
    }
    return nil
  }

  private static let turning = [
    "不", "无", "未", "非", "免", "禁止", "可以", "应当", "必须", "不得", "无需", "仅", "只", "需要", " not ", " no ",
    " must ",
    " may ", " can ", " only ", " without ",
  ]

  private static func fact(_ literal: Literal) -> String {
    "\(literal.kind.rawValue) \(literal.canonical)"
  }

  private static func pairs(_ text: String) -> Set<String> {
    let scalars = Array(text.unicodeScalars)
    var pairs: Set<String> = []
    for (a, b) in zip(scalars, scalars.dropFirst())
    where isHan(a) && isHan(b) {
      pairs.insert("\(a)\(b)")
    }
    for word in text.split(whereSeparator: { !$0.isLetter || !$0.isASCII }) where word.count > 3 {
      pairs.insert(String(word.prefix(5)))
    }
    return pairs
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value)
  }

  private static func count(_ word: String, in text: String) -> Int {
    text.split(separator: word, omittingEmptySubsequences: false).count - 1
  }

  /// Two characters before and after each place of a word.
  private static func neighbours(of word: String, in text: String) -> [(String, String)] {
    let parts = text.split(separator: word, omittingEmptySubsequences: false)
    return zip(parts, parts.dropFirst()).compactMap { before, after in
      let (left, right) = (before.suffix(2), after.prefix(2))
      guard left.count == 2, right.count == 2,
        (left + right).unicodeScalars.allSatisfy({ isHan($0) })
      else { return nil }
      return (String(left), String(right))
    }
  }
}
