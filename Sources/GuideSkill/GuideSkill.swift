public import CityAgent
public import CityIndex

public struct GuideSkill: Skill {
  public static let name: String = "service-guides"
  public let card: SkillCard

  public init(card: SkillCard? = nil) {
    self.card = card ?? SkillCard(name: Self.name, description: "")
  }

  public func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match { .none }

  public func answer(_ turn: Turn, from match: Match, in environment: SkillEnvironment) async throws
    -> Draft
  { Draft(outcome: .abstained) }
}
