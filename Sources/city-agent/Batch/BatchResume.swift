import CityAgentKit
import FoundationEssentials
import Glibc

/// Where an interrupted batch goes on.
struct BatchResume: Sendable {
  /// Bytes of whole lines in the output; what follows them is torn.
  var length = 0
  /// The last input line that has its output.
  var line = 0
  var tally = BatchTally()

  /// Reads an output back: the longest run of whole lines whose numbers rise.
  static func scan(_ output: String) throws(CommandFailure) -> BatchResume {
    var resume = BatchResume()
    let descriptor = open(output, O_RDONLY | O_CLOEXEC)
    // No output yet: the run was stopped before its first line.
    guard descriptor >= 0 else { return resume }
    defer { close(descriptor) }
    let reader = LineReader(descriptor, limit: 256 << 20, name: output)
    while let line = try reader.next(), line.isWhole, case .bytes(let bytes) = line.content {
      var tally = resume.tally
      guard let number = tally.count(output: bytes), number > resume.line else { break }
      resume = BatchResume(length: line.end, line: number, tally: tally)
    }
    return resume
  }

  /// Brings the conversations back to where they stood, by answering their lines again.
  ///
  /// Only conversations that are still remembered at the place where the run goes on are answered, but
  /// those from their first line: each turn may rest on the one before.
  func replay(_ input: String, in run: BatchRun) async throws {
    guard line > 0 else { return }
    let live = try liveSessions(input, run)
    guard !live.isEmpty else { return }
    try await forEachChunk(of: input) { lines, chunk in
      _ = await run.answers(lines, chunk: chunk, only: live)
    }
  }

  private func liveSessions(_ input: String, _ run: BatchRun) throws -> Set<String> {
    var lastSeen: [String: Int] = [:]
    let end = BatchSessionStore.chunk(ofLine: line)
    let reader = try Self.reader(input)
    defer { close(reader.descriptor) }
    while let text = try reader.lines.next(), text.number <= line {
      let chunk = BatchSessionStore.chunk(ofLine: text.number)
      guard chunk + BatchSessionStore.life >= end, case .bytes = text.content,
        let session = BatchInput.read(text, run.defaults)?.session
      else { continue }
      lastSeen[session] = chunk
    }
    return Set(lastSeen.keys)
  }

  private func forEachChunk(
    of input: String, _ body: ([InputLine], Int) async -> Void
  ) async throws {
    let reader = try Self.reader(input)
    defer { close(reader.descriptor) }
    var lines: [InputLine] = []
    var chunk = 0
    while let text = try reader.lines.next(), text.number <= line {
      let next = BatchSessionStore.chunk(ofLine: text.number)
      if next != chunk {
        await body(lines, chunk)
        lines = []
        chunk = next
      }
      lines.append(text)
    }
    await body(lines, chunk)
  }

  private static func reader(
    _ input: String
  ) throws(CommandFailure) -> (lines: LineReader, descriptor: Int32) {
    let descriptor = open(input, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(
        .usage, "unreadable", Phrase.cannotRead.text(input, String(cString: strerror(errno))))
    }
    return (LineReader(descriptor, limit: BatchInput.lineLimit, name: input), descriptor)
  }
}
