import Glibc

extension FileReading {
  /// Passes the lines of a file, without their line feeds, to `take`, through one small buffer.
  /// - Returns: false where the file cannot be read, a line is longer than `limit`, or `take` returned false.
  static func lines(
    at path: [UInt8], limit: Int, _ take: (UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    let file = open(FolderWalk.cString(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    // Bytes of a line whose end is not read yet stand at the front.
    var held = 0
    while true {
      if held == buffer.count {
        guard held <= limit else { return false }
        let larger = UnsafeMutableRawBufferPointer.allocate(
          byteCount: buffer.count * 2, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
        buffer.deallocate()
        buffer = larger
      }
      let got = read(file, buffer.baseAddress! + held, buffer.count - held)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { return false }
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<(held + got)])
      guard got > 0 else { return held == 0 || take(bytes) }
      var start = 0
      while let end = memchr(bytes.baseAddress! + start, 0x0A, bytes.count - start) {
        let place = UnsafeRawPointer(end) - bytes.baseAddress!
        guard place - start <= limit, take(.init(rebasing: bytes[start..<place])) else {
          return false
        }
        start = place + 1
        if start == bytes.count { break }
      }
      held = bytes.count - start
      memmove(buffer.baseAddress!, bytes.baseAddress! + start, held)
    }
  }
}
