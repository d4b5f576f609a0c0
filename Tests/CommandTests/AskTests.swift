import Foundation
import Testing

struct AskTests {
  @Test func printsTheAnswerWithItsSource() throws {
    let output = try BuiltCommand.run(["ask", "养犬登记要多少天？"] + SmallTown.flags())
    #expect(output.status == 0, "\(output.error)")
    #expect(output.text.contains("养犬登记承诺5个工作日办结。[1]"), "\(output.text)")
    #expect(output.text.contains("[1] guides/T03.md · 办理时限"), "\(output.text)")
    #expect(!output.error.contains("2026-06-01"), "the day is told to a terminal only")
  }

  @Test func printsOneLineOfJSONInTheDocumentedOrder() throws {
    let output = try BuiltCommand.run(["ask", "养犬登记要多少天？", "--json"] + SmallTown.flags())
    let line = try #require(output.lines.first)
    let object = try output.object()
    #expect(object.keys.sorted() == ["answer", "line"])
    let answer = try #require(object["answer"] as? [String: Any])
    #expect(answer["outcome"] as? String == "answered")
    let keys = [
      "line", "answer", "outcome", "text", "citations", "number", "document", "clause", "quote",
      "range", "digest", "skill", "confidence", "data", "attachments", "suggestions", "notices",
      "run",
    ]
    var at = line.startIndex
    for key in keys {
      let found = try #require(line.range(of: "\"\(key)\":", range: at..<line.endIndex), "\(key)")
      at = found.upperBound
    }
    #expect(line.contains("办理时限") && !line.contains("\\u") && !line.contains("\\/"))
  }

