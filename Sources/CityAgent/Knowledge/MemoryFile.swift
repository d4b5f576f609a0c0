public import CityIndex
import CityJSON
import CityText
import FoundationEssentials
import Glibc

/// The file of confirmed pairs beside the documents: a JSON object a line, to be read, edited and deleted from.
///
/// `{"question","document"[,"clause"],"source","day"}`. It enters a generation at `index build` or `index update`,
/// as hashes of terms. Its texts are shown to whoever may read the file and to nobody else.
public struct MemoryFile: Sendable {
  public static let name: String = DocumentReader.memoryName
  /// Longer lines are left out.
  static let lineLimit = 64 << 10

  public let path: String
  /// In file order.
  public private(set) var pairs: [ConfirmedPair] = []
  /// Lines that could not be read: file, line, what to do.
  public private(set) var problems: [IndexError] = []
  private var bytes: [UInt8] = []

  /// - Throws: ``IndexError`` `.unreadable` where the file is there and cannot be read.
  public init(_ path: String) throws(IndexError) {
    self.path = path
    guard access(path, F_OK) == 0 else { return }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw IndexError(.unreadable, "it cannot be read: check its permissions", path: path)
    }
    bytes = [UInt8](data)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (i, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
      do throws(IndexError) {
        pairs.append(try Self.pair([UInt8](line), path: path, line: i + 1))
      } catch {
        problems.append(error)
      }
    }
  }

  static func pair(_ line: [UInt8], path: String, line number: Int) throws(IndexError)
    -> ConfirmedPair
  {
    func bad(_ message: String) -> IndexError {
      IndexError(.badDocument, message, path: path, line: number)
    }
    guard line.count <= lineLimit else {
      throw bad("The line is longer than \(lineLimit) bytes: shorten or delete it.")
    }
    let value: JSONValue
    do throws(JSONFailure) {
      value = try JSONScanner.read(line)
    } catch {
      throw bad("The line is not JSON (\(error.message)): correct or delete it.")
    }
    guard let question = value["question"]?.string, let document = value["document"]?.label,
      !question.utf8.allSatisfy({ $0 <= 0x20 }), !document.isEmpty
    else { throw bad("The line needs a question and a document: fill them in or delete it.") }
    return ConfirmedPair(
      question: question, document: document, clause: value["clause"]?.label,
      source: value["source"]?.string ?? "file", day: value["day"]?.string, line: number)
  }

  /// A line of the file, personal data of the question masked.
  public static func line(_ pair: ConfirmedPair) -> [UInt8] {
    var json = JSONWriter()
    json.object { w in
      w.key("question", masked(pair.question))
      w.key("document", pair.document)
      if let clause = pair.clause { w.key("clause", clause) }
      w.key("source", pair.source)
      if let day = pair.day { w.key("day", day) }
    }
    return json.bytes + [0x0A]
  }

  public static func masked(_ question: String) -> String {
    String(decoding: PersonalData.masked(Array(question.utf8)), as: UTF8.self)
  }

  /// Appends the pairs that are not there yet; another writer is waited for, and what it wrote stays.
  /// - Returns: by place in `more`, the line that has the same pair already.
  /// - Throws: ``IndexError`` `.unwritable`.
  @discardableResult
  public mutating func append(_ more: [ConfirmedPair]) throws(IndexError) -> [Int: Int] {
    let lock = try locked()
    defer { withExtendedLifetime(lock) {} }
    var lines: [[UInt8]: Int] = [:]
    for pair in pairs { lines[Self.identity(pair)] = pair.line }
    var text = bytes
    if let last = text.last, last != 0x0A { text.append(0x0A) }
    var next = text.count { $0 == 0x0A } + 1
    var there: [Int: Int] = [:]
    for (i, pair) in more.enumerated() {
      let identity = Self.identity(pair)
      if let line = lines[identity] {
        there[i] = line
      } else {
        lines[identity] = next
        next += 1
        text += Self.line(pair)
      }
    }
    if there.count < more.count { try write(text) }
    return there
  }

  /// Deletes the line of that number.
  /// - Returns: false where the file has no such line.
  public mutating func remove(line number: Int) throws(IndexError) -> Bool {
    guard access(path, F_OK) == 0 else { return false }
    let lock = try locked()
    defer { withExtendedLifetime(lock) {} }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1), !lines[number - 1].isEmpty else { return false }
    lines.remove(at: number - 1)
    try write([UInt8](lines.joined(separator: [0x0A])))
    return true
  }

  /// What makes two pairs the same: question as it is stored, document, clause.
  private static func identity(_ pair: ConfirmedPair) -> [UInt8] {
    Array("\(masked(pair.question))\0\(pair.document)\0\(pair.clause ?? "")".utf8)
  }

  /// The right to write the file, which is read again under it.
  private mutating func locked() throws(IndexError) -> IndexLock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure() }
    close(descriptor)
    let lock = try IndexLock.take(path)
    self = try MemoryFile(path)
    return lock
  }

  /// Temporary file, synced, renamed: a reader sees the old file or the new one.
  private mutating func write(_ text: [UInt8]) throws(IndexError) {
    let temporary = path + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var written = 0
    while written < text.count {
      let count = text[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(removing: temporary) }
      written += count
    }
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw failure(removing: temporary)
    }
    self = try MemoryFile(path)
  }

  private func failure(removing temporary: String? = nil) -> IndexError {
    let reason = String(cString: strerror(errno))
    if let temporary { unlink(temporary) }
    return IndexError(
      .unwritable, "it cannot be written (\(reason)): check the folder's permissions and its disk",
      path: path)
  }
}
