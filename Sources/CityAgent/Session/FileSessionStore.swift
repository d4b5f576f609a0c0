import CityText
import FoundationEssentials
import Glibc

/// Sessions on disk: one JSON-lines file each, named by the digest of the session's id.
///
/// A line is appended whole and synced; a torn last line, left by a crash, is ignored and overwritten.
public final class FileSessionStore: SessionStore {
  private let folder: String

  /// - Parameter folder: created where it does not exist, readable by the owner only.
  public init(folder: String) throws(AgentError) {
    self.folder = folder
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw AgentError(
        .session, "cannot create the folder for sessions; name another with --sessions",
        path: folder)
    }
  }

  private func path(_ session: String) -> String {
    "\(folder)/\(SHA256.hex(Array(session.utf8)).prefix(32)).jsonl"
  }

  public func items(_ session: String, limit: Int) async throws -> [SessionItem] {
    guard let data = FileManager.default.contents(atPath: path(session)) else { return [] }
    let decoder = JSONDecoder()
    var items: [SessionItem] = []
    for line in data.split(separator: 0x0A).suffix(limit + 1) {
      // A torn last line does not decode: the turn it held was never confirmed.
      if let item = try? decoder.decode(SessionItem.self, from: line) { items.append(item) }
    }
    return items.suffix(limit)
  }

  public func append(_ item: SessionItem, to session: String) async throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var line = [UInt8](try encoder.encode(item))
    line.append(0x0A)
    let path = path(session)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let end = lseek(descriptor, 0, SEEK_END)
    if end > 0 {
      var last: UInt8 = 0
      if pread(descriptor, &last, 1, end - 1) == 1, last != 0x0A { line.insert(0x0A, at: 0) }
    }
    var written = 0
    while written < line.count {
      let n = line[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard n > 0 else { throw failure(path) }
      written += n
    }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  public func clear(_ session: String) async throws {
    let path = path(session)
    guard unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
  }

  private func failure(_ path: String) -> AgentError {
    AgentError(
      .session, "cannot write the session (\(String(cString: strerror(errno))))", path: path)
  }
}
