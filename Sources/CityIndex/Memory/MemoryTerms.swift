import CityText

/// The terms by which questions are compared: keys and factors, no texts.
enum MemoryTerms {
  struct Weighted {
    var key: UInt64
    /// 1, or less for what only asks (``RankQuestion``).
    var factor: Float
  }

  /// The terms of a folded and rewritten question, each once, in order of appearance.
  /// - Complexity: O(n).
  static func terms(of question: [UInt8], silent: PhraseTable) -> [Weighted] {
    let asking = SilentRanges(question, silent)
    var lookup = TermLookup(capacity: RankQuestion.termLimit)
    var terms: [Weighted] = []
    TermScanner.scan(question) { term in
      guard lookup.count < RankQuestion.termLimit else { return }
      let factor = asking.factor(of: term)
      let number = lookup.insert(term.key)
      if number == terms.count {
        terms.append(Weighted(key: term.key, factor: factor))
      } else {
        terms[number].factor = max(terms[number].factor, factor)
      }
    }
    return terms
  }
}
