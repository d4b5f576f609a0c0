import FoundationEssentials
import Glibc

/// The output of a batch: appended in input order, synced every 1,000 lines or second.
final class BatchFile {
  /// Lines that a power cut may lose at most.
  private static let syncLines = 1000

  let path: String
  private let descriptor: Int32
  private let isFile: Bool
  private var unsynced = 0
  private var lastSync = ContinuousClock.now

  /// Opens the output, for this run alone.
  /// - Parameter path: `-` for standard output.
  /// - Throws: ``CommandFailure`` where it cannot be written, or another run is writing to it.
  init(_ path: String) throws(CommandFailure) {
    self.path = path == "-" ? "stdout" : path
    descriptor =
      path == "-" ? dup(STDOUT_FILENO) : open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(.usage, path) }
    var status = stat()
    isFile =
      path != "-" && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // A file system without locks is still written to.
    if isFile, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      throw .usage(Phrase.outputInUse.text(path))
    }
  }

  /// Goes on behind the first `length` bytes; what stands after them is cut off.
  func begin(at length: Int) throws(CommandFailure) {
    guard isFile else { return }
    guard ftruncate(descriptor, off_t(length)) == 0,
      lseek(descriptor, off_t(length), SEEK_SET) == off_t(length)
    else { throw Self.failure(.usage, path) }
  }

  /// Opens the output and goes on behind its first `length` bytes.
  convenience init(_ path: String, from length: Int) throws(CommandFailure) {
    try self.init(path)
    try begin(at: length)
  }

  deinit { close(descriptor) }

  /// Appends whole lines.
  func append(_ bytes: [UInt8], lines: Int) throws(CommandFailure) {
    try Console.write(bytes, to: descriptor, name: path)
    unsynced += lines
    if unsynced >= Self.syncLines || lastSync.duration(to: .now) >= .seconds(1) { try sync() }
  }

  func sync() throws(CommandFailure) {
    guard isFile, unsynced > 0 else { return }
    guard fsync(descriptor) == 0 else { throw Self.failure(.someFailed, path) }
    unsynced = 0
    lastSync = .now
  }

  private static func failure(_ status: ExitStatus, _ path: String) -> CommandFailure {
    CommandFailure(
      status, "unwritable", Phrase.cannotWrite.text(path, String(cString: strerror(errno))))
  }
}
