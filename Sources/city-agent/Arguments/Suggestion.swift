/// Finds what a mistyped word was meant to be.
enum Suggestion {
  /// The nearest candidate, at most a third of the word away; nil where none is near.
  static func nearest(_ word: String, among candidates: [String]) -> String? {
    let limit = max(1, word.unicodeScalars.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let distance = distance(word, candidate)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// “ Did you mean …?”, or nothing.
  static func hint(_ word: String, among candidates: [String]) -> String {
    nearest(word, among: candidates).map { Phrase.didYouMean.text($0) } ?? ""
  }

  /// Edits between two words: insert, delete, replace, or swap two neighbours
  /// (optimal string alignment).
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars), b = Array(b.unicodeScalars)
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
