import CityIndex
import CityText

/// How one part of a message would be routed, and why: what `/why` shows.
public struct RouteExplanation: Sendable {
  /// What one skill said of the question.
  public struct Candidate: Sendable {
    public var skill: String
    public var score: Double
    public var reasons: [String]
    public var nearest: [String]
  }

  public enum Decision: Sendable, Equatable {
    /// The skill is asked for the answer.
    case goes(skill: String)
    /// The skills are too close: the agent asks back.
    case asksBack
    /// No skill recognised enough.
    case abstains
  }

  /// The part's own text.
  public var question: String
  /// Every permitted skill, best first.
  public var candidates: [Candidate]
  public var decision: Decision
}

extension Agent {
  /// What every skill says of a question, and which of them would be asked; nothing is answered or recorded.
  ///
  /// Asked before the question itself, it sees the session as the answer will. In a message of several
  /// questions the parts are explained as if each followed the last turn.
  public func explanation(of question: Question) async -> [RouteExplanation] {
    let text = QuestionText.cleaned(question.text)
    guard !text.isEmpty, question.text.utf8.count <= configuration.questionLimit else { return [] }
    let language = question.language ?? WrittenLanguage.detect(Array(text.utf8))
    let recalled = await recall(question)
    let environment = scope(canRetract: false, previousQuestion: nil).environment
    var explanations: [RouteExplanation] = []
    for part in await parts(
      of: text, question: question, language: language, recalled: recalled, in: environment)
    {
      let turn = turn(part, language: language, previous: recalled.previous)
      let candidates = await matches(
        turn, only: part.choice?.skill ?? question.skill, in: environment)
      let isExplicit = part.choice != nil || question.skill != nil
      let decision: RouteExplanation.Decision
      switch route(
        candidates, isExplicit: isExplicit, previous: recalled.previous?.skill)
      {
      case .go(let candidate): decision = .goes(skill: candidate.skill.card.name)
      case .clarify: decision = .asksBack
      case .abstain: decision = .abstains
      }
      explanations.append(
        RouteExplanation(
          question: part.text,
          candidates: candidates.map {
            .init(
              skill: $0.skill.card.name, score: $0.match.score, reasons: $0.match.reasons,
              nearest: $0.match.nearest)
          }, decision: decision))
    }
    return explanations
  }
}
