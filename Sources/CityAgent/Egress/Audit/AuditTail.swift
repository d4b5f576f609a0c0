import CityText
import Glibc

/// The end of an audit file: what the next line must follow.
struct AuditTail {
  struct Failure: Error {
    var errno: Int32
  }

  /// Where the last whole line ends, in bytes.
  private(set) var end = 0
  /// SHA-256 of the last whole line, without its end; nil where there is none.
  private(set) var digest: String?
  /// What stands behind it: a line that was never finished.
  private(set) var torn: [UInt8] = []

  /// Reads backwards, in windows that grow until they hold a whole line.
  init(_ file: Int32) throws(Failure) {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(errno: errno) }
    let size = Int(status.st_size)
    var window = 4096
    while size > 0 {
      let start = max(0, size - window)
      let bytes = try Self.read(file, start, size - start)
      if let last = bytes.lastIndex(of: 0x0A) {
        let before = bytes[..<last].lastIndex(of: 0x0A)
        if before != nil || start == 0 {
          digest = SHA256.hex(Array(bytes[(before.map { $0 + 1 } ?? 0)..<last]))
          torn = Array(bytes[(last + 1)...])
          end = start + last + 1
          return
        }
      } else if start == 0 {
        torn = bytes
        return
      }
      window *= 8
    }
  }

  private static func read(_ file: Int32, _ start: Int, _ count: Int) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let n = bytes[done...].withUnsafeMutableBytes {
        pread(file, $0.baseAddress, $0.count, start + done)
      }
      if n < 0, errno == EINTR { continue }
      guard n > 0 else { throw Failure(errno: n < 0 ? errno : EIO) }
      done += n
    }
    return bytes
  }
}
