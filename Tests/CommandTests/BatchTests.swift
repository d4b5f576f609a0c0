import Foundation
import Testing

struct BatchTests {
  /// Lines of every form, good and bad, with conversations that run through them.
  static func input(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var random = SplitMix(seed: seed)
    let questions = [
      "养犬登记要多少天？", "那要带什么材料？", "居民卡怎么办？", "第二个", "换领居民卡要什么材料", "小镇划分了多少个社区综合网格？",
      "今天天气怎么样？", "收费吗？", "办狗证要多久",
    ]
    var lines = "\u{FEFF}"
    for i in 1...count {
      let question = questions[random.below(questions.count)]
      switch random.below(12) {
      case 0: lines += "{\"id\":\"x\(i)\",\"question\":\"\"}"
      case 1: lines += "{\"id\": broken"
      case 2: lines += question
      case 3: lines += ""
      case 4: lines += "\"\(question)\"\r"
      case 5:
        lines +=
          "{\"custom_id\":\"c\(i)\",\"body\":{\"messages\":[{\"role\":\"user\",\"content\":\"\(question)\"}]}}"
      default:
        lines +=
          "{\"id\":\"\(i)\",\"question\":\"\(question)\",\"session\":\"s\(random.below(40))\"}"
      }
      lines += "\n"
    }
    return Array(lines.utf8)
  }

  private func flags(_ more: String...) throws -> [String] { try SmallTown.flags() + more }

