import Foundation
import Testing

struct IndexTests {
  private func documents(_ folder: TemporaryFolder) throws -> String {
    for (path, text) in SmallTown.files { try folder.write("docs/" + path, text) }
    return folder.path + "/docs"
  }

  @Test func buildsAFolderOfTheUsersOwn() throws {
    let folder = try TemporaryFolder()
    let index = folder.path + "/town.index"
    let built = try BuiltCommand.run(
      ["index", "build", try documents(folder), "-o", index, "--json"], in: folder.path)
    #expect(built.status == 0, "\(built.error)")
    #expect(try built.object()["documents"] as? Int == 4)
    let info = try BuiltCommand.run(["index", "info", "--index", index, "--json"]).object()
    #expect(info["documents"] as? Int == 4 && info["oldestAsOf"] as? String == "2026-01-15")
    let verified = try BuiltCommand.run(["index", "verify", "--index", index])
    #expect(verified.status == 0 && verified.text.contains("whole"), "\(verified.error)")
    let answer = try BuiltCommand.run(
      ["ask", "养犬登记要多少天？", "--knowledge", index, "--as-of", "2026-06-01"])
    #expect(answer.text.contains("5个工作日"), "\(answer.text) \(answer.error)")
  }

  @Test func askingBuildsWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    let docs = try documents(folder)
    let answer = try BuiltCommand.run(["ask", "养犬登记要多少天？", "--knowledge", docs])
    #expect(answer.text.contains("5个工作日"), "\(answer.text) \(answer.error)")
    #expect(answer.error.contains("indexed 4 documents"), "\(answer.error)")
    #expect(
      try BuiltCommand.run(["index", "update", "--knowledge", docs]).text.contains("up to date"))
    try folder.write("docs/new.md", "# 新文件\n\n新的一条规定。\n")
    let updated = try BuiltCommand.run(["index", "update", "--knowledge", docs])
    #expect(
      updated.status == 0 && updated.error.contains("indexed 5 documents"), "\(updated.error)")
  }

  @Test func tellsFilesItCannotReadAndIndexesTheRest() throws {
    let folder = try TemporaryFolder()
    let docs = try documents(folder)
    try folder.write("docs/broken.md", "---\ntitle: [unclosed\n---\n# x\n")
    let built = try BuiltCommand.run(["index", "build", docs, "-o", folder.path + "/i"])
    #expect(built.status == 1)
    #expect(built.error.contains("broken.md:"), "\(built.error)")
    #expect(try BuiltCommand.run(["index", "verify", "--index", folder.path + "/i"]).status == 0)
  }

  @Test func showsExactBytes() throws {
    let home = try SmallTown.home.get().path
    let shown = try BuiltCommand.run(["index", "show", "guides/T03.md", "--home", home])
    #expect(shown.text.contains("养犬登记承诺5个工作日办结。"))
    let digest = try BuiltCommand.run(["index", "show", "guides/T03.md", "--home", home, "--json"])
      .object()
    #expect(digest["text"] as? String == shown.text)
    let missing = try BuiltCommand.run(["index", "show", "T03", "--home", home])
    #expect(missing.status == 2)
    #expect(missing.error.contains("Did you mean “guides/T03.md”?"), "\(missing.error)")
  }

  @Test func explainsASearch() throws {
    let home = try SmallTown.home.get().path
    let words = ["index", "search", "养犬", "登记", "--limit", "2", "--home", home]
    let plain = try BuiltCommand.run(words)
    #expect(plain.text.contains("1. ") && plain.text.contains("guides/T03.md"), "\(plain.text)")
    let explained = try BuiltCommand.run(words + ["--explain", "--json"]).object()
    let passages = try #require(explained["passages"] as? [[String: Any]])
    try #require(passages.count == 2)
    let score = try #require(passages[0]["score"] as? Double)
    let terms = try #require(passages[0]["terms"] as? [[String: Any]])
    let sum = terms.compactMap { $0["score"] as? Double }.reduce(0, +)
    #expect(abs(sum - score) < 0.01, "the terms add up to the score")
  }

  @Test func aDamagedIndexIsAClearError() throws {
    let folder = try TemporaryFolder()
    let index = folder.path + "/i"
    #expect(
      try BuiltCommand.run(["index", "build", try documents(folder), "-o", index]).status == 0)
    let whole = folder.bytes("i")
    var random = SplitMix(seed: 17)
    for _ in 0..<12 {
      var bytes = whole
      bytes[random.below(bytes.count)] ^= UInt8(1 + random.below(255))
      let path = try folder.write("flipped", bytes)
      let verified = try BuiltCommand.run(["index", "verify", "--index", path])
      #expect(verified.status == 2)
      #expect(verified.error.contains(path), "\(verified.error)")
      // Answering may go on or fail, but never by a signal.
      #expect(try BuiltCommand.run(["ask", "养犬登记要多少天？", "--knowledge", path]).status >= 0)
    }
    for cut in [0, 1, 7, whole.count / 2, whole.count - 1] {
      let path = try folder.write("cut", Array(whole[..<cut]))
      let asked = try BuiltCommand.run(["ask", "养犬登记要多少天？", "--knowledge", path])
      #expect(asked.status == 2, "cut at \(cut)")
      #expect(asked.error.contains(path), "\(asked.error)")
    }
    // The format's version is the four bytes after the magic.
    var other = whole
    other[8] &+= 1
    let newer = try folder.write("newer", other)
    let opened = try BuiltCommand.run(["index", "info", "--index", newer])
    #expect(opened.status == 2 && opened.error.contains(newer), "\(opened.error)")
    #expect(opened.error.contains("version"), "\(opened.error)")
    let foreign = try folder.write(
      "foreign", "this is a letter, not an index, and quite a long one at that")
    let asked = try BuiltCommand.run(["ask", "x", "--knowledge", foreign, "--json"])
    #expect(asked.status == 2)
    #expect((try asked.object()["error"] as? [String: Any])?["code"] as? String == "not-an-index")
  }

  @Test func anIndexIsNoFolderAndAFolderNoIndex() throws {
    let folder = try TemporaryFolder()
    let docs = try documents(folder)
    let built = try BuiltCommand.run(["index", "build", docs, "-o", folder.path])
    #expect(built.status == 2 && built.error.contains("is a folder"))
    let full = try BuiltCommand.run(["index", "build", docs, "-o", "/proc/none/place/i"])
    #expect(full.status == 2 && full.error.contains("/proc/none/place"), "\(full.error)")
    let none = try BuiltCommand.run(["index", "build", "/proc/none", "-o", folder.path + "/i"])
    #expect(none.status == 2 && none.error.contains("/proc/none"))
  }
}
