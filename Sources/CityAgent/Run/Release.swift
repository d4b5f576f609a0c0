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
  /// What was released so far, to be shown again after a retraction.
  private(set) var shown: [AgentEvent] = []
  /// The models whose words or choices are in the answer.
  private(set) var models: [String] = []

  init(_ index: KnowledgeIndex, language: WrittenLanguage) {
    self.verifier = Verifier(index, language: language)
    self.language = language
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
    if await !rewrite(draft, proved.map(\.1), writer, emit: emit) {
      for case (let sentence, let verified?) in proved {
        await release(verified, endsLine: sentence.endsLine, emit: emit)
      }
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

  /// Says a draft in a model's words; false, and nothing changed but a notice, where the draft itself is to be said.
  private mutating func rewrite(
    _ draft: Draft, _ proved: [VerifiedSentence?], _ writer: WriterStage?,
    emit: @Sendable (AgentEvent) async -> Void
  ) async -> Bool {
    guard let writer, draft.outcome == .answered,
      var rewrite = writer.rewrite(draft.sentences, proved: proved)
    else { return false }
    let before = self
    func show(_ event: AgentEvent) async { if writer.canRetract { await emit(event) } }
    var next = 0
    while let group = await rewrite.next() {
      await composed(draft, proved, next..<group.source.place, emit: show)
      next = group.source.place + 1
      if group.sentences.isEmpty {
        await composed(draft, proved, group.source.place..<next, emit: show)
      }
      for (at, text) in group.sentences.enumerated() {
        await release(
          VerifiedSentence(
            text: text, citations: proved[group.source.place]?.citations ?? [], isProof: true),
          endsLine: at + 1 < group.sentences.count || draft.sentences[group.source.place].endsLine,
          emit: show)
      }
      if !group.isAsComposed, !models.contains(writer.name) { models.append(writer.name) }
    }
    if let fault = rewrite.fault {
      let hasShown = writer.canRetract && shown.count > before.shown.count
      self = before
      if hasShown {
        await emit(.restarted)
        for event in shown { await emit(event) }
      }
      notice(writer.notice(of: fault))
      return false
    }
    await composed(draft, proved, next..<proved.count, emit: show)
    if !writer.canRetract { for event in shown[before.shown.count...] { await emit(event) } }
    return true
  }

  private mutating func composed(
    _ draft: Draft, _ proved: [VerifiedSentence?], _ places: Range<Int>,
    emit: (AgentEvent) async -> Void
  ) async {
    for place in places {
      guard let verified = proved[place] else { continue }
      await release(verified, endsLine: draft.sentences[place].endsLine, emit: emit)
    }
  }

  /// Notes that a model's choice is in the answer.
  mutating func note(model: String) {
    if !models.contains(model) { models.append(model) }
  }

  mutating func notice(_ framing: Framing) {
    guard let text = framing.text(in: language), !notices.contains(text) else {
      return
    }
    notices.append(text)
  }

  private mutating func release(
    _ sentence: VerifiedSentence, endsLine: Bool, emit: (AgentEvent) async -> Void
  ) async {
    if !sentence.isProof, !framed.insert(sentence.text).inserted { return }
    text += sentence.text + (endsLine ? "\n" : "")
    for citation in sentence.citations where citation.number > citations.count {
      citations.append(citation)
      await show(.citation(citation), emit: emit)
    }
    await show(
      .sentence(
        AnswerSentence(
          text: sentence.text, citations: sentence.citations.map(\.number), endsLine: endsLine)),
      emit: emit)
  }

  private mutating func show(_ event: AgentEvent, emit: (AgentEvent) async -> Void) async {
    shown.append(event)
    await emit(event)
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
