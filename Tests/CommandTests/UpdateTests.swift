import Foundation
import Synchronization
import Testing

/// Tells readers when to stop, and what they saw.
private final class Watch: Sendable {
  private struct State {
    var isDone = false
    var reads = 0
    var faults: [String] = []
  }
  private let state = Mutex(State())

  var isDone: Bool { state.withLock { $0.isDone } }
  var reads: Int { state.withLock { $0.reads } }
  var faults: [String] { state.withLock { $0.faults } }

  func end() { state.withLock { $0.isDone = true } }

  func note(_ found: BuiltCommand.Output?, _ expected: Set<String>) {
    state.withLock { state in
      state.reads += 1
      guard found?.status != 0 || !expected.contains(found?.text ?? "") else { return }
      state.faults.append("\(found?.status ?? -1): \(found?.error ?? "") \(found?.text ?? "")")
    }
  }
}

/// `index update` as people and other processes meet it.
struct UpdateTests {
  /// Enough documents that a small change is appended.
  private func fill(_ folder: TemporaryFolder, state: Int) throws {
    for number in 0..<150 {
      let changed = number % 30 == state ? "第\(state)版" : "最初"
      let rules = (0..<12).map { "第\($0)条 事项\(number)的\(changed)规定，办理时限\($0 + 1)日。" }
      let text = "# 事项\(number)\n\n" + rules.joined(separator: "\n\n") + "\n"
      let path = "docs/\(number).md"
      let before = FileManager.default.contents(atPath: folder.path + "/" + path)
      if before != Data(text.utf8) { try folder.write(path, text) }
    }
  }

  private func search(_ index: String) throws -> BuiltCommand.Output {
    try BuiltCommand.run(
      ["index", "search", "事项7的规定办理时限", "--limit", "20", "--index", index, "--json"])
  }

  @Test func anUpdateGivesWhatABuildGives() throws {
    let folder = try TemporaryFolder()
    let (docs, index) = (folder.path + "/docs", folder.path + "/i")
    try fill(folder, state: 1)
    #expect(try BuiltCommand.run(["index", "build", docs, "-o", index]).status == 0)
    try fill(folder, state: 7)
    try FileManager.default.moveItem(atPath: docs + "/3.md", toPath: docs + "/umbenannt.md")
    try FileManager.default.removeItem(atPath: docs + "/4.md")
    try folder.write("docs/neu.md", "# 新事项\n\n新的规定。\n")
    let size = try FileManager.default.attributesOfItem(atPath: index)[.size] as? Int
    let updated = try BuiltCommand.run(["index", "update", docs, "-o", index, "--json"])
    #expect(updated.status == 0, "\(updated.error)")
    #expect(try updated.object()["built"] as? Bool == true)
    let now = try FileManager.default.attributesOfItem(atPath: index)[.size] as? Int
    #expect(try #require(now) > #require(size), "a part is appended")
    let info = try BuiltCommand.run(["index", "info", "--index", index, "--json"]).object()
    #expect((info["parts"] as? [[String: Any]])?.count == 2)
    #expect(try BuiltCommand.run(["index", "verify", "--index", index]).status == 0)
    let again = try BuiltCommand.run(["index", "update", docs, "-o", index])
    #expect(again.text.contains("up to date"), "\(again.text) \(again.error)")
    let built = folder.path + "/built"
    let whole = try BuiltCommand.run(["index", "build", docs, "-o", built, "--json"]).object()
    #expect(try updated.object()["generation"] as? String == whole["generation"] as? String)
    #expect(try search(index).text == search(built).text)
    let full = try BuiltCommand.run(["index", "update", docs, "-o", index, "--full"])
    #expect(full.status == 0)
    let whole2 = try BuiltCommand.run(["index", "info", "--index", index, "--json"]).object()
    #expect((whole2["parts"] as? [[String: Any]])?.count == 1)
    #expect(try BuiltCommand.run(["index", "info", "--index", index]).text.contains("150"))
  }

