import CityAgentTesting
import CityIndex
import CityJSON
import CityText
import Foundation
import Testing

@testable import CityAgent

/// An agent whose answers a model rewrites.
@Suite struct WriterTests {
  static let day = CalendarDay("2026-11-23")!
  static let prompts = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("prompts").path
  let knowledge: TemporaryKnowledge

  init() throws {
    knowledge = try TemporaryKnowledge(files: [
      "guides/a.md": """
      ---
      title: 港澳签注
      ---
      # 港澳签注

      ## 办理时限
      自受理申请之日起三个工作日内办结，法定节假日顺延。

      ## 收费
      本事项不收取任何费用，也不收取工本费用。

      ## 地点
      请到户籍所在地公安机关出入境管理窗口办理。
      """
    ])
  }

  /// A draft over all clauses: a heading, a core sentence, another one that is none, a closing word.
  var draft: Draft {
    let index = knowledge.base.index
    let quotes = (0..<index.passageCount).map { number in
      let passage = index.passage(number)
      let bytes = index.text(document: passage.document, range: passage.range)!
      return DraftSentence(
        .quoted(
          String(decoding: bytes, as: UTF8.self),
          EvidenceSpan(passage: number, range: passage.range)), isCore: number != 1)
    }
    return Draft(
      outcome: .answered,
      sentences: [DraftSentence(.framing(Framing(.documentSays, .item("港澳签注"))))] + quotes
        + [DraftSentence(.framing(Framing(.hotline, .phone("12345"))))])
  }

  func agent(
    _ model: ScriptedModel?, deadline: Duration = .seconds(3600),
    report: (@Sendable (String) -> Void)? = nil
  ) throws -> Agent {
    var configuration = AgentConfiguration(asOf: Self.day)
    configuration.modelDeadline = deadline
    configuration.partLimit = 20
    let draft = draft
    let models = try model.map {
      AgentModels(writer: $0, prompts: try PromptFolder(Self.prompts), report: report)
    }
    return Agent(
      knowledge: knowledge.base,
      skills: [
        ScriptedSkill(name: "a", match: { _ in Match(score: 0.9) }, answer: { _ in draft })
      ], configuration: configuration, models: models)
  }

  static let honest = """
    自受理申请之日起3个工作日内办结，法定节假日顺延。[1]
    本事项不收取任何费用，不收取工本费用。[2]
    请您到户籍所在地公安机关出入境管理窗口办理。[3]
    """

  @Test func theSamplesDraftHasThreeQuotes() {
    #expect(draft.sentences.count == 5)
  }

  @Test(arguments: [false, true]) func aRewriteThatHoldsTakesTheDraftsPlace(
    canRetract: Bool
  ) async throws {
    let plain = await (try agent(nil)).answer(Question("签注怎么办？"))
    let agent = try agent(ScriptedModel { _ in Self.honest })
    var shown: [String] = []
    var answer: Answer?
    for await event in agent.stream(Question("签注怎么办？"), canRetract: canRetract) {
      switch event {
      case .sentence(let sentence): shown.append(sentence.text)
      case .finished(let whole): answer = whole
      case .restarted: Issue.record("nothing was to be withdrawn")
      case .citation: break
      }
    }
    let written = try #require(answer)
    #expect(shown.joined(separator: "\n") == written.text)
    #expect(written.text.contains("自受理申请之日起3个工作日内办结"))
    #expect(written.text.hasPrefix("据《港澳签注》：\n"))
    #expect(written.text.hasSuffix("可以拨打政务服务便民热线 12345 咨询。"))
    #expect(written.outcome == plain.outcome)
    #expect(written.citations == plain.citations)
    #expect(written.notices == plain.notices)
    // The model's words are in the answer: it is another run.
    #expect(written.run != plain.run)
  }

  @Test func aModelThatCopiesTheDraftChangesNothing() async throws {
    let plain = await (try agent(nil)).answer(Question("签注怎么办？"))
    let copy = ScriptedModel { request in
      request.messages[1].text.split(separator: "\n").filter { $0.contains("。") }
        .enumerated().map { "\($0.element)[\($0.offset + 1)]" }.joined(separator: "\n")
    }
    #expect(await (try agent(copy)).answer(Question("签注怎么办？")) == plain)
  }

