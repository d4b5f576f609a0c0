/// Words that mean something to the literal scanner, found by their first character, longest first.
struct WordTable<Meaning: Sendable>: Sendable {
  private var words: [Unicode.Scalar: [(word: String, meaning: Meaning)]] = [:]

  /// - Parameter entries: a space-separated list of words for each meaning; `_` stands for a space.
  init(_ entries: [(words: String, meaning: Meaning)]) {
    for entry in entries {
      for part in entry.words.split(separator: " ") {
        let word = String(part.map { $0 == "_" ? " " : $0 })
        guard let first = word.unicodeScalars.first else { continue }
        words[first, default: []].append((word, entry.meaning))
      }
    }
    for first in words.keys {
      words[first]?.sort { $0.word.unicodeScalars.count > $1.word.unicodeScalars.count }
    }
  }

  /// The longest word that stands at `i`.
  func match(_ text: LiteralText, at i: Int) -> (meaning: Meaning, end: Int)? {
    guard let candidates = words[text[i]] else { return nil }
    for (word, meaning) in candidates {
      if let end = text.end(of: word, at: i) { return (meaning, end) }
    }
    return nil
  }
}
