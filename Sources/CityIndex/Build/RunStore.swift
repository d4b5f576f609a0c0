import Glibc

/// Keeps runs in memory up to a limit, and those beyond it in a file that has no name any more.
///
/// The file is mapped: the system drops its pages when memory is short and reads them again.
struct RunStore {
  /// Bytes kept in memory.
  private let limit: Int
  private let target: String
  private var kept = 0
  private var file: SpillFile?

  /// - Parameter target: the file is made beside it.
  init(limit: Int, target: String) {
    self.limit = limit
    self.target = target
  }

  /// The run, its bytes in memory or in the file.
  mutating func store(_ run: TermRun) throws(IndexError) -> TermRun {
    guard kept + run.view.count > limit else {
      kept += run.view.count
      return run
    }
    if self.file == nil { self.file = try SpillFile(target) }
    guard let file else { return run }
    let mapping = try file.append(run.view)
    return run.moved(to: mapping.view, owner: mapping)
  }
}

/// A file without a name that grows by blocks, each mapped for reading.
private final class SpillFile: Sendable {
  private let descriptor: Int32
  private let target: String

  init(_ target: String) throws(IndexError) {
    self.target = target
    var template = Array("\(target).runs-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw IndexFileWriter.failure(target) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  deinit { close(descriptor) }

  func append(_ bytes: ByteView) throws(IndexError) -> SpilledBlock {
    let end = lseek(descriptor, 0, SEEK_END)
    // A mapping begins at a page.
    let start = (end + 65535) & ~65535
    guard end >= 0, lseek(descriptor, start, SEEK_SET) >= 0 else {
      throw IndexFileWriter.failure(target)
    }
    var done = 0
    while done < bytes.count {
      let written = write(
        descriptor, bytes.raw.baseAddress.map { $0 + done }, bytes.count - done)
      guard written > 0 || errno == EINTR else { throw IndexFileWriter.failure(target) }
      done += max(0, written)
    }
    guard let base = mmap(nil, bytes.count, PROT_READ, MAP_PRIVATE, descriptor, start),
      base != MAP_FAILED
    else { throw IndexFileWriter.failure(target) }
    return SpilledBlock(ByteView(base: base, count: bytes.count))
  }
}

/// A mapped part of a spill file.
private final class SpilledBlock: Sendable {
  let view: ByteView

  init(_ view: ByteView) { self.view = view }

  deinit { munmap(UnsafeMutableRawPointer(mutating: view.raw.baseAddress), view.count) }
}
