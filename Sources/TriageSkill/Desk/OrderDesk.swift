import Glibc
import Synchronization

/// The desk's orders on disk: `orders.jsonl` in a folder, one event a line, only ever added to.
///
/// A line is written whole and synced before it counts; a torn last line, left by a crash, is ignored when reading and cut
/// off by the next writer. One process writes at a time, held apart by a lock on the file; any may read.
public final class OrderDesk: Sendable {
  public static let fileName: String = "orders.jsonl"

  private struct Content {
    var book: OrderBook
    /// Bytes of the log that are whole lines.
    var length: Int
  }

  private let path: String
  private let descriptor: Int32
  private let content: Mutex<Content>

  /// Opens the log of a folder for writing; both are made where they do not exist.
  /// - Parameter report: told of lines that cannot be read or may not be; each is left out, the rest serves.
  /// - Throws: `.unwritable` where the folder cannot be used or another process writes to it.
  public init(
    folder: String, clock: DeskClock, report: (TriageError) -> Void = { _ in }
  ) throws(TriageError) {
    path = folder + "/" + Self.fileName
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw Self.failure("the folder of the desk cannot be made", folder)
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure("the desk's log cannot be opened", path) }
    self.descriptor = descriptor
    do throws(TriageError) {
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        throw errno == EWOULDBLOCK
          ? TriageError(
            .unwritable, "another process is writing to this desk: end it or name another folder",
            path: path)
          : Self.failure("the desk's log cannot be locked", path)
      }
      let bytes = try Self.bytes(of: descriptor, path)
      var book = OrderBook(clock: clock)
      let length = Self.fold(bytes, into: &book, path: path, report: report)
      if length < bytes.count {
        guard ftruncate(descriptor, off_t(length)) == 0 else {
          throw Self.failure("the torn last line of the log cannot be cut off", path)
        }
      }
      // The name of a new file is only safe when its folder is.
      if bytes.isEmpty { Self.sync(folder: folder) }
      content = Mutex(Content(book: book, length: length))
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  deinit { Glibc.close(descriptor) }

  /// The orders as they stand in a folder, without a lock; none where there is no log.
  public static func read(
    folder: String, clock: DeskClock, report: (TriageError) -> Void = { _ in }
  ) throws(TriageError) -> OrderBook {
    var book = OrderBook(clock: clock)
    let path = folder + "/" + fileName
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return book }
      throw failure("the desk's log cannot be opened", path)
    }
    defer { Glibc.close(descriptor) }
    _ = fold(try bytes(of: descriptor, path), into: &book, path: path, report: report)
    return book
  }

  /// All orders as they stand.
  public var book: OrderBook { content.withLock { $0.book } }

  /// Files an order under the next id of the day it was received on, and gives that id.
  /// - Parameter make: makes what is filed, given the id.
  public func file(
    received: Moment, at: Moment, by: String? = nil, _ make: (String) -> FiledOrder
  ) throws(TriageError) -> String {
    try content.withLock { content throws(TriageError) in
      let id = content.book.nextID(on: received.day)
      try add([OrderEvent(id, at: at, by: by, .filed(make(id)))], to: &content)
      return id
    }
  }

  /// Adds an event to the log.
  /// - Throws: `.notAllowed` or `.notFound` where it cannot be, `.unwritable` where the disk fails; nothing has changed then.
  public func append(_ event: OrderEvent) throws(TriageError) { try append([event]) }

  /// Adds events to the log with one sync: all of them or none.
  public func append(_ events: [OrderEvent]) throws(TriageError) {
    try content.withLock { content throws(TriageError) in try add(events, to: &content) }
  }

  private func add(_ events: [OrderEvent], to content: inout Content) throws(TriageError) {
    guard !events.isEmpty else { return }
    var lines: [UInt8] = []
    var normal: [OrderEvent] = []
    for event in events {
      let event = try event.normalised()
      lines += event.json
      lines.append(0x0A)
      normal.append(event)
    }
    if normal.count == 1 {
      // No copy of the book for the usual case.
      try content.book.check(normal[0])
      try write(lines, at: content.length)
      try content.book.apply(normal[0])
    } else {
      var book = content.book
      for event in normal { try book.apply(event) }
      try write(lines, at: content.length)
      content.book = book
    }
    content.length += lines.count
  }

  /// Writes behind the whole lines and syncs; cuts off again what did not go through.
  private func write(_ lines: [UInt8], at length: Int) throws(TriageError) {
    var written = 0
    while written < lines.count {
      let n = lines[written...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(length + written))
      }
      if n < 0, errno == EINTR { continue }
      guard n > 0 else { break }
      written += n
    }
    guard written == lines.count, fsync(descriptor) == 0 else {
      let error = Self.failure("the event cannot be written", path)
      _ = ftruncate(descriptor, off_t(length))
      throw error
    }
  }

  /// Folds the whole lines of a log into a book; returns their length in bytes.
  static func fold(
    _ bytes: [UInt8], into book: inout OrderBook, path: String, report: (TriageError) -> Void
  ) -> Int {
    var start = 0
    var line = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      line += 1
      if end > start {
        do throws(TriageError) {
          try book.apply(try OrderEvent(json: Array(bytes[start..<end])))
        } catch {
          report(
            TriageError(
              .badOrders, error.message + "; the line is left out", path: path, line: line))
        }
      }
      start = end + 1
    }
    return start
  }

  private static func bytes(of descriptor: Int32, _ path: String) throws(TriageError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw failure("the desk's log cannot be read", path)
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var read = 0
    while read < bytes.count {
      let n = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress! + read, $0.count - read, off_t(read))
      }
      if n < 0, errno == EINTR { continue }
      guard n >= 0 else { throw failure("the desk's log cannot be read", path) }
      // Shorter than it was: a writer cut off a torn line meanwhile.
      if n == 0 { break }
      read += n
    }
    return Array(bytes[..<read])
  }

  private static func sync(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    Glibc.close(descriptor)
  }

  private static func failure(_ message: String, _ path: String) -> TriageError {
    TriageError(.unwritable, "\(message) (\(String(cString: strerror(errno))))", path: path)
  }
}
