import CityAgentTesting
import Testing

@testable import CityAgent

@Suite struct FolderSkillTests {
  static let skill = """
    ---
    name: parks
    description: Opening times of the parks. 公园开放时间。
    metadata:
      triggers: "公园|park"
      examples: "中央公园几点开门？"
    ---
    Answer from references.
    """
  static let reference = """
    ---
    title: 公园手册
    as-of: 2025-01-01
    ---
    # 公园手册

    ## 开放
    中央公园每天6:00开门，22:00关门。湿地公园周一闭园。
    """

  func agent() throws -> (Agent, TemporaryKnowledge) {
    let knowledge = try TemporaryKnowledge(
      files: [:],
      skillFiles: ["parks/SKILL.md": Self.skill, "parks/references/a.md": Self.reference])
    let card = try SkillFolders.card(of: "parks", in: knowledge.folder + "/skills")
    let agent = Agent(
      knowledge: knowledge.base, skills: [FolderSkill(card: card)],
      configuration: AgentConfiguration(asOf: CalendarDay("2026-01-01")!))
    return (agent, knowledge)
  }

  @Test func aFolderAnswersFromItsReferencesWithoutCode() async throws {
    let (agent, knowledge) = try agent()
    let answer = await agent.answer(Question("中央公园几点开门？"))
    #expect(answer.outcome == .answered)
    #expect(answer.skill == "parks")
    #expect(answer.text.contains("6:00") && !answer.text.contains("湿地"))
    #expect(answer.citations.first?.document == "skills/parks/references/a.md")
    #expect(knowledge.problems.isEmpty)
  }

  @Test(arguments: ["中央银行几点开门？", "公园里的树是什么品种？", "居住证怎么办？"])
  func whatItsReferencesDoNotHoldItDoesNotAnswer(question: String) async throws {
    let (agent, knowledge) = try agent()
    #expect(await agent.answer(Question(question)).outcome == .abstained)
    withExtendedLifetime(knowledge) {}
  }

  @Test(arguments: [
    ("no front matter", "front matter"), ("---\nname: x\n---\n", "description"),
    ("---\ndescription: x\n---\n", "name"), ("---\nname: x\n", "---"),
  ])
  func aBrokenCardNamesItsFileAndWhatIsMissing(text: String, says: String) {
    #expect {
      try SkillCard.read(Array(text.utf8), path: "skills/x/SKILL.md")
    } throws: { error in
      "\(error)".contains("skills/x/SKILL.md:1") && "\(error)".contains(says)
    }
  }
}
