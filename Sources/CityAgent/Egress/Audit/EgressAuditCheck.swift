public import CityJSON
import CityText
import Glibc

/// What reading an audit file from its start found: how many lines, and the first place where the chain is broken.
///
/// The chain shows what was changed, put in, or taken out among the lines. That lines are missing at the end shows only
/// to somebody who has noted ``head`` and finds it no more.
public struct EgressAuditCheck: Sendable {
  /// Lines that are whole and follow one another.
  public private(set) var lines = 0
  /// Lines that tell of a torn one before them.
  public private(set) var repairs = 0
  /// Time of the first and of the last line.
  public private(set) var first: String?
  public private(set) var last: String?
  /// SHA-256 of the last line; nil where there is none.
  public private(set) var head: String?
  /// The first broken line, with what is wrong; nil where the chain is whole.
  public private(set) var fault: AgentError?

  /// Reads a file up to the size it has now; lines that come meanwhile are not looked at.
  ///
  /// - Parameter each: given every line that follows the one before, in order.
  /// - Throws: ``AgentError`` `.audit` where the file cannot be read.
  public init(path: String, each: (JSONValue) throws -> Void = { _ in }) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Self.unreadable(path) }
    defer { close(file) }
    var rest = try Self.size(of: file, path)
    var pending: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while rest > 0 {
      let n = read(file, &block, min(block.count, rest))
      if n < 0, errno == EINTR { continue }
      guard n > 0 else { throw Self.unreadable(path) }
      rest -= n
      var start = 0
      while let end = block[start..<n].firstIndex(of: 0x0A) {
        let line = pending + block[start..<end]
        pending = []
        start = end + 1
        guard let value = take(line, path) else { return }
        try each(value)
      }
      pending += block[start..<n]
      guard pending.count <= Self.longestLine else {
        fault = fault("is no audit line: it is longer than \(Self.longestLine) bytes", path)
        return
      }
    }
    if !pending.isEmpty {
      fault = fault(
        "is torn: a process ended while it was writing, and its request did not leave; "
          + "the next request repairs it", path)
    }
  }

  /// Takes a line that follows the last one; nil, and a fault, where it does not.
  private mutating func take(_ line: [UInt8], _ path: String) -> JSONValue? {
    guard let value = try? JSONScanner.read(line), let at = value["at"]?.string,
      let previous = value["previous"], previous.isNull || previous.string != nil
    else {
      fault = fault("is no audit line", path)
      return nil
    }
    guard previous.string == head else {
      fault = fault(
        lines == 0
          ? "does not begin the file: lines before it are gone"
          : "does not follow line \(lines): that line was changed, or lines between them were "
            + "taken out or put in", path)
      return nil
    }
    head = SHA256.hex(line)
    lines += 1
    if value["repaired"] != nil { repairs += 1 }
    if first == nil { first = at }
    last = at
    return value
  }

  private func fault(_ message: String, _ path: String) -> AgentError {
    AgentError(.audit, message, path: path, line: lines + 1)
  }

  /// The size at a moment when no process is writing a line.
  private static func size(of file: Int32, _ path: String) throws -> Int {
    while flock(file, LOCK_SH) != 0 {
      guard errno == EINTR else { throw unreadable(path) }
    }
    defer { flock(file, LOCK_UN) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw unreadable(path) }
    return Int(status.st_size)
  }

  private static func unreadable(_ path: String) -> AgentError {
    AgentError(.audit, "cannot be read (\(String(cString: strerror(errno))))", path: path)
  }

  private static let longestLine = 1 << 20
}
