import Foundation
import Testing

@testable import city_agent

struct TuneTests {
  /// Thirty documents in pairs; each question is answered by the one that names the thing in its title.
  private func folder(questions: Int = 30) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let things = [
      "apple", "banana", "cherry", "plum", "peach", "melon", "lemon", "grape", "fig", "olive",
    ]
    var (corpus, queries, judgements) = ("", "", "")
    for (i, thing) in things.enumerated() {
      corpus +=
        "{\"id\":\"t\(i)\",\"title\":\"\(thing)\",\"text\":\"grown in the south and sold fresh\"}\n"
      corpus +=
        "{\"id\":\"n\(i)\",\"title\":\"\",\"text\":\"\(thing) and more \(thing) for the market\"}\n"
    }
    for i in 0..<questions {
      queries += "{\"id\":\"q\(i)\",\"text\":\"\(things[i % 10]) number \(i)\"}\n"
      judgements += "q\(i)\tt\(i % 10)\n"
    }
    try folder.write("e/corpus.jsonl", corpus)
    try folder.write("e/queries.jsonl", queries)
    try folder.write("e/qrels.tsv", judgements)
    return folder
  }

  @Test func ownQuestionsGiveWeightsThatRankBetter() throws {
    let folder = try folder()
    let place = [folder.path + "/e", "--index", folder.path + "/i", "--json"]
    let tuned = try BuiltCommand.run(
      ["tune"] + place + ["-o", folder.path + "/w", "--features", folder.path + "/f.tsv"])
    #expect(tuned.status == 0, "\(tuned.error)")
    let table = try tuned.object()
    let fitted = try #require(table["fitted"] as? Double)
    #expect(table["questions"] as? Int == 30 && table["held out"] != nil)
    #expect(fitted >= (table["before"] as? Double ?? 2))
    let text = String(decoding: folder.bytes("w"), as: UTF8.self)
    #expect(text.contains("# fitted to 30 questions"))
    let evaluated = try BuiltCommand.run(
      ["eval", "retrieval"] + place + ["--weights", folder.path + "/w"])
    #expect(try evaluated.object()["nDCG@10"] as? Double == fitted, "\(evaluated.error)")
    let lines = String(decoding: folder.bytes("f.tsv"), as: UTF8.self).split(separator: "\n")
    #expect(lines.count >= 60 && lines.allSatisfy { $0.split(separator: "\t").count > 10 })
    // Again, and from one thread: the same weights.
    _ = try BuiltCommand.run(["tune"] + place + ["-o", folder.path + "/w2", "--jobs", "1"])
    #expect(String(decoding: folder.bytes("w2"), as: UTF8.self) == text)
  }

  @Test func whatIsReadStaysAsItIs() throws {
    let (first, second) = (try folder(), try folder())
    try FileManager.default.moveItem(
      atPath: second.path + "/e", toPath: second.path + "/a-long-name")
    let cache = try TemporaryFolder()
    let folders = [first.path + "/e", second.path + "/a-long-name"]
    for words in [["tune"] + folders, ["eval", "retrieval", folders[0]]] {
      let output = try BuiltCommand.run(words, environment: ["XDG_CACHE_HOME": cache.path])
      #expect(output.status == 0, "\(output.error)")
      #expect(output.error.contains(cache.path + "/city-agent/"), "\(output.error)")
      // A name and its figure, whatever the folder is called.
      for line in output.lines {
        let words = line.split(separator: " ")
        #expect(words.count >= 2 && words.last.flatMap { Double($0) } != nil, "\(line)")
        #expect(line.contains("  \(words.last ?? "")"), "\(line)")
      }
    }
    let tuned = try BuiltCommand.run(
      ["tune"] + folders, environment: ["XDG_CACHE_HOME": cache.path])
    #expect(tuned.lines.contains { $0.hasPrefix("held out a-long-name  ") }, "\(tuned.text)")
    for folder in folders {
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
          "corpus.jsonl", "qrels.tsv", "queries.jsonl",
        ])
    }
  }

  /// Invented bridges, each asked for its year; with `answers` as given, or the right ones.
  private func readingFolder(questions: Int = 30, answer: String? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var (corpus, queries, judgements) = ("", "", "")
    for i in 0..<questions {
      corpus +=
        "{\"id\":\"d\(i)\",\"title\":\"第\(i)号桥\",\"text\":\"第\(i)号桥长\(100 + i)米，由市路桥公司修建。它于\(1900 + i)年通车，桥头有亭。\"}\n"
      queries +=
        "{\"id\":\"q\(i)\",\"text\":\"第\(i)号桥什么时候通车？\",\"answer\":\"\(answer ?? "\(1900 + i)年")\"}\n"
      judgements += "q\(i)\td\(i)\n"
    }
    try folder.write("e/corpus.jsonl", corpus)
    try folder.write("e/queries.jsonl", queries)
    try folder.write("e/qrels.tsv", judgements)
    return folder
  }

  @Test func readingIsFittedToQuestionsWithAnswers() throws {
    let folder = try readingFolder()
    let place = [folder.path + "/e", "--index", folder.path + "/i", "--json"]
    let tuned = try BuiltCommand.run(
      ["tune", "--reading"] + place + ["-o", folder.path + "/w", "--jobs", "3"])
    #expect(tuned.status == 0, "\(tuned.error)")
    let table = try tuned.object()
    #expect(table["questions"] as? Int == 30)
    #expect(table["held out F1"] as? Double == 1 && table["fitted F1"] as? Double == 1)
    let text = String(decoding: folder.bytes("w"), as: UTF8.self)
    #expect(text.contains("# fitted to 30 questions of e "))
    let evaluated = try BuiltCommand.run(
      ["eval", "answers"] + place + ["--reading-weights", folder.path + "/w"])
    #expect(try evaluated.object()["EM"] as? Double == 1, "\(evaluated.error)")
    // Again, and from one thread: the same weights.
    _ = try BuiltCommand.run(
      ["tune", "--reading"] + place + ["-o", folder.path + "/w2", "--jobs", "1"])
    #expect(String(decoding: folder.bytes("w2"), as: UTF8.self) == text)
  }

  @Test func readingIsNotFittedToWhatHasNoAnswers() throws {
    func refused(_ folder: TemporaryFolder, _ words: [String] = []) throws -> String {
      let output = try BuiltCommand.run(
        ["tune", "--reading", folder.path + "/e", "--index", folder.path + "/i", "-o"]
          + [folder.path + "/w"] + words)
      #expect(output.status == 2, "\(output.text)")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/w"))
      return output.error
    }
    #expect(try refused(folder()).contains("no query with an answer"))
    #expect(try refused(readingFolder(answer: "nowhere")).contains("word for word"))
    #expect(try refused(readingFolder(questions: 19)).contains("19"))
    #expect(try refused(readingFolder(), ["--features", "f"]).contains("--features"))
    let unjudged = try readingFolder()
    try FileManager.default.removeItem(atPath: unjudged.path + "/e/qrels.tsv")
    #expect(try refused(unjudged).contains("qrels.tsv"))
  }

  @Test func readingWeightsOfAnotherVersionAreRefused() throws {
    let folder = try readingFolder()
    let path = try folder.write("w", "city-agent reading weights, version 99\ninside 1\n")
    let output = try BuiltCommand.run([
      "eval", "answers", folder.path + "/e", "--index", folder.path + "/i", "--reading-weights",
      path,
    ])
    #expect(output.status == 2 && output.error.contains("version 99"), "\(output.error)")
  }

  @Test func fewQuestionsAreNotFittedTo() throws {
    let folder = try folder(questions: 19)
    let output = try BuiltCommand.run(
      ["tune", folder.path + "/e", "--index", folder.path + "/i", "-o", folder.path + "/w"])
    #expect(output.status == 2 && output.error.contains("19"), "\(output.error)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/w"))
  }

  @Test func weightsOfAnotherVersionAreRefused() throws {
    let folder = try folder()
    let path = try folder.write("w", "city-agent rank weights, version 99\nscore 1\n")
    let output = try BuiltCommand.run([
      "eval", "retrieval", folder.path + "/e", "--index", folder.path + "/i", "--weights", path,
    ])
    #expect(output.status == 2 && output.error.contains("version 99"), "\(output.error)")
  }

  @Test(arguments: [("off", 0), ("on", 0), ("3", 0), ("0", 2), ("some", 2)])
  func rankingAgainCanBeSwitched(_ value: String, _ status: Int32) throws {
    let folder = try folder()
    let output = try BuiltCommand.run([
      "eval", "retrieval", folder.path + "/e", "--index", folder.path + "/i", "--rerank", value,
    ])
    #expect(output.status == status, "\(output.error)")
  }
}
