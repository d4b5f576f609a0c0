import Foundation
import Testing

struct TriageClassifyTests {
  /// Labelled reports written for these tests: two matters in many wordings.
  private static let labelled: [String] = (0..<60).map { i in
    let road = ["路灯不亮", "井盖破损", "人行道塌陷", "路面坑洼"][i % 4]
    let school = ["幼儿园乱收费", "小学学位不够", "补习班不退费", "老师体罚学生"][i % 4]
    return i % 2 == 0
      ? #"{"id":"a\#(i)","topic":"第\#(i)号路口\#(road)","detail":"请派人来修。","label":"道路"}"#
      : #"{"msg_id":"b\#(i)","title":"\#(school)","text":"已经是第\#(i)回反映了。","label":"教育"}"#
  }

  private static let trained: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", labelled.joined(separator: "\n") + "\n")
    let output = try BuiltCommand.run(["triage", "train", input, "-o", folder.path + "/model"])
    try #require(output.status == 0, "\(output.error)")
    try #require(output.text.contains("道路") && output.text.contains("教育"))
    return folder
  }

  private static func model() throws -> String { try trained.get().path + "/model" }

  @Test func trainingTwiceGivesTheSameFile() throws {
    let folder = try Self.trained.get()
    let again = try BuiltCommand.run([
      "triage", "train", folder.path + "/in.jsonl", "-o", folder.path + "/again",
    ])
    #expect(again.status == 0 && folder.bytes("again") == folder.bytes("model"))
  }

  @Test func classesComeInInputOrderAndBadLinesAreTold() throws {
    let lines = [
      #"{"id":"1","text":"门口的路灯不亮了"}"#, "{bad", "", #"{"id":7,"title":"小学乱收费","text":""}"#,
      #"{"id":"1","text":"又来"}"#, #"{"id":"2","text":"😀"}"#, #"{"id":"3"}"#, "[]",
    ]
    let output = try BuiltCommand.run(
      ["triage", "classify", "-", "--model", try Self.model()],
      input: Array(lines.joined(separator: "\n").utf8))
    let objects = try JSONLines.objects(output.bytes)
    #expect(output.status == 1 && output.error.contains("7 lines, 4 errors"), "\(output.error)")
    #expect(objects.map { $0["id"] as? String } == ["1", nil, "7", "1", "2", nil, nil])
    #expect(objects[0]["label"] as? String == "道路" && objects[0]["second"] as? String == "教育")
    #expect(objects[2]["label"] as? String == "教育")
    #expect(objects[4]["margin"] as? Double == 0 && objects[4]["unsure"] as? Bool == true)
    let errors = objects.map { ($0["error"] as? [String: Any])?["message"] as? String }
    #expect(errors.map { $0 != nil } == [false, true, false, true, false, true, true])
    #expect(errors[3]?.hasPrefix("stdin:5: ") == true && objects[3]["line"] as? Int == 5)
  }

  @Test func anExplanationQuotesTheTextAndNamesPrecedents() throws {
    let output = try BuiltCommand.run(
      ["triage", "classify", "-", "--model", try Self.model(), "--explain"],
      input: Array((Self.labelled[0] + "\n").utf8))
    let line = try output.object()
    let phrases = try #require(line["deciding"] as? [[String: Any]])
    #expect(phrases.contains { ($0["phrase"] as? String)?.contains("路") == true })
    let nearest = try #require(line["nearest"] as? [[String: Any]])
    #expect(nearest.first?["id"] as? String == "a0" && nearest.first?["label"] as? String == "道路")
  }

  @Test func evaluationPrintsFiguresAndWritesPredictions() throws {
    let folder = try TemporaryFolder()
    let lines =
      Self.labelled + [#"{"id":"x","text":"没有标签"}"#, #"{"id":"a0","text":"重","label":"道路"}"#]
    let input = try folder.write("in.jsonl", lines.joined(separator: "\n"))
    let output = try BuiltCommand.run([
      "triage", "eval", input, "--json", "-o", folder.path + "/out",
    ])
    #expect(output.status == 1)
    #expect(output.error.contains("in.jsonl:61: ") && output.error.contains("in.jsonl:62: "))
    let figures = try output.object()
    #expect(figures["rows"] as? Int == 60 && figures["macroF1"] as? Double ?? 0 > 0.9)
    let written = try JSONLines.objects(folder.bytes("out"))
    #expect(written.count == 60 && written[1]["id"] as? String == "b1")
    let table = try BuiltCommand.run(["triage", "eval", input])
    #expect(table.text.contains("macro-F1") && table.text.contains("道路"))
  }

  @Test func aModelIsJudgedAndLabelsItDoesNotKnowAreTold() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write(
      "in.jsonl", Self.labelled[0] + "\n" + #"{"id":"z","text":"路灯","label":"别的"}"# + "\n")
    let output = try BuiltCommand.run([
      "triage", "eval", input, "--model", try Self.model(), "--json",
    ])
    #expect(output.status == 1 && output.error.contains("别的"))
    #expect(try output.object()["accuracy"] as? Double == 0.5)
  }

  @Test func commaSeparatedRowsAreReadToo() throws {
    let folder = try TemporaryFolder()
    let rows =
      ["id,title,text,label"]
      + (0..<20).map { i in
        i % 2 == 0 ? "\(i),路灯不亮,\"第\(i)次，请修\",道路" : "\(i),学校收费,第\(i)次,教育"
      }
    let input = try folder.write("in.csv", rows.joined(separator: "\r\n") + "\r\n21,\"没有结尾,x\r\n")
    let output = try BuiltCommand.run(["triage", "train", input, "-o", folder.path + "/m"])
    #expect(output.status == 1 && output.error.contains("in.csv:22: "), "\(output.error)")
    let classified = try BuiltCommand.run([
      "triage", "classify", input, "--model", folder.path + "/m",
    ])
    #expect(try JSONLines.objects(classified.bytes).count == 21)
  }

  @Test func damagedAndForeignModelsAreOneClearError() throws {
    let folder = try Self.trained.get()
    let whole = folder.bytes("model")
    var other = whole
    other[8] = 9
    for (bytes, word) in [
      (Array(whole.prefix(whole.count / 2)), "cut short"), (other, "version 9"),
      (Array("hello".utf8), "no triage model"), ([], "no triage model"),
    ] {
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/bad"))
      let output = try BuiltCommand.run(
        ["triage", "classify", "-", "--model", folder.path + "/bad"])
      #expect(output.status == 2 && output.bytes.isEmpty && output.error.contains(word))
      #expect(output.error.contains("/bad") && output.error.split(separator: "\n").count == 1)
    }
  }

  @Test func wrongUsageChangesNothing() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", Self.labelled.joined(separator: "\n"))
    let before = folder.bytes("in.jsonl")
    for words in [
      ["train", input], ["train", input, "-o", input],
      ["train", input, "-o", input + ".m", "--accuracy", "97"],
      ["train", folder.path, "-o", input + ".m"], ["train", input + "x", "-o", input + ".m"],
      ["classify", input], ["classify", input, "--model", input], ["eval", input, "--folds", "1"],
      ["eval", input, "-o", input],
    ] {
      let output = try BuiltCommand.run(["triage"] + words)
      #expect(output.status == 2 && !output.error.isEmpty, "\(words): \(output.error)")
    }
    #expect(
      folder.bytes("in.jsonl") == before && !FileManager.default.fileExists(atPath: input + ".m"))
    let one = try folder.write("one.jsonl", Self.labelled[0])
    let output = try BuiltCommand.run(["triage", "train", one, "-o", folder.path + "/m"])
    #expect(output.status == 2 && output.error.contains("道路"))
  }
}
