import CityAgent
import CityIndex
import CityText

/// A frequent question that says the same as the question asked.
struct FoundFAQ: Sendable {
  var passage: Int
  /// How alike the two are, 0…1: the Dice coefficient over content, by weight.
  var score: Double
}

/// Matches a question with the frequent ones, whole question against whole question.
struct FAQMatcher: Sendable {
  let finder: PassageFinder

  func find(_ turn: Turn, in environment: SkillEnvironment) async -> FoundFAQ? {
    let index = environment.knowledge.index
    let asked = finder.content(of: turn.folded)
    guard asked.contentWeight >= 2 else { return nil }
    var query = IndexQuery(String(decoding: turn.folded, as: UTF8.self), synonyms: index.synonyms)
    query.kinds = ["faq"]
    let passages =
      (try? await environment.retriever.passages(for: RetrievalQuery(query), limit: 5)) ?? []
    var best: FoundFAQ?
    for passage in passages {
      // The heading holds the entry's question and its other wordings.
      for wording in index.passage(passage.number).heading.split(separator: "/") {
        let folded = index.synonyms.rewritten(Folding.fold(Array(wording.utf8)))
        let score = likeness(asked, turn.folded, finder.content(of: folded), folded)
        if score > (best?.score ?? 0) { best = FoundFAQ(passage: passage.number, score: score) }
      }
    }
    return best
  }

  private func likeness(
    _ a: QuestionContent, _ aText: [UInt8], _ b: QuestionContent, _ bText: [UInt8]
  ) -> Double {
    let total = a.contentWeight + b.contentWeight
    guard total > 0 else { return 0 }
    let both =
      a.weight(of: a.covered(by: TermSet([bText]).contains))
      + b.weight(of: b.covered(by: TermSet([aText]).contains))
    return both / total
  }
}
