import CityText

/// A character of a script without spaces, a word or a number: what reading counts distances in.
struct ReadingUnit {
  var key: UInt64
  /// Bytes of the text.
  var start: Int
  var end: Int
  var isHan: Bool
  /// The key of the pair with the next unit, where they are neighbors.
  var pair: UInt64?

  /// - Complexity: O(n).
  static func units(of text: [UInt8], in range: Range<Int>? = nil) -> [ReadingUnit] {
    var units: [ReadingUnit] = []
    TermScanner.scan(text, in: range) { term in
      if term.kind == .bigram {
        // It comes after the unigram that ends it.
        units[units.count - 2].pair = term.key
      } else {
        units.append(
          ReadingUnit(
            key: term.key, start: term.range.lowerBound, end: term.range.upperBound,
            isHan: term.kind == .unigram))
      }
    }
    return units
  }

  /// The keys of single characters.
  static func keys(_ characters: String) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    TermScanner.scan(Array(characters.utf8)) { term in
      if term.kind == .unigram { keys.insert(term.key) }
    }
    return keys
  }
}
