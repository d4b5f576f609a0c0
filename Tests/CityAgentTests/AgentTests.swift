import CityAgentTesting
import CityIndex
import CityText
import Foundation
import Testing

@testable import CityAgent

@Suite struct AgentTests {
  static let day = CalendarDay("2026-11-23")!
  let knowledge: TemporaryKnowledge

  init() throws {
    knowledge = try TemporaryKnowledge(files: [
      "policies/a.md": "---\ntitle: 试验文件\n---\n# 试验文件\n\n## 规定\n签注需要3个工作日办结。\n"
    ])
  }

  /// A draft that quotes the document's only sentence.
  var quoted: DraftSentence {
    let passage = knowledge.base.index.passage(0)
    let bytes = knowledge.base.index.text(document: 0, range: passage.range)!
    return DraftSentence(
      .quoted(
        String(decoding: bytes, as: UTF8.self), EvidenceSpan(passage: 0, range: passage.range)),
      isCore: true)
  }

  /// A quote that does not hold.
  var forged: DraftSentence {
    DraftSentence(
      .quoted(
        "签注需要9个工作日办结。", EvidenceSpan(passage: 0, range: knowledge.base.index.passage(0).range)),
      isCore: true)
  }

  func skill(
    _ name: String, score: Double, _ draft: Draft = Draft(outcome: .abstained)
  ) -> ScriptedSkill {
    ScriptedSkill(
      name: name, match: { _ in Match(score: score, nearest: [name]) }, answer: { _ in draft })
  }

  func agent(_ skills: [any Skill], sessions: any SessionStore = MemorySessionStore()) -> Agent {
    Agent(
      knowledge: knowledge.base, skills: skills,
      configuration: AgentConfiguration(asOf: Self.day), sessions: sessions)
  }

  @Test func theBestSkillAboveTheThresholdAnswers() async {
    let best = skill("b", score: 0.9, Draft(outcome: .answered, sentences: [quoted]))
    let answer = await agent([skill("a", score: 0.3), best]).answer(Question("签注多久？"))
    #expect(answer.outcome == .answered)
    #expect(answer.text == "签注需要3个工作日办结。")
    #expect(answer.skill == "b")
    #expect(answer.confidence == 0.9)
    #expect(answer.citations.count == 1)
  }

  @Test func belowTheThresholdNobodyAnswersAndTheNearestIsNamed() async {
    let answer = await agent([skill("甲事项", score: 0.2)]).answer(Question("签注多久？"))
    #expect(answer.outcome == .abstained)
    #expect(answer.text.contains("甲事项") && answer.text.contains("12345"))
    #expect(answer.citations.isEmpty)
  }

  @Test func closeSkillsMakeTheAgentAskBackAndTheReplyIsPutToTheChosenOne() async {
    let first = skill("甲", score: 0.81)
    let second = skill("乙", score: 0.8, Draft(outcome: .answered, sentences: [quoted]))
    let agent = agent([first, second])
    let asked = await agent.answer(Question("签注多久？", session: "s"))
    #expect(asked.outcome == .clarify)
    #expect(asked.text.contains("1. 甲") && asked.text.contains("2. 乙"))
    let answer = await agent.answer(Question("第二个", session: "s"))
    #expect(answer.outcome == .answered)
    #expect(answer.skill == "乙")
    #expect(second.turns.map(\.text) == ["签注多久？"])
  }

  @Test func aDraftThatLosesItsCoreIsNotSaid() async {
    let skill = skill("a", score: 0.9, Draft(outcome: .answered, sentences: [quoted, forged]))
    let answer = await agent([skill]).answer(Question("签注多久？"))
    #expect(answer.outcome == .abstained)
    #expect(!answer.text.contains("9个工作日"))
    #expect(answer.citations.isEmpty)
  }

  @Test func aDraftOfFramingAloneIsNoAnswer() async {
    let framing = DraftSentence(.framing(Framing(.documentSays, .item("x"))))
    let skill = skill("a", score: 0.9, Draft(outcome: .answered, sentences: [framing]))
    #expect(await agent([skill]).answer(Question("签注多久？")).outcome == .abstained)
  }

  @Test func aSkillThatThrowsFailsTheAnswerAndNotTheAgent() async {
    let broken = ScriptedSkill(
      name: "坏", match: { _ in Match(score: 1) },
      answer: { _ in throw AgentError(.badSkill, "磁盘不见了") })
    let answer = await agent([broken]).answer(Question("签注多久？"))
    #expect(answer.outcome == .failed)
    #expect(answer.text.contains("磁盘不见了"))
  }

