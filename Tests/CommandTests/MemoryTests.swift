import Foundation
import Testing

@testable import city_agent

struct MemoryTests {
  private func town() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    return folder
  }

  private func run(_ words: [String], _ folder: TemporaryFolder, input: String = "") throws
    -> BuiltCommand.Output
  {
    try BuiltCommand.run(
      words + ["--home", folder.path], input: Array(input.utf8))
  }

  @Test func pairsAreAddedListedCheckedAndRemoved() throws {
    let folder = try town()
    let added = try run(
      ["memory", "add", "我是张三，电话13800138000，狗狗上户口", "guides/T03.md#申请材料"], folder)
    #expect(added.status != 2, "\(added.error)")
    let unknown = try run(["memory", "add", "问题", "guides/none.md"], folder)
    #expect(unknown.status == 1 && unknown.error.contains("none.md"), "\(unknown.error)")
    try folder.write(
      "pairs.jsonl",
      "{\"question\":\"狗证在哪办\",\"document\":\"guides/T03.md\"}\nbroken\n{\"question\":\" \",\"document\":\"x\"}\n"
    )
    let more = try run(["memory", "add", "--file", folder.path + "/pairs.jsonl"], folder)
    #expect(more.status == 1 && more.error.contains("pairs.jsonl:2"), "\(more.error)")
    let list = try run(["memory", "list"], folder)
    #expect(list.text.contains("狗证在哪办") && !list.text.contains("13800138000"), "\(list.text)")
    let stored = String(decoding: folder.bytes("seeds/memory.jsonl"), as: UTF8.self)
    #expect(!stored.contains("13800138000"))
    #expect(try run(["memory", "check"], folder).status == 0)
    #expect(try run(["memory", "remove", "1"], folder).status == 0)
    #expect(try !run(["memory", "list"], folder).text.contains("狗狗上户口"))
    #expect(try run(["memory", "remove", "99"], folder).status == 2)
    let empty = try town()
    #expect(try run(["memory", "remove", "1"], empty).status == 2)
    #expect(!empty.exists("seeds/memory.jsonl"))
  }

  @Test func feedbackEntersAtTheNextUpdateAndNotBefore() throws {
    let folder = try town()
    #expect(try run(["index", "update"], folder).status == 0)
    let before = try run(["index", "info", "--json"], folder).object()
    #expect(
      try run(["memory", "add", "狗狗上户口", "guides/T03.md"], folder).status != 2)
    _ = try run(["ask", "养犬登记要多久", "--as-of", "2026-06-01"], folder)
    let still = try run(["index", "info", "--json"], folder).object()
    #expect(before["generation"] as? String == still["generation"] as? String)
    let updated = try run(["index", "update"], folder)
    #expect(updated.status == 0 && updated.error.contains("1"), "\(updated.error)")
    let after = try run(["index", "info", "--json"], folder).object()
    #expect(before["generation"] as? String != after["generation"] as? String)
    #expect((after["tables"] as? [String])?.contains("answer-memory") == true)
  }

  @Test func rememberedQuestionsAreShownToNobodyElse() throws {
    let folder = try town()
    let secret = "紫罗兰巷的柯基要上户口zzqx"
    #expect(try run(["memory", "add", secret, "guides/T03.md"], folder).status != 2)
    #expect(try run(["index", "update"], folder).status == 0)
    for question in ["紫罗兰巷的柯基", "柯基上户口要什么材料", "狗证", "养犬登记要多久", "zzqx"] {
      let chat = try BuiltCommand.run(
        ["chat", "--home", folder.path, "--as-of", "2026-06-01"],
        input: Array("\(question)\n/why\n/sources\n".utf8))
      let json = try run(["ask", question, "--json", "--as-of", "2026-06-01"], folder)
      for text in [chat.text, chat.error, json.text, json.error] {
        #expect(!text.contains(secret) && !text.contains("巷的柯基要上户口"), "\(text)")
      }
    }
    // Nor does the index file hold it.
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    for name in files ?? [] where name.hasSuffix(".cityindex") {
      #expect(Data(folder.bytes(name)).range(of: Data(secret.utf8)) == nil)
      #expect(Data(folder.bytes(name)).range(of: Data("柯基".utf8)) == nil)
    }
  }

  @Test func aMemoryMakesNoUnknownSubjectAnswerable() throws {
    let folder = try town()
    let question = "紫罗兰巷的柯基什么时候体检"
    #expect(try run(["memory", "add", question, "policies/P01.md"], folder).status != 2)
    #expect(try run(["index", "update"], folder).status == 0)
    let answer = try run(["ask", question, "--json", "--as-of", "2026-06-01"], folder).object()
    let outcome = (answer["answer"] as? [String: Any])?["outcome"] as? String
    #expect(outcome == "abstained", "\(answer)")
  }

  @Test func goodShowsWhatItStoresAndStoresItOnRequest() throws {
    let folder = try town()
    #expect(try run(["index", "update"], folder).status == 0)
    let shown = try run(
      ["chat", "--as-of", "2026-06-01"], folder, input: "养犬登记要多久\n/good\n")
    #expect(shown.text.contains("→ guides/T03.md"), "\(shown.text)")
    #expect(!folder.exists("seeds/memory.jsonl"))
    _ = try run(["chat", "--as-of", "2026-06-01"], folder, input: "养犬登记要多久\n/good yes\n")
    let stored = String(decoding: folder.bytes("seeds/memory.jsonl"), as: UTF8.self)
    #expect(stored.contains("\"source\":\"chat\"") && stored.contains("guides/T03.md"))
  }

  @Test func thePairOfASecondGoodIsNotStoredTwice() throws {
    let folder = try town()
    #expect(try run(["index", "update"], folder).status == 0)
    for _ in 0..<2 {
      _ = try run(
        ["chat", "--as-of", "2026-06-01"], folder, input: "养犬登记要多久\n/good yes\n/good yes\n")
    }
    let stored = String(decoding: folder.bytes("seeds/memory.jsonl"), as: UTF8.self)
    let lines = stored.split(separator: "\n")
    #expect(!lines.isEmpty && Set(lines).count == lines.count, "\(stored)")
    let again = try run(["memory", "add", "养犬登记要多久", "guides/T03.md"], folder)
    let twice = try run(["memory", "add", "养犬登记要多久", "guides/T03.md"], folder)
    #expect(again.status == 0 && twice.status == 1, "\(twice.error)")
    #expect(twice.error.contains("\(lines.count + 1)"), "\(twice.error)")
  }

  @Test func whatIsLeftOfABatchIsConfirmed() throws {
    let folder = try town()
    try folder.write("in.jsonl", "养犬登记要多久\n{\"id\":7,\"question\":\"今天股票涨了吗\"}\n养犬登记要什么材料\n")
    let (input, output) = (folder.path + "/in.jsonl", folder.path + "/out.jsonl")
    let batch = try run(["batch", input, "-o", output, "--as-of", "2026-06-01"], folder)
    #expect(batch.status == 0, "\(batch.error)")
    var lines = String(decoding: folder.bytes("out.jsonl"), as: UTF8.self).split(separator: "\n")
    lines.remove(at: 0)
    try folder.write("out.jsonl", lines.joined(separator: "\n") + "\nbroken\n")
    let added = try run(["memory", "add", "--answers", output, "--file", input], folder)
    #expect(added.status == 1, "\(added.error)")
    #expect(added.error.contains("out.jsonl:1") && added.error.contains("out.jsonl:3"))
    let stored = String(decoding: folder.bytes("seeds/memory.jsonl"), as: UTF8.self)
    #expect(stored.contains("养犬登记要什么材料") && stored.contains("\"source\":\"batch\""))
    #expect(!stored.contains("养犬登记要多久") && !stored.contains("股票"), "\(stored)")
    #expect(try run(["memory", "add", "--answers", output], folder).status == 2)
  }

  @Test func ownWeightsRankAnswersAndAreCheckedFirst() throws {
    let folder = try town()
    func runID() throws -> String? {
      let answer = try run(["ask", "养犬登记要多久", "--json", "--as-of", "2026-06-01"], folder)
      return (try answer.object()["answer"] as? [String: Any])?["run"] as? String
    }
    let plain = try runID()
    try folder.write("w.txt", "city-agent rank weights, version 2\nscore 1\n")
    try folder.write("city-agent.json", "{\"weights\":\"w.txt\"}")
    let own = try runID()
    #expect(plain != nil && own != nil && plain != own)
    try folder.write("w.txt", "city-agent rank weights, version 1\nscore 1\n")
    let old = try run(["ask", "养犬登记要多久"], folder)
    #expect(old.status == 2 && old.error.contains("w.txt:1"), "\(old.error)")
  }

  @Test func writersAtTheSameTimeLoseNoPair() async throws {
    let folder = try town()
    #expect(try run(["index", "update"], folder).status == 0)
    try await withThrowingTaskGroup(of: Int32.self) { tasks in
      for i in 0..<6 {
        tasks.addTask { try run(["memory", "add", "第\(i)个问题的狗", "guides/T03.md"], folder).status }
      }
      for try await status in tasks { #expect(status == 0) }
    }
    let stored = String(decoding: folder.bytes("seeds/memory.jsonl"), as: UTF8.self)
    #expect(stored.split(separator: "\n").count == 6, "\(stored)")
  }

  @Test func aMemoryIsEvaluatedAndItsWeightsAreFitted() throws {
    let folder = try TemporaryFolder()
    var (corpus, queries, judgements) = ("", "", "")
    let names = Array("abcdefghij").map(String.init)
    for (i, name) in names.enumerated() {
      corpus += "{\"id\":\"d\(i)\",\"title\":\"t\(name)x\",\"text\":\"w\(name) v\(name)\"}\n"
    }
    // Nothing of the text is in the questions: only what others confirmed tells.
    for i in 0..<40 {
      queries +=
        "{\"id\":\"q\(i)\",\"text\":\"kind\(names[i % 10]) tint\(names[i % 10]) \(i + 100)\"}\n"
      judgements += "q\(i)\td\(i % 10)\n"
    }
    try folder.write("e/corpus.jsonl", corpus)
    try folder.write("e/queries.jsonl", queries)
    try folder.write("e/qrels.tsv", judgements)
    let place = [folder.path + "/e", "--index", folder.path + "/i", "--json"]
    let apart = try BuiltCommand.run(["eval", "memory"] + place).object()
    #expect(apart["nDCG@10 without"] as? Double == 0)
    #expect(apart["nDCG@10 with"] as? Double ?? 0 > 0.9, "\(apart)")
    let byAnswer = try BuiltCommand.run(["eval", "memory", "--by-answer"] + place).object()
    #expect(byAnswer["nDCG@10 with"] as? Double ?? 1 < 0.5, "\(byAnswer)")
    let tuned = try BuiltCommand.run(["tune", "--memory", "-o", folder.path + "/w"] + place)
    #expect(tuned.status == 0, "\(tuned.error)")
    #expect(try tuned.object()["held out"] as? Double ?? 0 > 0.9)
    #expect(String(decoding: folder.bytes("w"), as: UTF8.self).contains("weights of a memory"))
    let many = try BuiltCommand.run(["eval", "memory", "--folds", "99"] + place)
    #expect(many.status == 2 && many.error.contains("40"), "\(many.error)")
  }

  @Test func groupedFoldsShareNoAnswer() {
    var random = SystemRandomNumberGenerator()
    let answers = (0..<200).map { _ in
      (0..<Int.random(in: 1...2, using: &random)).map { _ in
        "\(Int.random(in: 0..<150, using: &random))"
      }
    }
    func folds(byAnswer: Bool) -> [Int] {
      MemoryFolds(
        answers.map { "\($0)" }, answers: answers, count: 5, seed: 7, byAnswer: byAnswer
      ).parts
    }
    let grouped = folds(byAnswer: true)
    for i in answers.indices {
      for j in answers.indices where !Set(answers[i]).isDisjoint(with: answers[j]) {
        #expect(grouped[i] == grouped[j])
      }
    }
    let plain = folds(byAnswer: false)
    #expect((0..<5).allSatisfy { fold in plain.count { $0 == fold } == 40 })
  }
}
