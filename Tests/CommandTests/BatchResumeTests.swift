import Foundation
import Testing

struct BatchResumeTests {
  private func command(_ folder: TemporaryFolder, _ more: String...) throws -> [String] {
    try ["batch", folder.path + "/in.jsonl", "-o", folder.path + "/out.jsonl"] + SmallTown.flags()
      + more
  }

  /// The output of a run that nothing interrupted, and its side file.
  private func whole(_ folder: TemporaryFolder, lines: Int) throws -> (out: [UInt8], state: [UInt8])
  {
    try folder.write("in.jsonl", BatchTests.input(lines, seed: 9))
    let output = try BuiltCommand.run(command(folder))
    #expect(output.status == 1, "\(output.error)")
    return (folder.bytes("out.jsonl"), folder.bytes("out.jsonl.state"))
  }

  @Test func goesOnFromAnyByte() throws {
    let folder = try TemporaryFolder()
    let (out, _) = try whole(folder, lines: 600)
    var random = SplitMix(seed: 13)
    let cuts = [0, 1, out.count - 1, out.count] + (0..<10).map { _ in random.below(out.count) }
    for cut in cuts {
      try folder.write("out.jsonl", Array(out[..<cut]))
      let resumed = try BuiltCommand.run(command(folder, "--resume"))
      #expect(resumed.status == 1, "\(resumed.error)")
      #expect(folder.bytes("out.jsonl") == out, "cut at \(cut)")
    }
  }

  @Test func goesOnBehindGarbage() throws {
    let folder = try TemporaryFolder()
    let (out, _) = try whole(folder, lines: 300)
    // What a power cut may leave: whole lines, then zeros, then a line end.
    try folder.write(
      "out.jsonl", out[..<(out.count / 2)] + [UInt8](repeating: 0, count: 999) + [0x0A])
    _ = try BuiltCommand.run(command(folder, "--resume"))
    #expect(folder.bytes("out.jsonl") == out)
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGINT])
  func goesOnAfterASignal(_ number: Int32) throws {
    let folder = try TemporaryFolder()
    let (out, _) = try whole(folder, lines: 3000)
    var kills = 0
    // Each round must stop a run that has begun to write and has not ended.
    for _ in 0..<20 where kills == 0 {
      try FileManager.default.removeItem(atPath: folder.path + "/out.jsonl")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: BuiltCommand.path)
      process.arguments = try command(folder)
      process.environment = BuiltCommand.environment([:])
      process.standardError = FileHandle.nullDevice
      try process.run()
      while folder.bytes("out.jsonl").isEmpty, process.isRunning { usleep(500) }
      kill(process.processIdentifier, number)
      process.waitUntilExit()
      let left = folder.bytes("out.jsonl")
      guard left.count < out.count else { continue }
      kills += 1
      #expect(out.starts(with: left) && !left.isEmpty)
      if number != SIGKILL { #expect(process.terminationStatus == 130) }
      let resumed = try BuiltCommand.run(command(folder, "--resume", "--jobs", "2"))
      #expect(resumed.status == 1, "\(resumed.error)")
      #expect(folder.bytes("out.jsonl") == out)
    }
    #expect(kills == 1)
  }

  @Test func refusesAnotherInput() throws {
    let folder = try TemporaryFolder()
    let (out, _) = try whole(folder, lines: 40)
    try folder.write("out.jsonl", Array(out[..<(out.count / 2)]))
    var changed = folder.bytes("in.jsonl")
    changed[changed.count - 5] ^= 1
    try folder.write("in.jsonl", changed)
    let resumed = try BuiltCommand.run(command(folder, "--resume"))
    #expect(resumed.status == 2)
    #expect(resumed.error.contains("is not the input"), "\(resumed.error)")
    #expect(folder.bytes("out.jsonl").count == out.count / 2)
  }

  @Test func refusesAnotherLanguageAndKeepsTheDay() throws {
    let folder = try TemporaryFolder()
    let (out, _) = try whole(folder, lines: 40)
    try folder.write("out.jsonl", Array(out[..<(out.count / 2)]))
    let other = try BuiltCommand.run(command(folder, "--resume", "--lang", "en"))
    #expect(other.status == 2 && other.error.contains("have changed since"), "\(other.error)")
    let day = try BuiltCommand.run(command(folder, "--resume", "--as-of", "2026-06-02"))
    #expect(day.status == 2)
    // Without a day of its own a resumed run belongs to the day it was begun on.
    let words = try Array(
      ["batch", folder.path + "/in.jsonl", "-o", folder.path + "/out.jsonl", "--resume"]
        + SmallTown.flags().prefix(2))
    _ = try BuiltCommand.run(words)
    #expect(folder.bytes("out.jsonl") == out)
  }

  @Test func beginsWhereThereIsNothingToResume() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.jsonl", "养犬登记要多少天？\n")
    let output = try BuiltCommand.run(command(folder, "--resume"))
    #expect(output.status == 0, "\(output.error)")
    #expect(try JSONLines.objects(folder.bytes("out.jsonl")).count == 1)
    let again = try BuiltCommand.run(command(folder, "--resume"))
    #expect(again.status == 0)
    #expect(try JSONLines.objects(folder.bytes("out.jsonl")).count == 1)
  }
}