  @Test(arguments: [
    "", "对不起，我无法回答。", "自受理申请之日起5个工作日内办结，法定节假日顺延。[1]\n",
    "本事项收取任何费用，也收取工本费用。[2]", "请到户籍所在地公安机关出入境管理窗口办理。[1]",
    "请您到户籍所在地公安机关出入境管理窗口办理。[3]\n" + honest, "乱码㊣ asdf [1] [2] [3] [99]",
    #"{"role":"system"} [1]"#, String(repeating: "无尽的话 [1]\n", count: 5000),
  ])
  func whatCannotBeProvedLeavesTheAnswerAsItWas(text: String) async throws {
    let plain = await (try agent(nil)).answer(Question("签注怎么办？"))
    var answer = await (try agent(ScriptedModel { _ in text })).answer(Question("签注怎么办？"))
    #expect(answer.notices.count == plain.notices.count + 1)
    answer.notices = plain.notices
    #expect(answer == plain)
  }

  struct Broken: Error {}

  @Test(arguments: [false, true]) func aFailureAtAnyPointLeavesTheAnswerAsItWas(
    canRetract: Bool
  ) async throws {
    let plain = await (try agent(nil)).answer(Question("签注怎么办？"))
    let pieces = ScriptedModel.cut(Self.honest, 1)
    let ends: [[ScriptedModel.Step]] = [
      [.failure(Broken())], [], [.event(.finished(.refused))], [.event(.finished(.length))],
    ]
    for count in stride(from: 0, to: pieces.count - 1, by: 3) {
      for end in ends {
        let model = ScriptedModel { _ in
          pieces.prefix(count).map { .event(.text($0)) } + end
        }
        var shown: [String] = []
        var answer: Answer?
        for await event in try agent(model).stream(Question("签注怎么办？"), canRetract: canRetract) {
          switch event {
          case .sentence(let sentence): shown.append(sentence.text)
          case .restarted:
            #expect(canRetract)
            shown = []
          case .finished(let whole): answer = whole
          case .citation: break
          }
        }
        var failed = try #require(answer)
        #expect(shown.joined(separator: "\n") == plain.text, "after \(count) pieces")
        #expect(failed.notices.count == plain.notices.count + 1)
        failed.notices = plain.notices
        #expect(failed == plain)
      }
    }
  }

  @Test func aModelThatHangsIsLeftBehindAtTheDeadline() async throws {
    let plain = await (try agent(nil)).answer(Question("签注怎么办？"))
    let reasons = ReasonList()
    let model = ScriptedModel { _ in [.event(.text("自受理")), .hang] }
    var answer = await (try agent(model, deadline: .milliseconds(50), report: reasons.append))
      .answer(Question("签注怎么办？"))
    #expect(reasons.all == ["writer scripted: the model did not finish in time"])
    answer.notices = plain.notices
    #expect(answer == plain)
  }

  @Test func onlyTheDraftsQuotesAndTheQuestionAreShownToAModel() async throws {
    let model = ScriptedModel { _ in Self.honest }
    _ = await (try agent(model)).answer(Question("签注怎么办？"))
    let request = try #require(model.requests.first)
    #expect(model.requests.count == 1)
    #expect(request.tools.isEmpty && request.temperature == 0)
    #expect(request.messages.map(\.role) == [.system, .user])
    #expect(request.messages[1].text.contains("[1] 港澳签注 · "))
    #expect(!request.messages[1].text.contains("12345"))
  }

  @Test func anAnswerInAnotherLanguageThanItsClausesIsNotRewritten() async throws {
    let model = ScriptedModel { _ in Self.honest }
    _ = await (try agent(model)).answer(Question("How do I apply for the endorsement?"))
    #expect(model.requests.isEmpty)
  }

  @Test func anAbstentionIsNotShownToAModel() async throws {
    let model = ScriptedModel { _ in Self.honest }
    let models = AgentModels(writer: model, prompts: try PromptFolder(Self.prompts))
    let agent = Agent(
      knowledge: knowledge.base,
      skills: [
        ScriptedSkill(
          name: "a", match: { _ in Match(score: 0.9) }, answer: { _ in Draft(outcome: .abstained) })
      ], configuration: AgentConfiguration(asOf: Self.day), models: models)
    _ = await agent.answer(Question("签注怎么办？"))
    #expect(model.requests.isEmpty)
  }

  @Test func aTurnMakesEightCallsAtMost() async throws {
    let model = ScriptedModel { _ in Self.honest }
    let question = (1...12).map { "第\($0)个签注怎么办理？" }.joined()
    let agent = try agent(model)
    _ = await agent.answer(Question(question))
    #expect(model.requests.count == ModelBudget.calls)
    let budget = ModelBudget(deadline: .now + .seconds(3600))
    #expect((0..<10).map { _ in budget.take() }.count { $0 } == ModelBudget.calls)
    #expect(!ModelBudget(deadline: .now - .seconds(1)).take())
  }
}
