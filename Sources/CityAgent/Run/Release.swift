import CityIndex
import CityText

/// Verifies drafts, releases their sentences, and gathers the answer.
struct Release {
  private var verifier: Verifier
  private let language: WrittenLanguage
  private var text = ""
  private var citations: [Citation] = []
  private var notices: [String] = []
  /// Framing sentences said: several parts that nothing proves are told so once.
  private var framed: Set<String> = []

  init(_ index: KnowledgeIndex, language: WrittenLanguage) {
    self.verifier = Verifier(index, language: language)
    self.language = language
  }

  /// Proves a part's sentences and releases them; a draft that loses its core becomes an abstention.
  mutating func part(
    _ draft: Draft, candidate: Agent.Candidate?, emit: @Sendable (AgentEvent) async -> Void
  ) async -> PartResult {
    var result = PartResult(
      outcome: draft.outcome, skill: candidate?.skill.card.name,
      score: candidate?.match.score ?? 0, data: draft.data, attachments: draft.attachments,
      suggestions: draft.suggestions, options: draft.options, memory: draft.memory)
    let proved = draft.sentences.map { ($0, verifier.verified($0)) }
    let hasProof = draft.isReceipt || proved.contains { $0.1?.isProof ?? false }
    let lostCore = proved.contains { $0.0.isCore && $0.1 == nil }
    guard draft.outcome != .answered || (hasProof && !lostCore) else {
      result.outcome = .abstained
      result.data = nil
      result.attachments = []
      await say([DraftSentence(.framing(Framing(.abstainNothing)))], emit: emit)
      return result
    }
    if proved.contains(where: { $0.1 == nil }) { notice(Framing(.partUnproved)) }
    for case (let sentence, let verified?) in proved {
      await release(verified, endsLine: sentence.endsLine, emit: emit)
    }
    for framing in draft.notices { notice(framing) }
    return result
  }

  /// Releases framing sentences outside any part.
  mutating func say(
    _ sentences: [DraftSentence], emit: @Sendable (AgentEvent) async -> Void
  ) async {
    for sentence in sentences {
      guard let verified = verifier.verified(sentence) else { continue }
      await release(verified, endsLine: sentence.endsLine, emit: emit)
    }
  }

  mutating func notice(_ framing: Framing) {
    guard let text = framing.text(in: language), !notices.contains(text) else {
      return
    }
    notices.append(text)
  }

  private mutating func release(
    _ sentence: VerifiedSentence, endsLine: Bool, emit: @Sendable (AgentEvent) async -> Void
  ) async {
    if !sentence.isProof, !framed.insert(sentence.text).inserted { return }
    text += sentence.text + (endsLine ? "\n" : "")
    for citation in sentence.citations where citation.number > citations.count {
      citations.append(citation)
      await emit(.citation(citation))
    }
    await emit(
      .sentence(
        AnswerSentence(
          text: sentence.text, citations: sentence.citations.map(\.number), endsLine: endsLine)))
  }

  func answer(outcome: Outcome, run: String, results: [PartResult] = []) -> Answer {
    // The part that decided the outcome speaks for the whole in the fields that hold one value.
    let lead = results.first { $0.outcome == outcome }
    var suggestions: [String] = []
    for suggestion in results.flatMap(\.suggestions) where !suggestions.contains(suggestion) {
      suggestions.append(suggestion)
    }
    return Answer(
      outcome: outcome, text: SkillCard.trimmed(text), citations: citations,
      data: lead?.data, attachments: results.flatMap(\.attachments), skill: lead?.skill,
      confidence: ((lead?.score ?? 0) * 100).rounded() / 100, suggestions: suggestions,
      notices: notices, run: run)
  }
}