  @Test func everyCitationHoldsAgainstTheShownDocument() throws {
    let output = try BuiltCommand.run(
      ["ask", "养犬登记要什么材料？小镇划分了多少个社区综合网格？", "--json"] + SmallTown.flags())
    let answer = try #require(try output.object()["answer"] as? [String: Any])
    let citations = try #require(answer["citations"] as? [[String: Any]])
    #expect(!citations.isEmpty)
    for citation in citations {
      let document = try #require(citation["document"] as? String)
      let range = try #require(citation["range"] as? [Int])
      let shown = try BuiltCommand.run(
        ["index", "show", document] + SmallTown.flags().prefix(2))
      #expect(shown.status == 0)
      #expect(
        String(decoding: shown.bytes[range[0]..<range[1]], as: UTF8.self)
          == citation["quote"] as? String)
    }
  }

  @Test(arguments: [
    ("今天天气怎么样？", "abstained"), ("居民卡怎么办？", "clarify"), ("养犬登记要什么材料？", "answered"),
  ])
  func everyOutcomeButFailedIsWell(_ question: String, _ outcome: String) throws {
    let output = try BuiltCommand.run(["ask", question, "--json"] + SmallTown.flags())
    #expect(output.status == 0)
    let answer = try #require(try output.object()["answer"] as? [String: Any])
    #expect(answer["outcome"] as? String == outcome, "\(output.text)")
  }

  @Test(arguments: ["", "  \u{200B}\n", "\u{202E}\u{FEFF}"])
  func anEmptyQuestionFails(_ question: String) throws {
    let output = try BuiltCommand.run(["ask", question, "--json"] + SmallTown.flags())
    #expect(output.status == 1)
    let answer = try #require(try output.object()["answer"] as? [String: Any])
    #expect(answer["outcome"] as? String == "failed")
  }

  @Test func readsTheQuestionFromStandardInput() throws {
    let flags = try SmallTown.flags()
    let plain = try BuiltCommand.run(["ask", "养犬登记要多少天？", "--json"] + flags)
    let piped = try BuiltCommand.run(
      ["ask", "--json"] + flags, input: Array("养犬登记要多少天？\n".utf8))
    #expect(piped.bytes == plain.bytes)
    // GB18030: 养犬登记要多少天？
    let chinese: [UInt8] = [
      0xD1, 0xF8, 0xC8, 0xAE, 0xB5, 0xC7, 0xBC, 0xC7, 0xD2, 0xAA, 0xB6, 0xE0, 0xC9, 0xD9, 0xCC,
      0xEC, 0xA3, 0xBF,
    ]
    #expect(try BuiltCommand.run(["ask", "--json"] + flags, input: chinese).bytes == plain.bytes)
  }

  @Test func aMillionBytesAreTooManyAndNoCrash() throws {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    let output = try BuiltCommand.run(["ask", "--json"] + SmallTown.flags(), input: long)
    #expect(output.status == 1)
    #expect(output.text.contains("65536"), "\(output.text)")
    let huge = try BuiltCommand.run(
      ["ask"] + SmallTown.flags(), input: long + long + long + long + long)
    #expect(huge.status == 1)
    #expect(huge.error.contains("longer than"), "\(huge.error)")
  }

  @Test func aConversationGoesOnFromDisk() throws {
    let folder = try TemporaryFolder()
    let session =
      try ["--session", "甲", "--sessions", folder.path + "/s", "--json"] + SmallTown.flags()
    _ = try BuiltCommand.run(["ask", "养犬登记要什么材料？"] + session)
    let follow = try BuiltCommand.run(["ask", "那要多少天？"] + session)
    #expect(follow.text.contains("5个工作日"), "\(follow.text)")
    let alone = try BuiltCommand.run(["ask", "那要多少天？", "--json"] + SmallTown.flags())
    #expect(!alone.text.contains("5个工作日"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/s")
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test func aFullDiskIsTold() throws {
    let question = try ["ask", "养犬登记要多少天？", "--json"] + SmallTown.flags()
    let output = try BuiltCommand.run(shell: question, redirect: ">/dev/full")
    #expect(output.status == 1)
    #expect(output.error.contains("stdout: cannot be written (No space left on device)"))
  }

  @Test func recordsWhatReplayNeeds() throws {
    let folder = try TemporaryFolder()
    let record = folder.path + "/record.jsonl"
    let flags = try SmallTown.flags() + ["--record", record, "--json"]
    let output = try BuiltCommand.run(["ask", "养犬登记要多少天？"] + flags)
    let records = try JSONLines.objects(folder.bytes("record.jsonl"))
    try #require(records.count == 1)
    #expect(records[0]["question"] as? String == "养犬登记要多少天？")
    #expect(records[0]["asOf"] as? String == "2026-06-01")
    let answer = try #require(try output.object()["answer"] as? [String: Any])
    #expect(records[0]["run"] as? String == answer["run"] as? String)
    #expect(
      try BuiltCommand.run(["ask", "x"] + SmallTown.flags() + ["--record", "/proc/none/file"])
        .status
        == 2)
  }

  @Test func theLocaleNeverTouchesTheAnswer() throws {
    let question = try ["ask", "养犬登记要多少天？", "--json"] + SmallTown.flags()
    let english = try BuiltCommand.run(question, environment: ["LC_ALL": "en_US.UTF-8"])
    let chinese = try BuiltCommand.run(
      question, environment: ["LC_ALL": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"])
    #expect(english.bytes == chinese.bytes)
  }

  @Test func anUnknownSkillIsNamed() throws {
    let output = try BuiltCommand.run(
      ["ask", "x", "--skill", "no-such", "--json"] + SmallTown.flags())
    #expect(output.status == 1)
    #expect(output.text.contains("no-such") && output.text.contains("service-guides"))
  }

  @Test func failuresAreJSONForPrograms() throws {
    let output = try BuiltCommand.run(["ask", "x", "--json", "--knowledge", "/proc/none"])
    #expect(output.status == 2)
    let error = try #require(try output.object()["error"] as? [String: Any])
    #expect(error["code"] as? String == "no-knowledge")
    #expect((error["message"] as? String ?? "").contains("/proc/none"))
  }
}

extension BuiltCommand {
  /// Runs through a shell, for redirections.
  static func run(shell words: [String], redirect: String) throws -> Output {
    let quoted = ([path] + words).map { "'\($0)'" }.joined(separator: " ")
    let process = Process()
    let error = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", quoted + " " + redirect]
    process.environment = environment([:])
    process.standardInput = FileHandle.nullDevice
    process.standardError = error
    try process.run()
    let text = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Output(
      status: process.terminationStatus, bytes: [], error: String(decoding: text, as: UTF8.self))
  }
}
