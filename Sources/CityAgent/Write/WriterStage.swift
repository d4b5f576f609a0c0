import CityIndex
import CityJSON
import CityText

/// Asks the writer to rewrite a draft's proved sentences.
struct WriterStage: Sendable {
  let models: AgentModels
  /// What the model may call before it writes; usually nothing.
  let tools: [any Tool]
  let index: KnowledgeIndex
  let question: String
  let language: WrittenLanguage
  let budget: ModelBudget
  /// Most tokens of a prompt, by estimate.
  let tokens: Int
  /// Whether a reader can take back what was shown.
  let canRetract: Bool

  var name: String { models.writer?.name ?? "" }

  /// The rewriting of a draft's proved sentences; nil where there is nothing to rewrite, or no call left.
  func rewrite(_ sentences: [DraftSentence], proved: [VerifiedSentence?]) -> Rewrite? {
    guard let writer = models.writer,
      let prompt = models.prompts.prompt("writer", variant: variant)
    else { return nil }
    let sources = sentences.indices.compactMap { place in
      proved[place] == nil
        ? nil
        : RewriteSource(sentences[place], place: place, language: language, index: index)
    }
    guard !sources.isEmpty,
      // Where not even one sentence fits into the budget, the draft stands.
      let (messages, kept) = try? models.prompts.messages(
        prompt, input(sources), list: "evidence", tokens: tokens), budget.take()
    else { return nil }
    var request = ModelRequest(messages: messages.map { ModelMessage($0) })
    request.apply(prompt)
    // An answer is about as long as the draft: a small limit of the prompt must not cut it off.
    let length = sources.prefix(kept).reduce(64) { $0 + TokenEstimate.count($1.text) + 8 }
    request.maximumTokens = max(request.maximumTokens ?? 0, 2 * length)
    let backend: any ModelBackend =
      tools.isEmpty ? writer : ToolLoop(backend: writer, tools: tools, budget: budget)
    return Rewrite(
      Array(sources.prefix(kept)), from: ModelStream(backend, request, until: budget.deadline))
  }

  /// What the answer says of a rewriting that failed; the operator is told the reason.
  func notice(of fault: Rewrite.Fault) -> Framing {
    switch fault {
    case .unproved: return Framing(.rewriteUnproved)
    case .broken(let reason):
      models.report?("writer \(name): \(reason)")
      return Framing(.modelUnusable)
    }
  }

  private var variant: String { language == .english ? "en" : "zh" }

  private func input(_ sources: [RewriteSource]) -> JSONValue {
    .members([
      "question": .string(question),
      "evidence": .array(
        sources.enumerated().map { number, source in
          .members([
            "number": .integer(number + 1), "title": .string(source.title),
            "clause": .string(source.path), "text": .string(source.text),
          ])
        }),
    ])
  }
}

extension ModelRequest {
  /// What a prompt's front matter sets.
  mutating func apply(_ prompt: PromptFile) {
    let settings = prompt.configuration
    temperature = settings["temperature"]?.double ?? temperature
    topP = settings["topP"]?.double ?? topP
    maximumTokens = settings["maxOutputTokens"]?.double.flatMap { Int(exactly: $0) }
    stops = settings["stopSequences"]?.array?.compactMap(\.string) ?? stops
  }
}
