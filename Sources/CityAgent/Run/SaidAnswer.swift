import CityText

/// What was said of an answer so far, sentence by sentence, and the whole that comes of it.
struct SaidAnswer {
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

  init(_ language: WrittenLanguage) { self.language = language }

  /// Says a sentence, its citations first.
  mutating func add(
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

  /// Says those sentences of a draft that were proved, as they were composed.
  mutating func add(
    _ draft: ProvedDraft, _ places: Range<Int>, emit: (AgentEvent) async -> Void
  ) async {
    for place in places {
      guard let verified = draft.sentences[place] else { continue }
      await add(verified, endsLine: draft.draft.sentences[place].endsLine, emit: emit)
    }
  }

  private mutating func show(_ event: AgentEvent, emit: (AgentEvent) async -> Void) async {
    shown.append(event)
    await emit(event)
  }

  /// Notes that a model's words or choice are in the answer.
  mutating func note(model: String) {
    if !models.contains(model) { models.append(model) }
  }

  mutating func notice(_ framing: Framing) {
    guard let text = framing.text(in: language), !notices.contains(text) else { return }
    notices.append(text)
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