  /// A writer that is killed again and again, and readers that look all the while.
  @Test func readersSeeWholeGenerationsWhileWritersAreKilled() throws {
    let folder = try TemporaryFolder()
    let (docs, index) = (folder.path + "/docs", folder.path + "/i")
    var wanted: [String: String] = [:]
    for state in 0..<4 {
      try fill(folder, state: state)
      let built = try BuiltCommand.run(["index", "build", docs, "-o", index + "\(state)", "--json"])
      let name = try #require(try built.object()["generation"] as? String)
      wanted[name] = try search(index + "\(state)").text
    }
    #expect(wanted.count == 4)
    #expect(try BuiltCommand.run(["index", "build", docs, "-o", index]).status == 0)
    let watch = Watch()
    let expected = Set(wanted.values)
    // Threads of their own: tasks that wait for processes would leave none to the writer.
    let ended = DispatchSemaphore(value: 0)
    for _ in 0..<8 {
      Thread {
        while !watch.isDone {
          watch.note(try? search(index), expected)
        }
        ended.signal()
      }.start()
    }
    defer { watch.end() }
    for round in 0..<20 {
      try fill(folder, state: round % 4)
      let writer = Process()
      writer.executableURL = URL(fileURLWithPath: BuiltCommand.path)
      writer.arguments = ["index", "update", docs, "-o", index]
      writer.environment = BuiltCommand.environment([:])
      writer.standardError = FileHandle.nullDevice
      writer.standardOutput = FileHandle.nullDevice
      try writer.run()
      usleep(UInt32(round * 7_000))
      kill(writer.processIdentifier, SIGKILL)
      writer.waitUntilExit()
    }
    watch.end()
    for _ in 0..<8 { ended.wait() }
    #expect(watch.faults == [])
    #expect(watch.reads > 0)
    try fill(folder, state: 2)
    let last = try BuiltCommand.run(["index", "update", docs, "-o", index, "--json"])
    #expect(last.status == 0, "\(last.error)")
    let name = try #require(try last.object()["generation"] as? String)
    #expect(try search(index).text == wanted[name])
    #expect(try BuiltCommand.run(["index", "verify", "--index", index]).status == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.allSatisfy { !$0.contains("tmp") }, "\(left)")
  }

  /// Two at once: the second waits for the first, and both have all of it.
  @Test func twoWritersComeOneAfterTheOther() async throws {
    let folder = try TemporaryFolder()
    let (docs, index) = (folder.path + "/docs", folder.path + "/i")
    try fill(folder, state: 0)
    #expect(try BuiltCommand.run(["index", "build", docs, "-o", index]).status == 0)
    for state in 1..<4 {
      try fill(folder, state: state)
      try await withThrowingTaskGroup(of: BuiltCommand.Output.self) { group in
        for _ in 0..<3 {
          group.addTask { try BuiltCommand.run(["index", "update", docs, "-o", index, "--json"]) }
        }
        var names: Set<String> = []
        for try await output in group {
          #expect(output.status == 0, "\(output.error)")
          names.insert(try output.object()["generation"] as? String ?? "")
        }
        #expect(names.count == 1)
      }
      #expect(try BuiltCommand.run(["index", "verify", "--index", index]).status == 0)
    }
  }

  @Test func aFullDiskIsSaidAndTheLastGenerationStays() throws {
    let folder = try TemporaryFolder()
    let (docs, index) = (folder.path + "/docs", folder.path + "/i")
    try fill(folder, state: 0)
    try #require(try BuiltCommand.run(["index", "build", docs, "-o", index]).status == 0)
    let before = try search(index)
    let bytes = try #require(FileManager.default.contents(atPath: index))
    try fill(folder, state: 1)
    // No file may grow by more than a kilobyte: to the program, a disk that is full.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c", "trap '' XFSZ; ulimit -f $1; exec \"$2\" index update \"$3\" -o \"$4\"", "bash",
      "\(bytes.count / 1024 + 1)", BuiltCommand.path, docs, index,
    ]
    process.environment = BuiltCommand.environment([:])
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus != 0)
    #expect(said.contains(index) && said.contains("File too large"), "\(said)")
    #expect(try search(index).text == before.text)
    #expect(try BuiltCommand.run(["index", "verify", "--index", index]).status == 0)
    // With room again, the next update goes on.
    #expect(try BuiltCommand.run(["index", "update", docs, "-o", index]).status == 0)
    #expect(try search(index).text != before.text)
  }
}
