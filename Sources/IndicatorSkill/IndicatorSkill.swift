public import CityAgent

/// Indicator analysis: questions over city economics, answered with formula, cells and chart.
public struct IndicatorSkill: Skill {
  public static let name: String = "economy"
  public let card: SkillCard

  public init(card: SkillCard? = nil) {
    self.card = card ?? SkillCard(name: Self.name, description: "Questions over city economics.")
  }

  public func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match { .none }

  public func answer(
    _ turn: Turn, from match: Match, in environment: SkillEnvironment
  ) async throws -> Draft {
    Draft(outcome: .abstained)
  }
}
