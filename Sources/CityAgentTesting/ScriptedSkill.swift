public import CityAgent
import Synchronization

/// A skill that matches and answers as it is told, and remembers the turns it saw.
public final class ScriptedSkill: Skill {
  public let card: SkillCard
  private let matching: @Sendable (Turn) -> Match
  private let answering: @Sendable (Turn) throws -> Draft
  private let seen = Mutex<[Turn]>([])

  public init(
    name: String, match: @escaping @Sendable (Turn) -> Match,
    answer: @escaping @Sendable (Turn) throws -> Draft
  ) {
    card = SkillCard(name: name, description: "Scripted for a test.")
    matching = match
    answering = answer
  }

  /// The turns put to `answer`, in order.
  public var turns: [Turn] { seen.withLock { $0 } }

  public func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match {
    matching(turn)
  }

  public func answer(
    _ turn: Turn, from match: Match, in environment: SkillEnvironment
  ) async throws -> Draft {
    seen.withLock { $0.append(turn) }
    return try answering(turn)
  }
}
