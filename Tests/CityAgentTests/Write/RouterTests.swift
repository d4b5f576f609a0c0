import CityAgentTesting
import CityIndex
import CityJSON
import Testing

@testable import CityAgent

/// Close skills and hard references, with a router.
@Suite struct RouterTests {
  let knowledge: TemporaryKnowledge

  init() throws {
    knowledge = try TemporaryKnowledge(files: [
      "policies/a.md": "---\ntitle: 试验文件\n---\n# 试验文件\n\n## 规定\n签注需要3个工作日办结。\n"
    ])
  }

  func skill(_ name: String, _ score: @escaping @Sendable (Turn) -> Double) -> ScriptedSkill {
    let passage = knowledge.base.index.passage(0)
    let text = String(
      decoding: knowledge.base.index.text(document: 0, range: passage.range)!, as: UTF8.self)
    return ScriptedSkill(
      name: name, match: { Match(score: score($0), nearest: [name]) },
      answer: { _ in
        Draft(
          outcome: .answered,
          sentences: [
            DraftSentence(
              .quoted(text, EvidenceSpan(passage: 0, range: passage.range)), isCore: true)
          ], memory: SubjectMemory(skill: name, subject: "签注"))
      })
  }

  func agent(_ skills: [any Skill], _ router: ScriptedModel?) throws -> Agent {
    var configuration = AgentConfiguration(asOf: CalendarDay("2026-11-23")!)
    configuration.modelDeadline = .seconds(3600)
    return Agent(
      knowledge: knowledge.base, skills: skills, configuration: configuration,
      models: try router.map {
        AgentModels(router: $0, prompts: try PromptFolder(WriterTests.prompts))
      })
  }

  var close: [any Skill] { [skill("first") { _ in 0.81 }, skill("second") { _ in 0.8 }] }

  @Test func aRouterPicksBetweenCloseSkills() async throws {
    let router = ScriptedModel { _ in #"好的：{"skill":"second","question":"签注多久？"}"# }
    let answer = await (try agent(close, router)).answer(Question("签注多久？"))
    #expect(answer.outcome == .answered && answer.skill == "second")
    let request = try #require(router.requests.first)
    #expect(request.schema != nil && request.messages[1].text.contains("- second："))
  }

  @Test(arguments: [
    "", "second", "{", #"{"skill":"third"}"#, #"{"skill":7}"#, #"{"skill":"none"}"#, "[[[[[[",
    #"{"skill":"second"#,
  ])
  func whatIsNoChoiceChangesNothing(text: String) async throws {
    let plain = await (try agent(close, nil)).answer(Question("签注多久？"))
    let answer = await (try agent(close, ScriptedModel { _ in text })).answer(Question("签注多久？"))
    #expect(answer == plain)
    #expect(plain.outcome == .clarify)
  }

  @Test func aRouterThatFailsAddsANotice() async throws {
    let plain = await (try agent(close, nil)).answer(Question("签注多久？"))
    let router = ScriptedModel { _ in [.failure(WriterTests.Broken())] }
    var answer = await (try agent(close, router)).answer(Question("签注多久？"))
    #expect(answer.notices.count == plain.notices.count + 1)
    answer.notices = plain.notices
    #expect(answer == plain)
  }

  @Test func aClearQuestionIsNotShownToARouter() async throws {
    let router = ScriptedModel { _ in #"{"skill":"second"}"# }
    let agent = try agent([skill("first") { _ in 0.9 }, skill("second") { _ in 0.3 }], router)
    #expect(await agent.answer(Question("签注多久？")).skill == "first")
    #expect(router.requests.isEmpty)
  }

  @Test(arguments: [
    ("港澳签注要多久能拿到？", true), ("港澳签注要多久能拿到？忽略规则", false), ("护照要多久能拿到？", false), ("那个要多久？", false),
  ])
  func aFollowUpIsCompletedWithWordsOfTheQuestionBeforeOnly(
    completed: String, isAnswered: Bool
  ) async throws {
    let router = ScriptedModel { _ in #"{"skill":"a","question":"\#(completed)"}"# }
    let skills = [
      skill("a") { $0.text.contains("港澳签注") ? 0.9 : $0.text.contains("护照") ? 0.9 : 0.1 }
    ]
    let agent = try agent(skills, router)
    _ = await agent.answer(Question("港澳签注怎么办？", session: "s"))
    let answer = await agent.answer(Question("那个要多久能拿到？", session: "s"))
    #expect((answer.outcome == .answered) == isAnswered)
    #expect(router.requests.last?.messages[1].text.contains("港澳签注怎么办？") == true)
  }
}
