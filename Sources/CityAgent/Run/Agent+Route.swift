import CityIndex
import CityText

/// What became of one part of a message.
struct PartResult {
  var outcome: Outcome
  var skill: String?
  var score: Double = 0
  var data: AnswerData?
  var attachments: [Attachment] = []
  var suggestions: [String] = []
  var options: [ClarifyOption] = []
  var memory: SubjectMemory?

  /// The outcome of the whole message: the best of its parts; a question back wins over silence.
  static func outcome(of results: [PartResult]) -> Outcome {
    for outcome in [Outcome.answered, .clarify, .refused, .abstained]
    where results.contains(where: { $0.outcome == outcome }) {
      return outcome
    }
    return .failed
  }
}

extension Agent {
  /// Match, route, compose, verify and release one part.
  func answerPart(
    _ part: QuestionPart, question: Question, language: WrittenLanguage, previous: SubjectMemory?,
    scope: TurnScope, release: inout Release, emit: @Sendable (AgentEvent) async -> Void
  ) async -> PartResult {
    let turn = turn(part, language: language, previous: previous)
    let candidates = await matches(
      turn, only: part.choice?.skill ?? question.skill, in: scope.environment)
    let isExplicit = part.choice != nil || question.skill != nil
    var routing = Routing(
      turn: turn, candidates: candidates,
      route: route(candidates, isExplicit: isExplicit, previous: previous?.skill))
    if !isExplicit,
      let better = await routed(
        routing, in: scope, part: part, previous: previous, release: &release)
    {
      routing = better
    }
    switch routing.route {
    case .go(let candidate):
      return await compose(
        routing.turn, candidate,
        writer: writer(for: routing.turn, of: candidate.skill.card, scope),
        in: scope.environment, release: &release, emit: emit)
    case .clarify(let close):
      let draft = clarification(turn, between: close)
      return await release.part(draft, candidate: close[0], emit: emit)
    case .abstain:
      let draft = abstention(candidates)
      return await release.part(draft, candidate: nil, emit: emit)
    }
  }

  /// A part as the skills see it.
  func turn(
    _ part: QuestionPart, language: WrittenLanguage, previous: SubjectMemory?
  ) -> Turn {
    Turn(
      text: part.text, folded: synonyms.rewritten(Folding.fold(Array(part.text.utf8))),
      language: language, asOf: configuration.asOf, previous: previous, choice: part.choice?.value)
  }

  /// A skill and what it said of the turn.
  struct Candidate: Sendable {
    var skill: any Skill
    var match: Match
  }

  enum Route {
    case go(Candidate)
    case clarify([Candidate])
    case abstain
  }

  /// Every permitted skill's match, best first; ties in the order the skills were given.
  ///
  /// Matches are pure and take microseconds, so they run in turn: a task each would cost more than
  /// the match itself (3.5 µs, measured), and other questions keep the other cores busy.
  func matches(
    _ turn: Turn, only name: String?, in environment: SkillEnvironment
  ) async -> [Candidate] {
    var candidates: [Candidate] = []
    for skill in skills where name == nil || skill.card.name == name {
      candidates.append(
        Candidate(skill: skill, match: await skill.match(turn, in: environment)))
    }
    return candidates.enumerated().sorted {
      ($1.element.match.score, $0.offset) < ($0.element.match.score, $1.offset)
    }.map(\.element)
  }

  /// - Parameter previous: the skill of the last turn: of close ones it goes on.
  func route(_ candidates: [Candidate], isExplicit: Bool, previous: String?) -> Route {
    guard let best = candidates.first else { return .abstain }
    if isExplicit { return best.match.score > 0 ? .go(best) : .abstain }
    guard best.match.score >= configuration.threshold else { return .abstain }
    let close = candidates.prefix {
      $0.match.score >= configuration.threshold
        && best.match.score - $0.match.score < configuration.margin
    }
    if let going = close.first(where: { $0.skill.card.name == previous }) { return .go(going) }
    return close.count > 1 ? .clarify(Array(close)) : .go(best)
  }

  private func compose(
    _ turn: Turn, _ candidate: Candidate, writer: WriterStage?, in environment: SkillEnvironment,
    release: inout Release, emit: @Sendable (AgentEvent) async -> Void
  ) async -> PartResult {
    do {
      let draft = try await candidate.skill.answer(turn, from: candidate.match, in: environment)
      return await release.part(draft, candidate: candidate, writer: writer, emit: emit)
    } catch {
      let failed = Framing(.skillFailed, .item(candidate.skill.card.name), .item("\(error)"))
      return await release.part(
        Draft(outcome: .failed, sentences: [DraftSentence(.framing(failed))]),
        candidate: candidate, emit: emit)
    }
  }

  private func clarification(_ turn: Turn, between close: [Candidate]) -> Draft {
    let options = close.map { candidate in
      ClarifyOption(
        label: candidate.match.nearest.first
          ?? candidate.skill.card.label(isEnglish: turn.language == .english),
        question: turn.text, skill: candidate.skill.card.name, value: "")
    }
    return Draft(
      outcome: .clarify,
      sentences: [
        DraftSentence(.framing(Framing(.clarifySkill))),
        DraftSentence(.framing(Framing(.optionsList, .options(options.map(\.label))))),
      ],
      options: options)
  }

  private func abstention(_ candidates: [Candidate]) -> Draft {
    var draft = Draft(outcome: .abstained)
    draft.sentences.append(DraftSentence(.framing(Framing(.abstainNothing))))
    let nearest = candidates.flatMap(\.match.nearest).prefix(3)
    if !nearest.isEmpty {
      draft.sentences.append(
        DraftSentence(.framing(Framing(.abstainNearest, .options(Array(nearest))))))
      draft.suggestions = Array(nearest)
    }
    if let hotline = configuration.hotline {
      draft.sentences.append(DraftSentence(.framing(Framing(.hotline, .phone(hotline)))))
    }
    return draft
  }
}
