/// placeholder
public struct FolderSkill: Skill {
  public let card: SkillCard

  public init(card: SkillCard) { self.card = card }

  public func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match { .none }

  public func answer(_ turn: Turn, from match: Match, in environment: SkillEnvironment) async throws
    -> Draft
  { Draft(outcome: .abstained) }
}
