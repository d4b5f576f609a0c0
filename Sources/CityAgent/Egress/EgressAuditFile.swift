import Glibc
import Synchronization

/// Audit lines in a file: one a request, appended; only its owner can read it.
public final class EgressAuditFile: EgressAudit {
  private let path: String
  /// One line at a time, whole.
  private let lock = Mutex(())

  public init(path: String) { self.path = path }

  /// - Throws: ``AgentError`` `.audit` with the file and the reason.
  public func record(_ record: EgressRecord) async throws {
    let line = Array((record.json + "\n").utf8)
    try lock.withLock { _ in
      let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw failure() }
      defer { close(file) }
      // One write: lines of several processes do not mix.
      guard write(file, line, line.count) == line.count else { throw failure() }
    }
  }

  private func failure() -> AgentError {
    AgentError(.audit, String(cString: strerror(errno)), path: path)
  }
}
