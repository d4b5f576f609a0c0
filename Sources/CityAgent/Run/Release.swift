import CityIndex
import CityText

/// Proves drafts and says what is proved.
struct Release {
  private var verifier: Verifier
  /// What was said so far.
  private(set) var said: SaidAnswer

  init(_ index: KnowledgeIndex, language: WrittenLanguage) {
    verifier = Verifier(index, language: language)
    said = SaidAnswer(language)
  }

  /// Proves a part's sentences and releases them; a draft that loses its core becomes an abstention.
  mutating func part(
    _ draft: Draft, candidate: Agent.Candidate?, writer: WriterStage? = nil,
    emit: @Sendable (AgentEvent) async -> Void
  ) async -> PartResult {
    var result = PartResult(
      outcome: draft.outcome, skill: candidate?.skill.card.name,
      score: candidate?.match.score ?? 0, data: draft.data, attachments: draft.attachments,
      suggestions: draft.suggestions, options: draft.options, memory: draft.memory)
    let proved = ProvedDraft(draft, by: &verifier)
    guard draft.outcome != .answered || (proved.hasProof && !proved.hasLostCore) else {
      result.outcome = .abstained
      result.data = nil
      result.attachments = []
      await say([DraftSentence(.framing(Framing(.abstainNothing)))], emit: emit)
      return result
    }
    if !proved.isWhole { said.notice(Framing(.partUnproved)) }
    if await !WrittenRelease(proved, writer).say(into: &said, emit: emit) {
      await said.add(proved, proved.places, emit: emit)
    }
    for framing in draft.notices { said.notice(framing) }
    return result
  }

  /// Releases framing sentences outside any part.
  mutating func say(
    _ sentences: [DraftSentence], emit: @Sendable (AgentEvent) async -> Void
  ) async {
    for sentence in sentences {
      guard let verified = verifier.verified(sentence) else { continue }
      await said.add(verified, endsLine: sentence.endsLine, emit: emit)
    }
  }

  /// Notes that a model's choice is in the answer.
  mutating func note(model: String) { said.note(model: model) }

  mutating func notice(_ framing: Framing) { said.notice(framing) }
}
