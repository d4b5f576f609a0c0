import Glibc

/// Writes a part: a whole index file beside its target, renamed into place, or one at the end of an index.
///
/// Sections are written one after the other; header and table, which need all sums, last. Where anything fails,
/// what was written goes.
final class IndexFileWriter: SectionSink {
  private static let flushSize = 1 << 20

  private let target: String
  /// Nil where the part is appended.
  private let temporary: String?
  /// Where the part begins in the file.
  private let start: UInt64
  /// Where the file ends without it.
  private let oldEnd: Int
  /// −1 when all is done.
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var offset = UInt64(IndexHeader.size)
  private var sum = Checksum64()
  private var entries: [IndexHeader.Entry] = []

  /// Opens a new file in the folder of `target`.
  static func create(_ target: String) throws(IndexError) -> IndexFileWriter {
    var status = stat()
    if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw IndexError(
        .unwritable, "cannot write the index: this is no plain file; choose another name",
        path: target)
    }
    AbandonedFiles.remove(besides: target)
    for attempt in 1...1000 {
      let name = "\(target).\(getpid())-\(attempt).tmp"
      let file = Glibc.open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if file < 0, errno == EEXIST { continue }
      guard file >= 0 else { throw failure(target) }
      // The lock says that somebody writes it; it goes with the process.
      if flock(file, LOCK_EX | LOCK_NB) == 0, AbandonedFiles.isNamed(name, file) {
        return try IndexFileWriter(target, temporary: name, descriptor: file)
      }
      close(file)
    }
    throw failure(target)
  }

  /// Begins a part behind the last whole one, which ends at `end`; what a killed writer left there goes.
  static func append(
    to lock: IndexLock, after end: Int
  ) throws(IndexError) -> IndexFileWriter {
    AbandonedFiles.remove(besides: lock.path)
    let file = fcntl(lock.descriptor, F_DUPFD_CLOEXEC, 3)
    guard file >= 0, ftruncate(file, off_t(end)) == 0 else { throw failure(lock.path) }
    return try IndexFileWriter(
      lock.path, temporary: nil, descriptor: file, start: PartChain.start(after: end), oldEnd: end)
  }

  /// Takes over the open file, which is called `temporary` where it is new.
  init(
    _ target: String, temporary: String?, descriptor: Int32, start: Int = 0, oldEnd: Int = 0
  ) throws(IndexError) {
    self.target = target
    self.temporary = temporary
    self.descriptor = descriptor
    self.start = UInt64(start)
    self.oldEnd = oldEnd
    try seek(to: offset)
  }

  deinit {
    guard descriptor >= 0 else { return }
    // No reader maps what has no header.
    if temporary == nil { _ = ftruncate(descriptor, off_t(oldEnd)) }
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  /// Begins a section; its bytes follow by ``append(_:)``.
  func begin(_ section: IndexFormat.Section) {
    entries.append(
      IndexHeader.Entry(section: section, offset: offset, length: 0, checksum: 0))
    sum = Checksum64()
  }

  /// Writes the next bytes of the section begun last.
  func append(_ bytes: [UInt8]) throws(IndexError) {
    bytes.withUnsafeBytes { sum.update($0) }
    offset += UInt64(bytes.count)
    if bytes.count >= Self.flushSize {
      try flush()
      try put(bytes)
    } else {
      buffer += bytes
      if buffer.count >= Self.flushSize { try flush() }
    }
  }

  /// Ends the section begun last.
  func end() throws(IndexError) {
    let last = entries.count - 1
    entries[last].length = offset - entries[last].offset
    let filled = IndexFormat.padded(offset) ?? offset
    try append([UInt8](repeating: 0, count: Int(filled - offset)))
    entries[last].checksum = sum.finish()
  }

  /// Makes the part durable, and then visible.
  /// - Parameter lock: held by the caller.
  func finish(holding lock: IndexLock? = nil) throws(IndexError) {
    try flush()
    let header = IndexHeader(entries: entries, fileSize: offset)
    // The table first: the part is there when the header is, which lies within one block.
    try seek(to: UInt64(IndexFormat.headerSize))
    try put(Array(header.bytes[IndexFormat.headerSize...]))
    if temporary == nil { try sync() }
    try seek(to: 0)
    try put(Array(header.bytes[..<IndexFormat.headerSize]))
    try sync()
    if let temporary { try move(temporary, holding: lock) }
    close(descriptor)
    descriptor = -1
  }

  private func sync() throws(IndexError) {
    guard fsync(descriptor) == 0 else { throw Self.failure(target) }
  }

  /// Puts the new file in the place of the old one.
  private func move(_ temporary: String, holding lock: IndexLock?) throws(IndexError) {
    // Whoever appends to the old file is to finish first.
    let other = lock == nil ? IndexLock.wait(for: target) : nil
    defer { withExtendedLifetime(other) {} }
    guard rename(temporary, target) == 0 else { throw Self.failure(target) }
    DurableFile.syncFolder(of: target)
  }

  private func flush() throws(IndexError) {
    try put(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8]) throws(IndexError) {
    guard DurableFile.write(bytes, to: descriptor) else { throw Self.failure(target) }
  }

  private func seek(to offset: UInt64) throws(IndexError) {
    guard lseek(descriptor, off_t(start + offset), SEEK_SET) >= 0 else {
      throw Self.failure(target)
    }
  }

  static func failure(_ path: String) -> IndexError {
    let code = errno
    let advice =
      switch code {
      case ENOSPC, EDQUOT: "free some space or choose another folder"
      case EACCES, EPERM, EROFS: "choose a folder that you may write to"
      case ENOENT, ENOTDIR: "its folder does not exist; create it or choose another"
      default: "choose another folder"
      }
    return IndexError(
      .unwritable, "cannot write the index: \(SystemCall.reason(code)); \(advice)", path: path)
  }
}
