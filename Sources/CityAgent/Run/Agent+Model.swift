import CityIndex
import CityJSON
import CityText

/// What one turn works with: skills' environment, and the models.
struct TurnScope: Sendable {
  let environment: SkillEnvironment
  /// What retrieval could not do in this turn.
  let retrieval: RetrievalNotices
  let models: ModelTurn?
}

/// What the models of one turn work with.
struct ModelTurn: Sendable {
  let models: AgentModels
  let budget: ModelBudget
  /// Whether a reader can take back what was shown.
  let canRetract: Bool
  /// The question of the turn before, where there was one.
  let previousQuestion: String?
}

extension Agent {
  /// What a turn works with.
  func scope(canRetract: Bool, previousQuestion: String?) -> TurnScope {
    let notices = RetrievalNotices()
    return TurnScope(
      environment: SkillEnvironment(
        knowledge: knowledge, retriever: retriever.forTurn(notices),
        hotline: configuration.hotline),
      retrieval: notices,
      models: models.map {
        ModelTurn(
          models: $0, budget: ModelBudget(deadline: .now + configuration.modelDeadline),
          canRetract: canRetract, previousQuestion: previousQuestion)
      })
  }

  /// - Parameter card: the answering skill's: it says which tools the writer may call.
  func writer(for turn: Turn, of card: SkillCard, _ scope: TurnScope) -> WriterStage? {
    guard let modelTurn = scope.models, modelTurn.models.writer != nil else { return nil }
    let tools =
      card.allowedTools.isEmpty
      ? []
      : (modelTurn.models.tools + KnowledgeTools.all(knowledge, scope.environment.retriever))
        .filter { card.allowedTools.contains($0.name) }
    return WriterStage(
      models: modelTurn.models, tools: tools, index: knowledge.index, question: turn.text,
      language: turn.language, budget: modelTurn.budget, tokens: configuration.modelTokens,
      canRetract: modelTurn.canRetract)
  }
}

extension Agent {
  /// A part as it is routed: the question it is taken for, and where it goes.
  struct Routing {
    var turn: Turn
    var candidates: [Candidate]
    var route: Route
  }

  /// The routing that a router prefers, where the skills alone would ask back or abstain; nil keeps theirs.
  ///
  /// Of close skills it may pick one. A follow-up that no skill recognised it may complete with words of the question
  /// before; the skills then judge it as if it had been asked so.
  func routed(
    _ routing: Routing, in scope: TurnScope, part: QuestionPart, previous: SubjectMemory?,
    release: inout Release
  ) async -> Routing? {
    guard let modelTurn = scope.models, let router = modelTurn.models.router else { return nil }
    let stage = RouterStage(
      router: router, prompts: modelTurn.models.prompts, budget: modelTurn.budget)
    let close: [Candidate]
    switch routing.route {
    case .go: return nil
    case .clarify(let candidates): close = candidates
    case .abstain:
      guard modelTurn.previousQuestion != nil else { return nil }
      close = []
    }
    let cards = close.isEmpty ? skills.map(\.card) : close.map(\.skill.card)
    let choice: RouterStage.Choice?
    do {
      choice = try await stage.choice(
        for: part.text, previous: modelTurn.previousQuestion, among: cards,
        language: routing.turn.language)
    } catch {
      modelTurn.models.report?("router \(router.name): \(error)")
      release.notice(Framing(.modelUnusable))
      return nil
    }
    guard let choice else { return nil }
    if let picked = close.first(where: { $0.skill.card.name == choice.skill }) {
      release.note(model: router.name)
      return Routing(turn: routing.turn, candidates: routing.candidates, route: .go(picked))
    }
    guard close.isEmpty, let before = modelTurn.previousQuestion,
      choice.question != part.text, RouterStage.isMade(choice.question, from: [part.text, before])
    else { return nil }
    var completed = part
    completed.text = choice.question
    let turn = turn(completed, language: routing.turn.language, previous: previous)
    let candidates = await matches(turn, only: nil, in: scope.environment)
    guard case .go(let best) = route(candidates, isExplicit: false, previous: previous?.skill)
    else { return nil }
    release.note(model: router.name)
    return Routing(turn: turn, candidates: candidates, route: .go(best))
  }
}
