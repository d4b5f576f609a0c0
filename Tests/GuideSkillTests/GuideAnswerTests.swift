import CityAgent
import CityAgentTesting
import CityText
import GuideSkill
import Testing

@Suite struct GuideAnswerTests {
  let agent: Agent
  let knowledge: TemporaryKnowledge

  init() throws { (agent, knowledge) = try SampleTown.agent() }

  @Test(arguments: [
    ("取暖补贴要什么材料？", ["户口簿原件", "缴费凭证"], "申请材料"),
    ("暖气补贴每年补多少", ["1200元"], "待遇标准"),
    ("暖氣補貼要什麼材料", ["户口簿原件"], "申请材料"),
    ("户口本要交吗？我想领暖气补贴", ["户口簿原件"], "申请材料"),
    ("谁可以领暖气补贴", ["2年"], "办理条件"),
  ])
  func aFieldOfAnItemIsAnsweredFromItsClause(question: String, facts: [String], clause: String)
    async
  {
    let answer = await agent.answer(Question(question))
    #expect(answer.outcome == .answered)
    for fact in facts { #expect(answer.text.contains(fact)) }
    #expect(answer.citations.contains { $0.clause == clause })
  }

  @Test func anEnglishQuestionIsAnsweredFromTheEnglishVersion() async {
    let answer = await agent.answer(Question("How much is the heating allowance?"))
    #expect(answer.outcome == .answered)
    #expect(answer.text.contains("CNY 1200"))
    #expect(answer.citations.allSatisfy { $0.document == "guides/s1-en.md" })
  }

  @Test func aFieldOfTheChineseVersionOnlyIsNotBorrowedByTheEnglishOne() async {
    let answer = await agent.answer(Question("How long does the heating subsidy take?"))
    #expect(answer.outcome == .abstained)
    #expect(answer.citations.isEmpty)
  }

  @Test func aFieldThatIsNotPublishedIsSaidSoWithTheHotline() async {
    let answer = await agent.answer(Question("暖气补贴多久办好"))
    #expect(answer.outcome == .abstained)
    #expect(answer.text.contains("办理时限") && answer.text.contains("12345"))
  }

  @Test func aHowToQuestionGetsTheWholeWay() async {
    let answer = await agent.answer(Question("暖气补贴怎么申请？"))
    for fact in ["居住满2年", "户口簿", "在线申请", "街道审核"] { #expect(answer.text.contains(fact)) }
  }

  @Test func anAmbiguousItemIsAskedBackAndEachReplyIsUnderstood() async {
    for (i, reply) in ["第二个", "换领", "2"].enumerated() {
      let session = "s\(i)"
      let asked = await agent.answer(Question("城市卡收费吗", session: session))
      #expect(asked.outcome == .clarify)
      #expect(asked.text.contains("首次申领") && asked.text.contains("换领"))
      let answer = await agent.answer(Question(reply, session: session))
      #expect(answer.outcome == .answered)
      #expect(answer.text.contains("15元"))
    }
  }

  @Test func whatTheQuestionSaysMoreTellsSiblingsApart() async {
    let answer = await agent.answer(Question("城市卡损坏了收费多少钱"))
    #expect(answer.outcome == .answered)
    #expect(answer.text.contains("15元"))
  }

  @Test func aFollowUpIsResolvedAgainstTheLastTurn() async {
    _ = await agent.answer(Question("暖气补贴补多少？", session: "f"))
    let answer = await agent.answer(Question("那要带什么材料？", session: "f"))
    #expect(answer.outcome == .answered)
    #expect(answer.text.contains("户口簿"))
    let alone = await agent.answer(Question("那要带什么材料？"))
    #expect(alone.outcome != .answered)
  }

  @Test(arguments: [
    "火星移民怎么申请？", "今天天气怎么样", "暖气补贴可以代办吗", "楼下麻将馆太吵", "北京的暖气补贴补多少？",
    "谁写了红楼梦？", "What is the capital of France?",
  ])
  func whatNothingProvesIsNotAnswered(question: String) async {
    let answer = await agent.answer(Question(question))
    #expect(answer.outcome == .abstained)
    #expect(answer.citations.isEmpty)
  }

  @Test func aFrequentQuestionIsAnsweredVerbatim() async {
    let answer = await agent.answer(Question("请问热线电话是几号？"))
    #expect(answer.outcome == .answered)
    #expect(answer.text == "服务热线是12345，24小时有人接听。")
  }

  @Test func aPolicyIsQuotedWhereItsSubjectIsNamed() async {
    let answer = await agent.answer(Question("全区划分了多少个社区综合网格？"))
    #expect(answer.outcome == .answered)
    #expect(answer.text.contains("77个"))
    #expect(!answer.text.contains("巡查两次"))
  }

  @Test func whatIsUnverifiedOrExpiredIsSaid() async throws {
    let answer = await agent.answer(Question("暖气补贴补多少"))
    #expect(answer.notices.contains { $0.contains("待遇标准") && $0.contains("核实") })
    #expect(answer.notices.contains { $0.contains("2024-11-01") })
    #expect(!answer.notices.contains { $0.contains("到期") })
    let (later, _) = try SampleTown.agent(asOf: "2026-01-01")
    let expired = await later.answer(Question("暖气补贴补多少"))
    #expect(expired.notices.contains { $0.contains("2025-12-31") })
  }

  @Test func severalQuestionsShareTheItemOfTheFirst() async {
    let answer = await agent.answer(Question("暖气补贴补多少？要什么材料？"))
    #expect(answer.outcome == .answered)
    #expect(answer.text.contains("1200元") && answer.text.contains("户口簿"))
  }

  @Test func everyCitationOfEveryAnswerHolds() async throws {
    for question in [
      "取暖补贴要什么材料？", "暖气补贴怎么申请？", "热线电话是几号？", "全区划分了多少个社区综合网格？",
      "heating subsidy eligible",
    ] {
      let answer = await agent.answer(Question(question))
      #expect(!answer.citations.isEmpty)
      for citation in answer.citations {
        let document = try #require(knowledge.base.index.document(id: citation.document))
        let bytes = try #require(knowledge.base.index.text(document: document.number))
        #expect(Array(bytes[citation.range]) == Array(citation.quote.utf8))
        #expect(SHA256.hex(bytes) == citation.digest)
      }
    }
  }
}
