import Glibc

/// Finds the parts of an index file: each says how long it is, the next begins behind it.
enum PartChain {
  /// Where the part after one that ends at `end` begins.
  static func start(after end: Int) -> Int {
    (end + IndexFormat.partAlignment - 1) & ~(IndexFormat.partAlignment - 1)
  }

  /// The whole parts of an open file.
  ///
  /// - Throws: ``IndexError`` where there is none, or where a header has changed: one that was never written is
  ///   all zeros.
  static func parts(of descriptor: Int32, path: String) throws(IndexError) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while true {
      let head = try header(of: descriptor, at: start, isFirst: parts.isEmpty, path: path)
      guard let head else { return parts }
      var status = stat()
      let fileSize = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
      guard head <= UInt64(fileSize - start) else {
        throw IndexError.damaged("it has \(fileSize - start) of \(head) bytes", path)
      }
      parts.append(start..<start + Int(head))
      start = self.start(after: start + Int(head))
    }
  }

  /// The size that the header at `start` says; nil where there is no header.
  private static func header(
    of descriptor: Int32, at start: Int, isFirst: Bool, path: String
  ) throws(IndexError) -> UInt64? {
    // Another process may just be writing it.
    for attempt in 1...20 {
      let bytes = StableBytes(head(of: descriptor, at: start))
      if !isFirst, bytes.view.raw.allSatisfy({ $0 == 0 }) { return nil }
      do throws(IndexError) {
        return try IndexHeader.size(bytes.view, path: path)
      } catch {
        if isFirst { throw error }
        if attempt == 20 { throw IndexError.damaged("the header of a part has changed", path) }
      }
      usleep(2000)
    }
    return nil
  }

  /// The bytes of a header, fewer at the end of the file.
  private static func head(of descriptor: Int32, at start: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: IndexFormat.headerSize) { buffer, count in
      count = max(
        0, pread(descriptor, buffer.baseAddress, IndexFormat.headerSize, off_t(start)))
    }
  }
}
