import Foundation
import Testing

struct ChatTests {
  private func chat(_ lines: String..., more: [String] = []) throws -> BuiltCommand.Output {
    try BuiltCommand.run(
      ["chat"] + SmallTown.flags() + more,
      input: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  @Test func answersAPipeWithoutPromptAndRemembers() throws {
    let output = try chat("养犬登记要什么材料？", "那要多少天？")
    #expect(output.status == 0, "\(output.error)")
    #expect(
      output.text.contains("须提交犬只免疫证明。[1]") && output.text.contains("5个工作日"), "\(output.text)")
    #expect(!output.text.contains("ask>") && !output.text.contains("city-agent 0"))
  }

  @Test func obeysCommands() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/talk.md"
    let output = try chat(
      "/why", "/sources", "/skills", "养犬登记要多少天？", "/why", "/sources", "/save \(file)",
      "/save \(file)",
      "/lang en", "/lang auto", "/lang fr", "/reset", "那要多少天？", "/rset", "/help", "/quit", "不再回答")
    let text = output.text
    #expect(output.status == 0)
    #expect(
      text.contains("Nothing has been asked yet.")
        && text.contains("No answer has cited a document yet."))
    #expect(text.contains("/service-guides"))
    #expect(text.contains("→ service-guides was asked for the answer"), "\(text)")
    #expect(
      text.contains("[1] 养犬登记 (guides/T03.md)") && text.contains("source: test://T03"), "\(text)")
    #expect(text.contains("as of: 2026-05-01"))
    #expect(text.contains("There is no command /rset; /help lists them. Did you mean “/reset”?"))
    #expect(text.contains("There is no language “fr”"))
    #expect(!text.contains("不再回答"))
    let saved = String(decoding: folder.bytes("talk.md"), as: UTF8.self)
    #expect(saved.contains("## 1. 养犬登记要多少天？") && saved.contains("5个工作日"), "\(saved)")
    // After /reset the follow-up has nothing to follow.
    let rest = try #require(text.range(of: "The conversation is forgotten."))
    #expect(!text[rest.upperBound...].contains("5个工作日"))
  }

  @Test func savesNeverOverAForeignFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("mine.md", "mine")
    #expect(try chat("/save \(file)").text.contains("exists already"))
    #expect(folder.bytes("mine.md") == Array("mine".utf8))
  }

  @Test func putsAQuestionToOneSkill() throws {
    let output = try chat("/service-guides 养犬登记要多少天？", "/service-guides")
    #expect(output.text.contains("5个工作日"), "\(output.text)")
    #expect(output.text.contains("Write the question after /service-guides."))
  }

  @Test func clarifiesAndUnderstandsTheReply() throws {
    let output = try chat("居民卡怎么办？", "换领", "那要多少天？")
    #expect(output.text.contains("4个工作日"), "\(output.text)")
  }

  @Test func printsJSONForPrograms() throws {
    let output = try chat("养犬登记要多少天？", "", "今天天气怎么样？", more: ["--json"])
    let rows = try JSONLines.objects(output.bytes)
    #expect(rows.map { $0["line"] as? Int } == [1, 2])
  }

  @Test func keepsASessionOnDisk() throws {
    let folder = try TemporaryFolder()
    let more = ["--session", "a", "--sessions", folder.path]
    _ = try chat("养犬登记要什么材料？", more: more)
    #expect(try chat("那要多少天？", more: more).text.contains("5个工作日"))
  }
}
