import CityAgentKit
import CityIndex

/// Answers every question with what re-ranking and reading find, and nothing around it: what `eval answers` measures.
///
/// It never abstains, which no skill for people may do. Its quotes are proved like all others.
struct ReadingSkill: Skill {
  let card = SkillCard(
    name: "reading", description: "The span of the best document that answers, for measuring.")
  let finder: AnswerFinder

  var readsWholeMessages: Bool { true }

  func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match {
    guard let found = finder.find(turn.text) else { return .none }
    return Match(score: 1, reasons: ["read"], evidence: found)
  }

  func answer(
    _ turn: Turn, from match: Match, in environment: SkillEnvironment
  ) async throws -> Draft {
    guard let found = match.evidence as? FoundAnswer else {
      return Draft(
        outcome: .abstained, sentences: [DraftSentence(.framing(Framing(.abstainNothing)))])
    }
    var draft = Draft(outcome: .answered)
    for part in found.parts {
      let bytes = environment.knowledge.index.text(document: found.document, range: part.range)
      draft.sentences.append(
        DraftSentence(
          .quoted(
            String(decoding: bytes ?? [], as: UTF8.self),
            EvidenceSpan(passage: part.passage, range: part.range)), isCore: true))
    }
    return draft
  }
}
