import Glibc

/// Writes a vector file beside its target and renames it into place; removes it where anything fails.
final class VectorFileWriter {
  private let target: String
  private let temporary: String
  /// −1 when all is done.
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var offset = UInt64(VectorHeader.size)
  private var sum = Checksum64()
  private(set) var checksums: [UInt64] = []

  init(_ target: String) throws(IndexError) {
    AbandonedFiles.remove(besides: target)
    self.target = target
    temporary = "\(target).\(getpid())-1.tmp"
    descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    // The lock says that somebody writes it; it goes with the process.
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      lseek(descriptor, off_t(offset), SEEK_SET) >= 0
    else { throw IndexFileWriter.failure(target) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Writes the next bytes of the section.
  func append(_ bytes: [UInt8]) throws(IndexError) {
    bytes.withUnsafeBytes { sum.update($0) }
    offset += UInt64(bytes.count)
    buffer += bytes
    if buffer.count >= 1 << 20 { try flush() }
  }

  /// Fills the section up and keeps its sum.
  func endSection() throws(IndexError) {
    try append([UInt8](repeating: 0, count: Int((8 - offset % 8) % 8)))
    checksums.append(sum.finish())
    sum = Checksum64()
  }

  /// Writes the header, makes the file durable and puts it in the target's place.
  func finish(_ header: VectorHeader) throws(IndexError) {
    try flush()
    guard lseek(descriptor, 0, SEEK_SET) >= 0 else { throw IndexFileWriter.failure(target) }
    buffer = header.bytes
    try flush()
    guard fsync(descriptor) == 0, rename(temporary, target) == 0 else {
      throw IndexFileWriter.failure(target)
    }
    close(descriptor)
    descriptor = -1
    DurableFile.syncFolder(of: target)
  }

  private func flush() throws(IndexError) {
    guard DurableFile.write(buffer, to: descriptor) else { throw IndexFileWriter.failure(target) }
    buffer.removeAll(keepingCapacity: true)
  }
}
