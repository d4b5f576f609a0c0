import Glibc

/// The right to write an index: one process at a time has it, and loses it when it ends, however it ends.
///
/// It is a `flock` on the index file itself.
public final class IndexLock: Sendable {
  public let path: String
  let descriptor: Int32

  private init(_ path: String, _ descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Takes the lock; waits where another process has it.
  /// - Parameter waiting: called once where it has to wait.
  /// - Returns: nil where there is no file.
  /// - Throws: ``IndexError`` `.unwritable` where the file cannot be written.
  public static func take(
    _ path: String, waiting: (() -> Void)? = nil
  ) throws(IndexError) -> IndexLock? {
    var hasWaited = false
    while true {
      let file = Glibc.open(path, O_RDWR | O_CLOEXEC)
      guard file >= 0 else {
        if errno == ENOENT { return nil }
        throw IndexFileWriter.failure(path)
      }
      if flock(file, LOCK_EX | LOCK_NB) != 0 {
        if !hasWaited { waiting?() }
        hasWaited = true
        while flock(file, LOCK_EX) != 0, errno == EINTR {}
      }
      // A build may have put another file there meanwhile.
      if AbandonedFiles.isNamed(path, file) { return IndexLock(path, file) }
      close(file)
    }
  }

  /// Takes the lock to replace the file, which need not be writable itself; nil where there is none.
  static func wait(for path: String) -> IndexLock? {
    while true {
      let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard file >= 0 else { return nil }
      while flock(file, LOCK_EX) != 0, errno == EINTR {}
      if AbandonedFiles.isNamed(path, file) { return IndexLock(path, file) }
      close(file)
    }
  }
}
