/// Where the terms of a question stand in a text, and what they weigh in it.
struct TermPlaces {
  /// Terms that stand in the text.
  private(set) var occurrences: [[Int32]] = []
  private(set) var terms: [ReadingQuestion.Term] = []
  /// Their weights in this text.
  private(set) var weights: [Float] = []
  /// Sum over all terms of the question, those that stand nowhere too; never 0.
  private(set) var total: Float = 0
  /// By unit: whether a pair, word or number of the question takes it.
  private(set) var isMatched: [Bool]

  /// Inverse frequency over a collection was tried in place of this and lost 0.03 of F1: it speaks for the subject,
  /// which is everywhere in a text of it, against the verb, which shows the sentence.
  ///
  /// - Parameter known: titles and headings: what they name is said of the whole text.
  /// - Complexity: O(n).
  init(_ question: ReadingQuestion, in text: ReadingText, known: [[UInt8]]) {
    let units = text.units
    isMatched = [Bool](repeating: false, count: units.count)
    var lookup = TermLookup(capacity: ReadingQuestion.termLimit)
    for term in question.terms { _ = lookup.insert(term.key) }
    var all = [[Int32]](repeating: [], count: question.terms.count)
    for (i, unit) in units.enumerated() {
      let single = lookup.number(of: unit.key)
      if single >= 0 {
        all[single].append(Int32(i))
        if !unit.isHan { isMatched[i] = true }
      }
      guard let pair = unit.pair else { continue }
      let number = lookup.number(of: pair)
      if number >= 0 {
        all[number].append(Int32(i))
        if question.terms[number].weight > 0.2 {
          isMatched[i] = true
          isMatched[i + 1] = true
        }
      }
    }
    var named: Set<UInt64> = []
    var namedUnits = 0
    for text in known {
      for unit in ReadingUnit.units(of: text) {
        named.insert(unit.key)
        if let pair = unit.pair { named.insert(pair) }
        namedUnits += 1
      }
    }
    // A short title is a name; a long one tells what the text says.
    let known = min(0.5, 0.05 + 0.01 * Float(namedUnits))
    for (number, term) in question.terms.enumerated() {
      let places = all[number]
      var weight = term.weight / (1 + Float(places.count) / 3).squareRoot()
      if named.contains(term.key) { weight *= known }
      total += weight
      if !places.isEmpty {
        occurrences.append(places)
        terms.append(term)
        weights.append(weight)
      }
    }
    total = max(total, .leastNormalMagnitude)
  }
}
