import CityText

/// A folded question as units that carry content or do not: what an answer has to account for.
///
/// A unit is a Han character, a Latin word or a number. Two units next to each other make a pair
/// (the index's bigram); a unit is *covered* by a text that holds a pair it is in, or the word itself.
public struct QuestionContent: Sendable {
  public struct Unit: Sendable {
    /// Bytes of the folded question.
    public var range: Range<Int>
    /// Identity of the word or number; of the character for Han.
    public var key: UInt64
    public var isHan: Bool
    /// Whether it says something of the matter.
    public var isContent: Bool
    /// Its part of the whole: a word weighs as much as two characters.
    public var weight: Double { isHan ? 1 : 2 }
  }

  /// Units in text order.
  public var units: [Unit]
  /// For each unit the key of the pair it makes with the next, where they are neighbors.
  public var pairs: [UInt64?]

  /// - Parameter silent: ranges of the folded question that carry no content (question words …).
  public init(_ folded: [UInt8], silent: [Range<Int>]) {
    var units: [Unit] = []
    var pairs: [UInt64?] = []
    TermScanner.scan(folded) { term in
      switch term.kind {
      case .unigram, .word, .number:
        let isSilent = silent.contains {
          $0.lowerBound <= term.range.lowerBound && term.range.upperBound <= $0.upperBound
        }
        units.append(
          Unit(
            range: term.range, key: term.key, isHan: term.kind == .unigram, isContent: !isSilent))
        pairs.append(nil)
      case .bigram:
        // A bigram comes after the unigram that ends it: it belongs to the unit before that one.
        if units.count >= 2 { pairs[units.count - 2] = term.key }
      }
    }
    self.units = units
    self.pairs = pairs
  }

  /// Units that carry content.
  public var contentWeight: Double { units.reduce(0) { $0 + ($1.isContent ? $1.weight : 0) } }

  /// Distinct terms of the content: words, numbers, pairs of which both carry content, lone characters.
  public var terms: [UInt64] {
    var keys: Set<UInt64> = []
    for i in units.indices where units[i].isContent {
      if !units[i].isHan || isLone(i) {
        keys.insert(units[i].key)
      } else if let pair = pairs[i], units[i + 1].isContent {
        keys.insert(pair)
      }
    }
    return keys.sorted()
  }

  /// Marks no longer to be accounted for.
  public mutating func silence(_ ranges: [Range<Int>]) {
    for i in units.indices where units[i].isContent {
      let range = units[i].range
      if ranges.contains(where: {
        $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
      }) {
        units[i].isContent = false
      }
    }
  }

  /// Which units a set of terms covers: words and numbers by themselves, characters by a pair of which
  /// at least one unit carries content, and a lone character of content between silent ones by itself.
  public func covered(by holds: (UInt64) -> Bool) -> [Bool] {
    var covered = [Bool](repeating: false, count: units.count)
    for i in units.indices {
      if !units[i].isHan {
        if holds(units[i].key) { covered[i] = true }
      } else if let pair = pairs[i], units[i].isContent || units[i + 1].isContent, holds(pair) {
        covered[i] = true
        if i + 1 < covered.count { covered[i + 1] = true }
      } else if units[i].isContent, isLone(i), holds(units[i].key) {
        covered[i] = true
      }
    }
    return covered
  }

  /// Whether a character has no content beside it: 换 in 可以换吗.
  private func isLone(_ i: Int) -> Bool {
    let hasBefore = i > 0 && pairs[i - 1] != nil && units[i - 1].isContent
    let hasAfter = pairs[i] != nil && units[i + 1].isContent
    return !hasBefore && !hasAfter
  }

  /// The weight of the content units that are covered.
  public func weight(of covered: [Bool]) -> Double {
    zip(units, covered).reduce(0) { $0 + ($1.0.isContent && $1.1 ? $1.0.weight : 0) }
  }

  /// The longest run of neighboring covered units, by weight, and its bytes.
  public func longestRun(of covered: [Bool], holds: (UInt64) -> Bool) -> (
    weight: Double, range: Range<Int>
  ) {
    var best = (weight: 0.0, range: 0..<0)
    var start = 0
    while start < units.count {
      guard covered[start] else {
        start += 1
        continue
      }
      var end = start
      while end + 1 < units.count, covered[end + 1], isJoined(end, holds: holds) { end += 1 }
      let run = units[start...end]
      let weight = run.reduce(0) { $0 + $1.weight }
      if weight > best.weight, run.contains(where: \.isContent) {
        best = (weight, units[start].range.lowerBound..<units[end].range.upperBound)
      }
      start = end + 1
    }
    return best
  }

  /// Whether unit `i` and the next stand together in the text too.
  private func isJoined(_ i: Int, holds: (UInt64) -> Bool) -> Bool {
    if units[i].isHan && units[i + 1].isHan { return pairs[i].map(holds) ?? false }
    return units[i + 1].range.lowerBound - units[i].range.upperBound <= 1
  }
}
