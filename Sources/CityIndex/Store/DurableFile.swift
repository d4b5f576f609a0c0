import Glibc

/// Writing that survives a crash.
enum DurableFile {
  /// Writes all bytes; false, with `errno`, where that fails.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      guard written >= 0 || errno == EINTR else { return false }
      done += max(0, written)
    }
    return true
  }

  /// A new name is durable when its folder is; not every file system can do that.
  static func syncFolder(of path: String) {
    let slash = path.utf8.lastIndex(of: 0x2F)
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let directory = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }
}
