import Glibc

/// Writes an index file beside its target and renames it into place; removes it where anything fails.
///
/// Sections are written one after the other; header and table, which need all sums, last.
final class IndexFileWriter: SectionSink {
  private static let flushSize = 1 << 20

  private let target: String
  private let temporary: String
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

  /// Takes over the open file `temporary`.
  init(_ target: String, temporary: String, descriptor: Int32) throws(IndexError) {
    self.target = target
    self.temporary = temporary
    self.descriptor = descriptor
    try seek(to: offset)
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
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

  /// Makes the file durable and puts it in the target's place.
  func finish() throws(IndexError) {
    try flush()
    let header = IndexHeader(entries: entries, fileSize: offset)
    try seek(to: 0)
    buffer = header.bytes
    try flush()
    guard fsync(descriptor) == 0 else { throw Self.failure(target) }
    guard rename(temporary, target) == 0 else { throw Self.failure(target) }
    close(descriptor)
    descriptor = -1
    // The new name is durable when the folder is; not every file system can do that.
    let slash = target.utf8.lastIndex(of: 0x2F)
    let folder = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    let directory = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }

  private func flush() throws(IndexError) {
    try put(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8]) throws(IndexError) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if written < 0 {
        guard errno == EINTR else { throw Self.failure(target) }
      } else {
        done += written
      }
    }
  }

  private func seek(to offset: UInt64) throws(IndexError) {
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw Self.failure(target) }
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
