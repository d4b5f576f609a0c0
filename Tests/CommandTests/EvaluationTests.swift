import Foundation
import Testing

@testable import city_agent

struct EvaluationTests {
  /// A corpus whose right rankings can be read off.
  private func corpus(_ folder: TemporaryFolder, beir: Bool) throws -> String {
    let key = beir ? "_id" : "id"
    let texts = [
      "apple pie with cinnamon", "banana bread with nuts", "cherry cake and cream", "plain oats",
    ]
    try folder.write(
      "e/corpus.jsonl",
      texts.enumerated().map {
        "{\"\(key)\":\"d\($0.offset)\",\"title\":\"\",\"text\":\"\($0.element)\"}\n"
      }.joined())
    try folder.write(
      "e/queries.jsonl",
      """
      {"\(key)":"q0","text":"apple pie","answer":"apple pie with cinnamon"}
      {"\(key)":"q1","text":"banana nuts"}
      {"\(key)":"q2","text":"zebra"}

      """)
    if beir {
      try folder.write(
        "e/qrels/test.tsv",
        "query-id\tcorpus-id\tscore\nq0\td0\t1\nq1\td1\t2\nq1\td3\t0\nq2\td2\t1\n")
    } else {
      try folder.write("e/qrels.tsv", "q0\td0\nq1\td1\nq2\td2\n")
    }
    return folder.path + "/e"
  }

  @Test(arguments: [false, true])
  func ranksAndScores(_ beir: Bool) throws {
    let folder = try TemporaryFolder()
    let words = [
      "eval", "retrieval", try corpus(folder, beir: beir), "--index", folder.path + "/i",
      "--run", folder.path + "/run.tsv", "--json",
    ]
    let output = try BuiltCommand.run(words)
    #expect(output.status == 0, "\(output.error)")
    let table = try output.object()
    #expect(table["queries"] as? Int == 3 && table["answered"] as? Int == 2)
    #expect(table["nDCG@10"] as? Double == 0.6667 && table["R@1"] as? Double == 0.6667)
    #expect(table["MRR@10"] as? Double == 0.6667)
    let run = String(decoding: folder.bytes("run.tsv"), as: UTF8.self)
    #expect(run.contains("q0\td0\t1\n") && run.contains("q1\td1\t1\n") && !run.contains("q2"))
    // A second time the index is there, and the run is the same.
    _ = try BuiltCommand.run(words + ["--jobs", "1"])
    #expect(String(decoding: folder.bytes("run.tsv"), as: UTF8.self) == run)
  }

  @Test func comparesAnswers() throws {
    let folder = try TemporaryFolder()
    let output = try BuiltCommand.run(
      [
        "eval", "answers", try corpus(folder, beir: false), "--index", folder.path + "/i", "--out",
        folder.path + "/out.jsonl", "--json",
      ])
    #expect(output.status == 0, "\(output.error)")
    #expect(try output.object()["questions"] as? Int == 1)
    let rows = try JSONLines.objects(folder.bytes("out.jsonl"))
    try #require(rows.count == 1)
    #expect(rows[0]["id"] as? String == "q0" && rows[0]["answer"] != nil)
  }

  @Test func namesFileAndLineOfABadQuery() throws {
    let folder = try TemporaryFolder()
    let path = try corpus(folder, beir: false)
    try folder.write("e/queries.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\n")
    let output = try BuiltCommand.run(["eval", "retrieval", path])
    #expect(output.status == 2 && output.error.contains("queries.jsonl:2"), "\(output.error)")
  }

  @Test func checksPromptfooCases() throws {
    let folder = try TemporaryFolder()
    let cases = try folder.write(
      "cases.jsonl",
      """
      {"vars":{"question":"养犬登记要多少天？"},"assert":[{"type":"contains","value":"5个工作日"},{"type":"not-contains","value":"7个"},{"type":"regex","value":"承诺\\\\d+个"},{"type":"contains-any","value":["x","5个"]},{"type":"not-is-refusal"}]}
      {"vars":{"q":"今天天气怎么样？"},"assert":[{"type":"is-refusal"}]}
      {"vars":{"question":"养犬登记要多少天？"},"assert":[{"type":"contains-all","value":["5个","9个"]},{"type":"starts-with","value":"绝不"}]}
      {"vars":{"question":"养犬登记要多少天？"},"assert":[{"type":"llm-rubric","value":"good"}]}

      """)
    let words = try ["eval", "promptfoo", cases, "--out", folder.path + "/out"] + SmallTown.flags()
    let output = try BuiltCommand.run(words + ["--json"])
    #expect(output.status == 1)
    let table = try output.object()
    #expect(table["cases"] as? Int == 4 && table["passed"] as? Int == 2, "\(output.error)")
    #expect(table["failed"] as? Int == 1 && table["errors"] as? Int == 1)
    #expect(output.error.contains("cases.jsonl:3 contains-all, starts-with"), "\(output.error)")
    let rows = try JSONLines.objects(folder.bytes("out"))
    #expect(rows.map { $0["pass"] as? Bool } == [true, true, false, nil])
    try folder.write(
      "cases.jsonl", "{\"vars\":{\"q\":\"今天天气怎么样？\"},\"assert\":[{\"type\":\"is-refusal\"}]}\n")
    #expect(try BuiltCommand.run(words).status == 0)
  }

  @Test func overlapIsTheLongestCommonSubsequence() {
    var random = SplitMix(seed: 29)
    for _ in 0..<200 {
      let a = (0..<random.below(9)).map { _ in UInt32(random.below(4)) }
      let b = (0..<random.below(9)).map { _ in UInt32(random.below(4)) }
      let common = Self.longest(a[...], b[...])
      let expected =
        common == 0 ? 0 : 2 * Double(common) / Double(a.count + b.count)
      #expect(abs(TextOverlap.rougeL(a, b) - expected) < 1e-12)
      var bag = b
      var shared = 0
      for x in a {
        if let i = bag.firstIndex(of: x) {
          bag.remove(at: i)
          shared += 1
        }
      }
      #expect(
        abs(
          TextOverlap.f1(a, b) - (shared == 0 ? 0 : 2 * Double(shared) / Double(a.count + b.count)))
          < 1e-12)
    }
  }

  /// The definition itself, exponential.
  private static func longest(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Int {
    guard let x = a.first, let y = b.first else { return 0 }
    if x == y { return 1 + longest(a.dropFirst(), b.dropFirst()) }
    return max(longest(a.dropFirst(), b), longest(a, b.dropFirst()))
  }

  @Test func metricsAreTheTextbookOnes() {
    var metrics = RankingMetrics()
    metrics.count(["a", "x", "b"], relevant: ["a", "b"])
    metrics.count(["y", "c"], relevant: ["c"])
    metrics.count(nil, relevant: ["z"])
    let rows = Dictionary(
      uniqueKeysWithValues: metrics.table.rows.map { ($0.name, "\($0.figure)") })
    let first = (1 + 1 / 2.0) / (1 + 1 / log2(3.0))
    let second = 1 / log2(3.0)
    #expect(rows["nDCG@10"] == "share(\((first + second) / 3))")
    #expect(rows["R@1"] == "share(\(0.5 / 3))")
    #expect(rows["R@5"] == "share(\(2.0 / 3))")
    #expect(rows["MRR@10"] == "share(\(1.5 / 3))")
  }
}