  @Test func severalQuestionsAreAnsweredInOrder() async {
    let skill = ScriptedSkill(
      name: "a", match: { _ in Match(score: 0.9) },
      answer: { turn in
        let heading = DraftSentence(.framing(Framing(.documentSays, .item(turn.text))))
        return Draft(outcome: .answered, sentences: [heading, self.quoted])
      })
    let answer = await agent([skill]).answer(Question("甲要多久？乙要多久？"))
    #expect(skill.turns.map(\.text) == ["甲要多久？", "乙要多久？"])
    let first = answer.text.range(of: "甲要多久")
    let second = answer.text.range(of: "乙要多久")
    #expect(first != nil && second != nil && first!.lowerBound < second!.lowerBound)
    #expect(answer.citations.count == 1)
  }

  @Test func theLastTurnsSubjectReachesTheNextAndOnlyWithinItsSession() async {
    let memory = SubjectMemory(skill: "a", subject: "居住证")
    let skill = skill(
      "a", score: 0.9, Draft(outcome: .answered, sentences: [quoted], memory: memory))
    let agent = agent([skill])
    _ = await agent.answer(Question("签注多久？", session: "s"))
    _ = await agent.answer(Question("那要材料吗？", session: "s"))
    _ = await agent.answer(Question("那要材料吗？", session: "t"))
    #expect(skill.turns.map(\.previous) == [nil, memory, nil])
  }

  @Test(arguments: ["", "  ", "\u{200B}\u{0}"])
  func anEmptyQuestionFailsWithAMessage(text: String) async {
    let answer = await agent([skill("a", score: 1)]).answer(Question(text))
    #expect(answer.outcome == .failed)
    #expect(!answer.text.isEmpty)
  }

  @Test func aQuestionBeyondTheLimitFailsAndNamesBothSizes() async {
    let answer = await agent([skill("a", score: 1)])
      .answer(Question(String(repeating: "长", count: 400_000)))
    #expect(answer.outcome == .failed)
    #expect(answer.text.contains("1200000") && answer.text.contains("65536"))
  }

  @Test func partsThatNothingProvesAreToldSoOnce() async {
    let answer = await agent([skill("a", score: 0)]).answer(Question("甲是什么？乙是什么？丙是什么？"))
    #expect(answer.outcome == .abstained)
    #expect(answer.skill == nil)
    #expect(answer.text.components(separatedBy: "不作答").count == 2)
  }

  @Test func anUnknownSkillIsNamedWithTheKnownOnes() async {
    let answer = await agent([skill("甲", score: 1)]).answer(Question("签注", skill: "丙"))
    #expect(answer.outcome == .failed)
    #expect(answer.text.contains("丙") && answer.text.contains("甲"))
  }

  @Test func theSameRunHasTheSameIdAndAnotherDoesNot() async {
    let skill = skill("a", score: 0.9, Draft(outcome: .answered, sentences: [quoted]))
    let one = await agent([skill]).answer(Question("签注多久？"))
    let same = await agent([skill]).answer(Question("签注多久？"))
    let other = await agent([skill]).answer(Question("签注多久"))
    #expect(one == same)
    #expect(one.run != other.run)
    let later = Agent(
      knowledge: knowledge.base, skills: [skill],
      configuration: AgentConfiguration(asOf: CalendarDay("2026-11-24")!))
    #expect(await later.answer(Question("签注多久？")).run != one.run)
  }

  @Test func theStreamReleasesWhatTheAnswerHoldsAndEndsWithIt() async throws {
    let skill = skill("a", score: 0.9, Draft(outcome: .answered, sentences: [quoted, quoted]))
    let agent = agent([skill])
    var sentences: [String] = []
    var citations: [Citation] = []
    var last: Answer?
    for await event in agent.stream(Question("签注多久？")) {
      switch event {
      case .sentence(let sentence): sentences.append(sentence.text)
      case .citation(let citation): citations.append(citation)
      case .restarted: sentences = []
      case .finished(let answer): last = answer
      }
    }
    let answer = try #require(last)
    #expect(sentences.joined(separator: "\n") == answer.text)
    #expect(citations == answer.citations)
    #expect(await agent.answer(Question("签注多久？")) == answer)
  }

  @Test func aReaderThatLeavesEndsTheTurn() async {
    let many = [DraftSentence](repeating: quoted, count: 500)
    let skill = skill("a", score: 0.9, Draft(outcome: .answered, sentences: many))
    var seen = 0
    for await event in agent([skill]).stream(Question("签注多久？")) {
      if case .sentence = event { seen += 1 }
      if seen == 3 { break }
    }
    #expect(seen == 3)
  }

  @Test func turnsOfOneSessionRunOneAfterAnother() async {
    let memory = SubjectMemory(skill: "a", subject: "x")
    let skill = skill(
      "a", score: 0.9, Draft(outcome: .answered, sentences: [quoted], memory: memory))
    let store = MemorySessionStore(kept: 100)
    let agent = agent([skill], sessions: store)
    await withTaskGroup(of: Void.self) { group in
      for i in 0..<40 {
        group.addTask { _ = await agent.answer(Question("签注\(i)多久？", session: "s")) }
      }
    }
    #expect(await store.items("s", limit: 100).count == 40)
    #expect(skill.turns.filter { $0.previous == nil }.count == 1)
  }
}
