import CityText
import Glibc

/// Writes an index file beside its target and renames it into place; removes it where anything fails.
///
/// Sections are written one after the other; header and table, which need all sums, last.
final class IndexFileWriter {
  private static let flushSize = 1 << 20

  private let target: String
  private let temporary: String
  /// −1 when all is done.
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var offset = UInt64(IndexHeader.size)
  private var sum = Checksum64()
  private var content = SHA256()
  private var entries: [IndexHeader.Entry] = []

  /// Opens a new file in the folder of `target`.
  static func create(_ target: String) throws(IndexError) -> IndexFileWriter {
    var status = stat()
    if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw IndexError(
        .unwritable, "cannot write the index: this is no plain file; choose another name",
        path: target)
    }
    var (name, file, attempt) = ("", Int32(-1), 0)
    repeat {
      attempt += 1
      name = "\(target).\(getpid())-\(attempt).tmp"
      file = Glibc.open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    } while file < 0 && errno == EEXIST && attempt < 1000
    guard file >= 0 else { throw failure(target) }
    return try IndexFileWriter(target, temporary: name, descriptor: file)
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

  /// Writes a section whole.
  func write(_ section: IndexFormat.Section, _ bytes: [UInt8]) throws(IndexError) {
    try write(section, parts: CollectionOfOne(bytes))
  }

  /// Writes a section part by part; sections come in the order of ``IndexFormat/Section``.
  func write(
    _ section: IndexFormat.Section, parts: some Collection<[UInt8]>
  ) throws(IndexError) {
    let hashed = section != .info
    let start = offset
    var length: UInt64 = 0
    if hashed { content.update(section.field) }
    for part in parts {
      if hashed { content.update(part) }
      length += UInt64(part.count)
      try append(part)
    }
    if hashed {
      var bytes: [UInt8] = []
      bytes.appendLittle(length)
      content.update(bytes)
    }
    offset = start + length
    let filled = IndexFormat.padded(offset) ?? offset
    try append([UInt8](repeating: 0, count: Int(filled - offset)))
    offset = filled
    entries.append(
      IndexHeader.Entry(section: section, offset: start, length: length, checksum: sum.finish()))
    sum = Checksum64()
  }

  /// The SHA-256 over the content sections written so far.
  func generation() -> [UInt8] { content.finish() }

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

  private func append(_ bytes: [UInt8]) throws(IndexError) {
    bytes.withUnsafeBytes { sum.update($0) }
    buffer += bytes
    if buffer.count >= Self.flushSize { try flush() }
  }

  private func flush() throws(IndexError) {
    var done = 0
    while done < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if written < 0 {
        guard errno == EINTR else { throw Self.failure(target) }
      } else {
        done += written
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func seek(to offset: UInt64) throws(IndexError) {
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw Self.failure(target) }
  }

  private static func failure(_ path: String) -> IndexError {
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
