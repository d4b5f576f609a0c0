import CityAgentTesting
import CityIndex
import CityNet
import Foundation
import LoopbackServer
import Testing

@testable import CityAgent
@testable import CityBackends

/// A writer behind a real connection: whatever the server does, the answer without a model stands.
@Suite struct WriterOverHTTPTests {
  static let prompts = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("prompts").path
  static let rewrite = "自受理申请之日起3个工作日内办结，法定节假日顺延。[1]"

  let knowledge: TemporaryKnowledge

  init() throws {
    knowledge = try TemporaryKnowledge(files: [
      "guides/a.md":
        "---\ntitle: 港澳签注\n---\n# 港澳签注\n\n## 办理时限\n自受理申请之日起三个工作日内办结，法定节假日顺延。\n"
    ])
  }

  func agent(_ backend: ChatBackend?) throws -> Agent {
    let index = knowledge.base.index
    let passage = index.passage(0)
    let text = String(decoding: index.text(document: 0, range: passage.range)!, as: UTF8.self)
    let quote = DraftSentence(
      .quoted(text, EvidenceSpan(passage: 0, range: passage.range)), isCore: true)
    var configuration = AgentConfiguration(asOf: CalendarDay("2026-11-23")!)
    configuration.modelDeadline = .seconds(3600)
    return Agent(
      knowledge: knowledge.base,
      skills: [
        ScriptedSkill(
          name: "a", match: { _ in Match(score: 0.9) },
          answer: { _ in Draft(outcome: .answered, sentences: [quote]) })
      ], configuration: configuration,
      models: try backend.map {
        AgentModels(writer: $0, prompts: try PromptFolder(Self.prompts))
      })
  }

  /// - Parameter isSilent: whether the server keeps a client waiting, so that a limit of time must end it.
  func answer(
    isSilent: Bool = false, _ play: @escaping @Sendable (LoopbackConnection) -> Void
  ) async throws -> Answer {
    let server = try LoopbackServer.answering { _, connection in play(connection) }
    let endpoint = try BackendSample.endpoint(server.url) {
      // Patient, for a loaded machine; the server ends all but one of these transfers itself.
      $0.limits = TransferLimits(
        connect: .seconds(600), firstByte: isSilent ? .milliseconds(40) : .seconds(600),
        idle: .seconds(600), total: .seconds(3600))
      $0.limits.bodyBytes = 1 << 20
    }
    return await (try agent(BackendSample.chat(endpoint))).answer(Question("签注怎么办？"))
  }

  /// Holds an answer to be the one without a model, with one notice more.
  func expectComposed(_ answer: Answer, _ place: String) async throws {
    let plain = await (try agent(nil)).answer(Question("签注怎么办？"))
    var answer = answer
    #expect(answer.notices.count == plain.notices.count + 1, "\(place)")
    answer.notices = plain.notices
    #expect(answer == plain, "\(place)")
  }

  /// What the server sends up to the end of the sentence, and what follows.
  static let begin = ScriptedModel.cut(rewrite, 4).dropLast().map(ChatReaderTests.text).joined()
  static let end =
    ChatReaderTests.text(ScriptedModel.cut(rewrite, 4).last!) + ChatReaderTests.stop("stop")
    + ChatReaderTests.done

  @Test func aServersRewriteIsSaid() async throws {
    let answer = try await answer { connection in
      connection.beginChunks()
      connection.chunk(Self.begin + Self.end)
      connection.endChunks()
    }
    #expect(answer.text == "自受理申请之日起3个工作日内办结，法定节假日顺延。")
    #expect(answer.notices.isEmpty && answer.citations.count == 1)
  }

  @Test(arguments: ChatFailureTests.Fault.allCases)
  func everyFaultOfAServerLeavesTheAnswer(fault: ChatFailureTests.Fault) async throws {
    try await expectComposed(answer(isSilent: fault == .slow) { fault.play($0) }, "\(fault)")
  }

  @Test func aStreamThatIsCutAnywhereLeavesTheAnswer() async throws {
    let bytes = Array(Self.begin.utf8)
    for count in stride(from: 0, through: bytes.count, by: 11) {
      let cut = try await answer { connection in
        connection.write(
          "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: \(bytes.count + 1)\r\n\r\n"
        )
        connection.write(Array(bytes[..<count]))
      }
      try await expectComposed(cut, "after \(count) bytes")
    }
  }
}