  @Test func anyNumberOfJobsGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", Self.input(700))
    for jobs in ["1", "3", "8"] {
      let output = try BuiltCommand.run(
        ["batch", input, "-o", folder.path + "/out\(jobs)", "--jobs", jobs] + flags())
      #expect(output.status == 1, "some lines are bad: \(output.error)")
    }
    let one = folder.bytes("out1")
    #expect(one.count > 100_000)
    #expect(folder.bytes("out3") == one && folder.bytes("out8") == one)
    let piped = try BuiltCommand.run(
      ["batch", "--stdin", "-o", "-"] + flags(), input: Self.input(700))
    #expect(piped.bytes == one)
  }

  @Test func everyLineHasItsLineInOrder() throws {
    let text = """
      {"id":"1","question":"养犬登记要多少天？"}

      养犬登记要多少天？
      {"custom_id":"c","body":{"messages":[{"role":"user","content":"养犬登记要多少天？"}]}}
      {"id":"1","question":
      {"custom_id":"d","body":{}}
      {"id":"1","question":"x","lang":"fr"}
      """
    let output = try BuiltCommand.run(["batch", "--stdin"] + flags(), input: Array(text.utf8))
    #expect(output.status == 1)
    let rows = try JSONLines.objects(output.bytes)
    try #require(rows.map { $0["line"] as? Int } == [1, 3, 4, 5, 6, 7])
    #expect(rows[0].keys.sorted() == ["answer", "id", "line"])
    #expect(rows[1].keys.sorted() == ["answer", "line"])
    #expect(rows[2].keys.sorted() == ["answer", "custom_id", "error", "id", "line", "response"])
    #expect(rows[2]["custom_id"] as? String == "c" && rows[2]["error"] is NSNull)
    let response = try #require(rows[2]["response"] as? [String: Any])
    let body = try #require(response["body"] as? [String: Any])
    let choice = try #require((body["choices"] as? [[String: Any]])?.first)
    let message = try #require(choice["message"] as? [String: Any])
    let answer = try #require(rows[2]["answer"] as? [String: Any])
    #expect(response["status_code"] as? Int == 200)
    #expect(response["request_id"] as? String == answer["run"] as? String)
    #expect(body["object"] as? String == "chat.completion")
    #expect(message["content"] as? String == answer["text"] as? String)
    #expect(rows[3].keys.sorted() == ["error", "line"])
    #expect(rows[4]["response"] is NSNull && rows[4]["custom_id"] as? String == "d")
    #expect(rows[5]["id"] as? String == "1")
    let codes = rows[3...].map { ($0["error"] as? [String: Any])?["code"] as? String }
    #expect(codes == ["bad-json", "no-question", "bad-language"])
    // The same question alone gives the same answer, byte for byte.
    let alone = try BuiltCommand.run(["ask", "养犬登记要多少天？", "--json"] + flags())
    #expect(
      output.lines[1].dropFirst("{\"line\":3".count)
        == alone.lines[0].dropFirst("{\"line\":1".count))
  }

  @Test func conversationsGoOnWithinABatch() throws {
    let text = """
      {"id":"1","question":"养犬登记要什么材料？","session":"a"}
      {"id":"2","question":"换领居民卡要什么材料","session":"b"}
      {"id":"3","question":"那要多少天？","session":"a"}
      {"id":"4","question":"那要多少天？","session":"b"}
      """
    let output = try BuiltCommand.run(["batch", "--stdin"] + flags(), input: Array(text.utf8))
    #expect(output.status == 0, "\(output.error)")
    #expect(
      output.lines[2].contains("5个工作日") && output.lines[3].contains("4个工作日"), "\(output.text)")
  }

  @Test func anExistingOutputIsNotTouched() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", "养犬登记要多少天？\n")
    try folder.write("out", "precious\n")
    let command = try ["batch", input, "-o", folder.path + "/out"] + flags()
    let refused = try BuiltCommand.run(command)
    #expect(refused.status == 2)
    #expect(refused.error.contains("exists; go on with --resume, or overwrite it with --force"))
    #expect(folder.bytes("out") == Array("precious\n".utf8))
    let foreign = try BuiltCommand.run(command + ["--resume"])
    #expect(foreign.status == 2 && foreign.error.contains("out.state"))
    #expect(folder.bytes("out") == Array("precious\n".utf8))
    #expect(try BuiltCommand.run(command + ["--force"]).status == 0)
    #expect(try JSONLines.objects(folder.bytes("out")).count == 1)
  }

  @Test func otherEncodingsAreReadOrNamed() throws {
    let folder = try TemporaryFolder()
    let chinese: [UInt8] = [0xB9, 0xB7, 0xD6, 0xA4]  // 狗证 in GB18030
    let input = try folder.write("in", chinese + [0x0A] + Array("狗证\n".utf8))
    let output = try BuiltCommand.run(["batch", input] + flags())
    try #require(output.lines.count == 2)
    #expect(output.lines[0].dropFirst(9) == output.lines[1].dropFirst(9))
    let wide = try folder.write("wide", [0xFF, 0xFE, 0xD7, 0x72, 0x0A, 0x00])
    let refused = try BuiltCommand.run(["batch", wide] + flags())
    #expect(refused.status == 2 && refused.error.contains("iconv"))
  }

  @Test func outputsThatCannotBeWrittenAreTold() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", "养犬登记要多少天？\n")
    let full = try BuiltCommand.run(["batch", input, "-o", "/dev/full"] + flags())
    #expect(full.status == 1)
    #expect(full.error.contains("/dev/full: cannot be written (No space left on device)"))
    let nowhere = try BuiltCommand.run(["batch", input, "-o", "/proc/none/out"] + flags())
    #expect(nowhere.status == 2 && nowhere.error.contains("/proc/none/out"), "\(nowhere.error)")
  }

  @Test func aGiantLineIsOneErrorAndTheRestGoesOn() throws {
    var input = [UInt8](repeating: 0x61, count: 3_000_000)
    input += Array("\n养犬登记要多少天？\n".utf8)
    let output = try BuiltCommand.run(["batch", "--stdin"] + flags(), input: input)
    let rows = try JSONLines.objects(output.bytes)
    try #require(rows.count == 2)
    #expect(rows[0]["error"] != nil && rows[1]["answer"] != nil)
    #expect(output.status == 1)
  }

  @Test func answersAFilterLineByLine() throws {
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: BuiltCommand.path)
    process.arguments = try ["batch", "--stdin", "-o", "-"] + flags()
    process.environment = BuiltCommand.environment([:])
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    for line in 1...3 {
      // The next line is written only when the answer to this one is there.
      try input.fileHandleForWriting.write(contentsOf: Data("养犬登记要多少天？\n".utf8))
      var answer = Data()
      while answer.last != 0x0A {
        let more = output.fileHandleForReading.availableData
        try #require(!more.isEmpty)
        answer += more
      }
      #expect(try JSONLines.objects([UInt8](answer)).map { $0["line"] as? Int } == [line])
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func recordsStandInInputOrder() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", Self.input(300))
    for jobs in ["1", "8"] {
      _ = try BuiltCommand.run(
        ["batch", input, "-o", "/dev/null", "--jobs", jobs, "--record", folder.path + "/r\(jobs)"]
          + flags())
    }
    #expect(folder.bytes("r1").count > 10_000)
    #expect(folder.bytes("r1") == folder.bytes("r8"))
  }

  @Test func sumsUpAsJSON() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", "养犬登记要多少天？\n{\n今天天气怎么样？\n")
    let output = try BuiltCommand.run(
      ["batch", input, "-o", folder.path + "/out", "--json"] + flags())
    let summary = try output.object()
    #expect(summary["lines"] as? Int == 3 && summary["errors"] as? Int == 1)
    #expect(summary["answered"] as? Int == 1 && summary["abstained"] as? Int == 1)
  }
}
