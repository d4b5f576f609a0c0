import CityAgentTesting
import Testing

@testable import CityAgent

/// A session that takes nothing and a recorder that cannot write: told with the answer.
@Suite struct RecordFailureTests {
  struct FullDisk: Error, CustomStringConvertible {
    var description: String { "no room on the disk" }
  }

  struct FullStore: SessionStore {
    func items(_ session: String, limit: Int) async throws -> [SessionItem] { [] }
    func append(_ item: SessionItem, to session: String) async throws { throw FullDisk() }
    func clear(_ session: String) async throws {}
  }

  struct FullRecorder: RunRecorder {
    func record(_ record: RunRecord) async throws { throw FullDisk() }
  }

  @Test func whatCouldNotBeKeptIsANoticeOfTheAnswer() async throws {
    let knowledge = try TemporaryKnowledge(files: ["guides/a.md": "# 居住证\n## 费用\n不收费。\n"])
    let agent = Agent(
      knowledge: knowledge.base, skills: [],
      configuration: AgentConfiguration(asOf: CalendarDay("2026-11-24")!), sessions: FullStore(),
      recorder: FullRecorder())
    let kept = await agent.answer(Question("居住证多少钱？"))
    #expect(kept.notices.count == 1)
    let answer = await agent.answer(Question("居住证多少钱？", session: "s"))
    #expect(answer.notices.count == 2)
    #expect(answer.notices.allSatisfy { $0.contains("no room on the disk") })
    #expect(answer.outcome == kept.outcome)
    #expect(answer.text == kept.text)
  }
}
