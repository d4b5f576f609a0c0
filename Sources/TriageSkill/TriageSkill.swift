public import CityAgent

/// Report triage: from a citizen's or inspector's words to a work order.
public struct TriageSkill: Skill {
  public static let name: String = "inspection"
  public let card: SkillCard

  public init(card: SkillCard? = nil) {
    self.card =
      card ?? SkillCard(name: Self.name, description: "Triage of inspection and citizen reports.")
  }

  public func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match { .none }

  public func answer(
    _ turn: Turn, from match: Match, in environment: SkillEnvironment
  ) async throws -> Draft {
    Draft(outcome: .abstained)
  }
}
