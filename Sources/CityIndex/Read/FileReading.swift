import Glibc

/// Reads whole files by their path in bytes.
enum FileReading {
  enum Failure: Error {
    case system(String)
    case notRegular
    case tooLarge(Int)
  }

  static func bytes(at path: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    // Without O_NONBLOCK a named pipe would wait for its writer.
    let file = open(FolderWalk.cString(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .system(reason(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(size) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(file, buffer.baseAddress! + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw .system(reason(failure)) }
    return bytes
  }

  /// The first 1 MB of a file, enough to tell what it is; empty where it cannot be read.
  static func head(of path: [UInt8]) -> [UInt8] {
    let file = open(FolderWalk.cString(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return [] }
    defer { close(file) }
    return [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
      count = max(0, read(file, buffer.baseAddress!, buffer.count))
    }
  }

  /// Writes a new file; whether all of it was written.
  static func write(_ bytes: [UInt8], to path: [UInt8]) -> Bool {
    let file = open(FolderWalk.cString(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + done, $0.count - done) }
      if put < 0, errno == EINTR { continue }
      if put <= 0 { break }
      done += put
    }
    return close(file) == 0 && done == bytes.count
  }

  /// What the system says about an error number.
  static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}
