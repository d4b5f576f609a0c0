import CityAgentKit
import CityJSON
import FoundationEssentials
import Glibc
import Synchronization

/// Run records as JSON lines, appended to a file that only its owner reads.
final class RecordFile: RunRecorder {
  /// Where a batch has the record of the question in hand put, to write records in input order.
  @TaskLocal static var slot: RecordSlot?

  private let path: String
  private let descriptor: Int32
  private let failed = Mutex<CommandFailure?>(nil)

  init(_ path: String) throws(CommandFailure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CommandFailure(
        .usage, "unwritable", Phrase.cannotWrite.text(path, String(cString: strerror(errno))))
    }
  }

  deinit { close(descriptor) }

  /// The recorder that `--record` asks for.
  static func named(by arguments: ParsedArguments) throws(CommandFailure) -> RecordFile? {
    guard let path = arguments["record"] else { return nil }
    return try RecordFile(path)
  }

  func record(_ record: RunRecord) async throws {
    var line = JSONWriter()
    line.record(record)
    let bytes = line.bytes + [0x0A]
    if let slot = Self.slot { slot.put(bytes) } else { append(bytes) }
  }

  /// Appends whole lines; a failure is kept for ``finish()``, the answers go on.
  func append(_ lines: [UInt8]) {
    failed.withLock { failed in
      guard failed == nil else { return }
      do throws(CommandFailure) {
        try Console.write(lines, to: descriptor, name: path)
      } catch {
        failed = error
      }
    }
  }

  /// - Throws: what went wrong on the way: answers were given, records are missing.
  func finish() throws(CommandFailure) {
    if let failure = failed.withLock({ $0 }) { throw failure }
  }
}

/// Takes the record of one question.
final class RecordSlot: Sendable {
  private let content = Mutex<[UInt8]>([])

  func put(_ line: [UInt8]) { content.withLock { $0 = line } }

  var line: [UInt8] { content.withLock { $0 } }
}
