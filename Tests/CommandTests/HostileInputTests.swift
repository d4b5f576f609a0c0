import Foundation
import Testing

/// What a careless user or a broken machine does to files and streams.
struct HostileInputTests {
  @Test(arguments: ["batch", "ask"])
  func closedStreamsAreNamed(_ command: String) throws {
    let words = try [command] + (command == "batch" ? ["--stdin"] : []) + SmallTown.flags()
    let input = try shell(words, "<&-")
    #expect(input.status == 2)
    #expect(input.error.contains("stdin:1: cannot be read (Bad file descriptor)"), "\(input.error)")
    let question = try ["ask", "养犬登记要多少天？"] + SmallTown.flags()
    let output = try shell(question, ">&-")
    #expect(output.status == 1)
    #expect(output.error.contains("stdout: cannot be written (Bad file"), "\(output.error)")
  }

  @Test func messagesNeverRunIntoTheOutputFile() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.txt", "养犬登记要多少天？\n")
    let words = try ["batch", input, "-o", folder.path + "/out"] + SmallTown.flags()
    let ended = try shell(words, "<&- >&- 2>&-")
    #expect(ended.status == 0)
    #expect(try JSONLines.objects(folder.bytes("out")).count == 1)
  }

  @Test func batchNeverOverwritesItsInput() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.txt", "养犬登记要多少天？\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: input)
    for flags in [["-o", input], ["-o", folder.path + "/link"], ["--record", input]] {
      let output = try BuiltCommand.run(["batch", input, "--force"] + flags + SmallTown.flags())
      #expect(output.status == 2)
      #expect(output.error.contains("own input or output"), "\(output.error)")
      #expect(folder.bytes("in.txt") == Array("养犬登记要多少天？\n".utf8))
    }
  }

  @Test func aSecondBatchLeavesTheOutputAlone() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.txt", "养犬登记要多少天？\n")
    let out = try folder.write("out", "")
    let held = open(out, O_RDWR | O_CLOEXEC)
    #expect(flock(held, LOCK_EX) == 0)
    #expect(write(held, "first\n", 6) == 6)
    for flag in ["--force", "--resume"] {
      try folder.write("out.state", folder.bytes("other.state"))
      if flag == "--resume" {
        _ = try BuiltCommand.run(
          ["batch", input, "-o", folder.path + "/other"] + SmallTown.flags())
        try folder.write("out.state", folder.bytes("other.state"))
      }
      let output = try BuiltCommand.run(["batch", input, "-o", out, flag] + SmallTown.flags())
      #expect(output.status == 2)
      #expect(output.error.contains("another batch is writing"), "\(output.error)")
      #expect(folder.bytes("out") == Array("first\n".utf8))
    }
    close(held)
    let output = try BuiltCommand.run(["batch", input, "-o", out, "--force"] + SmallTown.flags())
    #expect(output.status == 0, "\(output.error)")
  }

  @Test(arguments: ["1e300", "1e400", "-0.5"])
  func resumeRefusesASideFileOfImpossibleSize(_ size: String) throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.txt", "养犬登记要多少天？\n")
    let words = try ["batch", input, "-o", folder.path + "/out"] + SmallTown.flags()
    _ = try BuiltCommand.run(words)
    let state = String(decoding: folder.bytes("out.state"), as: UTF8.self)
    let count = folder.bytes("in.txt").count
    try folder.write(
      "out.state", state.replacing("\"inputBytes\":\(count)", with: "\"inputBytes\":\(size)"))
    let output = try BuiltCommand.run(words + ["--resume"])
    #expect(output.status == 2)
    #expect(output.error.contains("was not written by this program"), "\(output.error)")
  }

  @Test func aMissingOutputFolderIsNamed() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.txt", "养犬登记要多少天？\n")
    let output = try BuiltCommand.run(
      ["batch", input, "-o", folder.path + "/none/out"] + SmallTown.flags())
    #expect(output.status == 2)
    #expect(output.error.contains("/none/out: cannot be written"), "\(output.error)")
  }

  @Test func anIndexReplacesOnlyAnIndex() throws {
    let folder = try TemporaryFolder()
    try folder.write("docs/a.md", "# 甲\n\n## 收费\n甲事项收费5元。\n")
    let note = try folder.write("note.txt", "important\n")
    let words = ["index", "build", folder.path + "/docs", "-o"]
    let refused = try BuiltCommand.run(words + [note])
    #expect(refused.status == 2)
    #expect(refused.error.contains("note.txt: is there already and is no index"))
    #expect(folder.bytes("note.txt") == Array("important\n".utf8))
    for _ in 0..<2 {
      let built = try BuiltCommand.run(words + [folder.path + "/i"])
      #expect(built.status == 0, "\(built.error)")
    }
  }

  @Test(arguments: ["valid-from: yesterday", "valid-to: 2026-02-31"])
  func aDayOfValidityThatIsNoneIsTold(_ line: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "---\ntitle: 甲\n\(line)\n---\n# 甲\n\n## 收费\n甲事项收费5元。\n")
    let output = try BuiltCommand.run(
      ["index", "build", folder.path, "-o", folder.path + "/i"])
    #expect(output.status == 1)
    #expect(output.error.contains("/a.md:3: "), "\(output.error)")
    #expect(output.error.contains("is no day and does not count"), "\(output.error)")
  }

  @Test(arguments: [
    ("seeds/regions.csv", "name,within,aliases,kind\n# x\n北京,,,city\n上海\n", "regions.csv:4: "),
    ("seeds/regions.csv", "name,within,aliases,kind\n北京,,,town\n", "regions.csv:2: "),
    ("seeds/synonyms.txt", "甲,乙\n丙 =>\n", "synonyms.txt:2: "),
  ])
  func aBrokenLineOfADataFileIsNamed(_ file: String, _ text: String, _ place: String) throws {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    try folder.write(file, text)
    let output = try BuiltCommand.run(["ask", "养犬登记要多少天？", "--home", folder.path])
    #expect(output.status == 2)
    #expect(output.error.contains(place), "\(output.error)")
  }

  @Test func aUsersOwnTableOfThatNameIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    try folder.write("seeds/regions.csv", "region,sales\nnorth,5\n")
    let output = try BuiltCommand.run(["ask", "养犬登记要多少天？", "--home", folder.path])
    #expect(output.status == 0, "\(output.error)")
  }

  @Test(arguments: ["city-agent.json", "seeds/synonyms.txt"])
  func whatIsThereButCannotBeReadIsNotIgnored(_ file: String) throws {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/" + file, withIntermediateDirectories: true)
    let output = try BuiltCommand.run(["ask", "养犬登记要多少天？", "--home", folder.path])
    #expect(output.status == 2)
    #expect(output.error.contains(file), "\(output.error)")
  }

  @Test func aSkillOfATakenNameOrWithABadThresholdIsLeftOut() throws {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    let card = "---\nname: service-guides\ndescription: d\nmetadata:\n  threshold: \"0.5\"\n---\n"
    try folder.write("skills/a/SKILL.md", card)
    try folder.write("skills/b/SKILL.md", card)
    try folder.write(
      "skills/c/SKILL.md", "---\nname: c\ndescription: d\nmetadata:\n  threshold: high\n---\n")
    let output = try BuiltCommand.run(["ask", "养犬登记要多少天？", "--home", folder.path])
    #expect(output.status == 0)
    #expect(output.error.contains("b/SKILL.md: another folder's skill is called “service-guides”"))
    #expect(output.error.contains("c/SKILL.md:5: threshold “high” must be a number from 0 to 1"))
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func aFolderThatBecameReadOnlyIsIndexedInTheCache() throws {
    let folder = try TemporaryFolder()
    try folder.write("docs/a.md", "# 甲\n\n## 收费\n甲事项收费5元。\n")
    let docs = folder.path + "/docs"
    let environment = ["XDG_CACHE_HOME": folder.path + "/cache"]
    _ = try BuiltCommand.run(["ask", "x", "--knowledge", docs], environment: environment)
    try folder.write("docs/b.md", "# 乙\n\n## 收费\n乙事项收费6元。\n")
    chmod(docs + "/.city-index", 0o555)
    let output = try BuiltCommand.run(
      ["ask", "乙事项收费多少", "--knowledge", docs], environment: environment)
    chmod(docs + "/.city-index", 0o755)
    #expect(output.status == 0, "\(output.error)")
    #expect(folder.exists("cache/city-agent"))
  }

  /// Runs the command with the shell's redirections.
  private func shell(_ words: [String], _ redirections: String) throws -> (
    status: Int32, error: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\"$0\" \"$@\" \(redirections)", BuiltCommand.path] + words
    process.environment = BuiltCommand.environment([:])
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let error = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: error, as: UTF8.self))
  }
}
