import CityAgent
import CityIndex

/// A frequent question that says the same as the question asked.
struct FoundFAQ: Sendable {
  var passage: Int
  /// How alike the two are, 0…1.
  var score: Double
}

/// Matches a question with the frequent ones, whole question against whole question.
///
/// Likeness is the Dice coefficient over the terms that carry content, by weight: what only one of the
/// two says counts against it.
struct FAQMatcher: Sendable {
  let table: FAQTable

  /// - Parameter terms: the question's terms that carry content, distinct.
  func find(_ terms: [UInt64]) -> FoundFAQ? {
    var present: [Int] = []
    var asked: Float = 0
    for key in terms {
      if let term = table.wordings.term(key) {
        present.append(term)
        asked += table.wordings.weight(of: term)
      } else {
        asked += table.wordings.weightOfUnknown(bearerCount: table.passages.count)
      }
    }
    var best: FoundFAQ?
    for shared in table.wordings.shared(with: present) {
      let score = Double(2 * shared.weight / (asked + shared.total))
      if score > (best?.score ?? 0) {
        let entry = Int(table.wordings.bearers[shared.name])
        best = FoundFAQ(passage: Int(table.passages[entry]), score: score)
      }
    }
    return best
  }
}
