import CityJSON
import CityText
import Glibc
import Synchronization

/// Audit lines in a file: one a request, each with the time and the digest of the line before.
///
/// Only its owner can read it; file and folder are made with the first line. Several processes may append: each
/// takes the file's lock, reads the last line and writes its own with one call. A line that a crash has torn is cut off,
/// and a line in its place says so. Lines are not synced one by one: the end of a process loses none, that
/// of the machine may lose the last ones, and then the chain is still whole.
public final class EgressAuditFile: EgressAudit {
  public let path: String
  private let now: @Sendable () -> Int
  /// One line at a time; among processes the file's own lock.
  private let lock = Mutex(())

  /// - Parameter now: seconds since 1970, the one clock of the audit; nil takes the machine's.
  public init(path: String, now: (@Sendable () -> Int)? = nil) {
    self.path = path
    self.now = now ?? { time(nil) }
  }

  /// - Throws: ``AgentError`` `.audit` with the file and the reason.
  public func record(_ record: EgressRecord) async throws {
    try lock.withLock { _ in try append(record) }
  }

  private func append(_ record: EgressRecord) throws(AgentError) {
    // Opened for each line: a file that was moved away, as logs are, must not get more of them.
    let file = try opened()
    defer { close(file) }
    while flock(file, LOCK_EX) != 0 {
      guard errno == EINTR else { throw failure(errno) }
    }
    let tail: AuditTail
    do throws(AuditTail.Failure) {
      tail = try AuditTail(file)
    } catch {
      throw failure(error.errno)
    }
    let at = UTCTime.text(now())
    var lines: [UInt8] = []
    var previous = tail.digest
    if !tail.torn.isEmpty {
      guard ftruncate(file, tail.end) == 0 else { throw failure(errno) }
      let line = AuditLine.repair(of: tail.torn, at: at, previous: previous)
      previous = SHA256.hex(line)
      lines = line + [0x0A]
    }
    lines += AuditLine.bytes(of: record, at: at, previous: previous) + [0x0A]
    let written = write(file, lines, lines.count)
    guard written == lines.count else {
      let code = written < 0 ? errno : ENOSPC
      // Half a line would have to be repaired by the next one.
      if written > 0 { _ = ftruncate(file, tail.end) }
      throw failure(code)
    }
  }

  private func opened() throws(AgentError) -> Int32 {
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC
    var file = open(path, flags, 0o600)
    if file < 0, errno == ENOENT {
      makeFolder()
      file = open(path, flags, 0o600)
    }
    guard file >= 0 else { throw failure(errno) }
    return file
  }

  /// The folders above the file that are missing, for their owner alone.
  private func makeFolder() {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in 1..<max(2, parts.count + 1) {
      let folder = parts.prefix(count).joined(separator: "/")
      // One that is there already is not made; one that cannot be made shows when the file is opened.
      if !folder.isEmpty { mkdir(folder, 0o700) }
    }
  }

  private func failure(_ code: Int32) -> AgentError {
    AgentError(.audit, String(cString: strerror(code)), path: path)
  }
}
