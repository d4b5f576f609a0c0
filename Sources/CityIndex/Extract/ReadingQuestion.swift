public import CityText

/// A question prepared for reading: what it asks for, and its terms with the side of the question word they stand on.
///
/// 由哪个公司开发: in a text that answers, 由 stands before the answer and 开发 behind it. In English
/// the question word has moved to the front, so all terms count as standing before.
public struct ReadingQuestion: Sendable {
  /// Terms looked at; the rest of a longer question is left out.
  static let termLimit = 160

  enum Side: Sendable { case before, behind, noun }

  struct Term: Sendable {
    var key: UInt64
    var side: Side
    /// 1; less where a character is a question word's, or stands alone.
    var weight: Float
    /// Characters or words it takes.
    var length: Int
  }

  public let kind: AnswerKind
  let terms: [Term]
  /// The first characters or words behind the question word: the noun it asks for.
  let head: [UInt64]
  /// Whether its question word is Chinese: in a Chinese text the words with capitals are glosses.
  let asksInHan: Bool
  /// What it states itself: no answer to it.
  let literals: Set<String>

  /// - Parameter silent: question words, folded.
  /// - Complexity: O(n).
  public init(_ text: String, silent: PhraseTable) {
    let folded = Folding.fold(Array(text.utf8))
    let asked = AskedFor(folded: folded)
    let (byWord, asking) = (asked.byWord, asked.asking)
    kind = asked.kind
    var isSilent = [Bool](repeating: false, count: folded.count)
    for match in silent.matches(in: folded) {
      for i in match.range { isSilent[i] = true }
    }
    literals = Set(LiteralScanner.scan(folded).map(\.canonical))
    let units = ReadingUnit.units(of: folded)
    asksInHan = !asking.isEmpty && folded[asking.lowerBound] >= 0x80
    let isEnglish = !asksInHan
    let sides: [Side?] = units.map { unit in
      if unit.start < asking.upperBound && unit.end > asking.lowerBound { return nil }
      return isEnglish || unit.end <= asking.lowerBound ? .before : .behind
    }
    let behind = units.indices.filter { units[$0].start >= asking.upperBound }
    head = byWord.hasHead ? behind.prefix(3).map { units[$0].key } : []
    // The noun is a part of the answer (莫斯科大学, of 什么大学), no sign of where it stands.
    let hasNoun = byWord == .name || byWord == .list || byWord == .number
    let nouns =
      hasNoun && !isEnglish
      ? behind.prefix(2).filter { units[$0].start < asking.upperBound + 9 } : []
    var terms: [Term] = []
    var seen: Set<UInt64> = []
    func add(_ key: UInt64, _ side: Side, _ weight: Float, _ length: Int) {
      guard terms.count < Self.termLimit, seen.insert(key).inserted else { return }
      terms.append(Term(key: key, side: side, weight: weight, length: length))
    }
    for (i, unit) in units.enumerated() {
      guard let side = sides[i] else { continue }
      let asks = isSilent[unit.start]
      guard unit.isHan else {
        if !asks { add(unit.key, side, 1, 1) }
        continue
      }
      let own = !asks && nouns.contains(i) ? .noun : side
      if !asks { add(unit.key, side, Self.characterWeight, 1) }
      guard let pair = unit.pair, sides[i + 1] == side else { continue }
      let nextAsks = isSilent[units[i + 1].start]
      add(pair, own, asks && nextAsks ? 0.15 : asks || nextAsks ? 0.5 : 1, 2)
    }
    self.terms = terms
  }

  private static let characterWeight: Float = 0.25
}
