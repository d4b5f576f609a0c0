import CityIndex
import CityText

/// A skill that is only a folder: `SKILL.md` and `references/`, no code.
///
/// It is routed by its card (`triggers`, `examples` and the description) and answers from its own
/// references, sentence by sentence, with citations. `threshold` in the card's metadata is the least
/// share of the question's content that a passage must account for.
public struct FolderSkill: Skill {
  public let card: SkillCard
  private let finder: PassageFinder
  private let triggers: PhraseTable
  /// Terms of the card's description.
  private let description: TermSet

  public init(card: SkillCard) {
    self.card = card
    self.finder = PassageFinder(stopwords: card.phrases("stopwords"))
    var triggers = PhraseTable()
    for phrase in card.phrases("triggers") { triggers.insert(phrase) }
    self.triggers = triggers
    self.description = TermSet([Array(card.description.utf8)])
  }

  public func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match {
    let content = finder.content(of: turn.folded)
    // Without a trigger the description must cover most of the question: cheap, and rarely so.
    guard !triggers.matches(in: turn.folded).isEmpty || isDescribed(content) else { return .none }
    var query = IndexQuery(
      rewritten: turn.folded, synonyms: environment.knowledge.index.synonyms)
    query.skills = [card.name]
    let threshold = card.number("threshold", standard: 0.5)
    guard
      let passage = await finder.find(
        turn, content, query: query, least: threshold, in: environment)
    else {
      // Without references in this generation the skill knows nothing, and nothing near.
      guard await hasReferences(query, in: environment) else { return .none }
      return Match(score: 0.1, reasons: ["trigger"], nearest: Array(card.examples.prefix(2)))
    }
    return Match(
      score: 0.5 + passage.score / 2, reasons: ["subject: \(passage.subject)"], evidence: passage,
      nearest: [card.label(isEnglish: turn.language == .english)])
  }

  public func answer(
    _ turn: Turn, from match: Match, in environment: SkillEnvironment
  ) async throws -> Draft {
    guard let passage = match.evidence as? FoundPassage else {
      return Draft(
        outcome: .abstained, sentences: [DraftSentence(.framing(Framing(.abstainNothing)))],
        suggestions: card.examples)
    }
    var draft = PassageDraft.compose(passage, turn: turn, index: environment.knowledge.index)
    draft.suggestions = card.examples.filter { $0 != turn.text }.prefix(3).map { $0 }
    return draft
  }

  private func isDescribed(_ content: QuestionContent) -> Bool {
    let total = content.contentWeight
    guard total >= PassageFinder.subjectWeight else { return false }
    return content.weight(of: content.covered(by: description.contains)) / total >= 0.6
  }

  private func hasReferences(
    _ query: IndexQuery, in environment: SkillEnvironment
  ) async -> Bool {
    let any = try? await environment.retriever.passages(for: RetrievalQuery(query), limit: 1)
    return !(any?.isEmpty ?? true)
  }
}
