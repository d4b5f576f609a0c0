import CityIndex
import CityJSON
import CityText
import FoundationEssentials
import Glibc
import TriageSkill

/// Reads reports of a file or standard input one after the other: JSON lines, a table, or one Open311 array.
///
/// Memory depends on the longest report, not on the input; only an array of Open311 is read whole.
final class ReportInput {
  enum Form { case lines, table, array }

  /// What came of one report of the input.
  struct Item {
    var line: Int
    var content: Result<ReportReader.Reading, TriageError>
  }

  /// Longest line or quoted row read, in bytes.
  static let limit = 8 << 20

  private let lines: LineReader
  private let reader: ReportReader
  private let name: String
  private let form: Form
  private var waiting: [InputLine] = []
  private var columns: [ReportColumn?]?
  /// Whether a quoted field may go on over a line's end: not after one that never closed.
  private var spans = true
  private var array: [JSONValue]?
  private var place = 0
  private let descriptor: Int32

  /// - Parameter path: `-` for standard input.
  init(_ path: String, reader: ReportReader) throws(CommandFailure) {
    self.reader = reader
    name = path == "-" ? "stdin" : path
    descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, !FilePath.isFolder(path) else {
      let reason =
        FilePath.isFolder(path) ? Phrase.isAFolder.text() : String(cString: strerror(errno))
      throw CommandFailure(.usage, "unreadable", Phrase.cannotRead.text(path, reason))
    }
    lines = LineReader(descriptor, limit: Self.limit, name: name)
    if path.lowercased().hasSuffix(".csv") {
      form = .table
      return
    }
    // The first line that is not blank tells an array of Open311 from lines.
    var first: InputLine?
    while let line = try lines.next() {
      waiting.append(line)
      if case .bytes(let bytes) = line.content, Self.firstByte(bytes) == nil { continue }
      first = line
      break
    }
    if case .bytes(let bytes)? = first?.content, Self.firstByte(bytes) == UInt8(ascii: "[") {
      form = .array
    } else {
      form = .lines
    }
  }

  deinit { close(descriptor) }

  private static func firstByte(_ bytes: [UInt8]) -> UInt8? {
    bytes.first { $0 != 0x20 && $0 != 0x09 }
  }

  /// The next report, or why one cannot be read; nil at the end.
  func next() throws(CommandFailure) -> Item? {
    switch form {
    case .lines: try nextLine()
    case .table: try nextRow()
    case .array: try nextElement()
    }
  }

  private func line() throws(CommandFailure) -> InputLine? {
    waiting.isEmpty ? try lines.next() : waiting.removeFirst()
  }

  private func failed(_ line: Int, _ message: String) -> Item {
    Item(line: line, content: .failure(TriageError(.badInput, message, path: name, line: line)))
  }

  private func nextLine() throws(CommandFailure) -> Item? {
    while let line = try line() {
      guard case .bytes(let raw) = line.content else {
        return failed(line.number, "the line is longer than \(Self.limit) bytes: shorten it")
      }
      guard Self.firstByte(raw) != nil else { continue }
      guard let bytes = Self.decoded(raw) else {
        return failed(line.number, "the line is no text in UTF-8 or GB18030")
      }
      return read(bytes, line.number)
    }
    return nil
  }

  private func read(_ bytes: [UInt8], _ line: Int) -> Item {
    do throws(JSONFailure) {
      return Item(line: line, content: report(try JSONScanner.read(bytes), line))
    } catch {
      return failed(line, "the line is not JSON: \(error.message) at byte \(error.offset)")
    }
  }

  private func report(_ value: JSONValue, _ line: Int) -> Result<ReportReader.Reading, TriageError>
  {
    do throws(TriageError) {
      return .success(try reader.report(value, line: line, path: name))
    } catch {
      return .failure(error)
    }
  }

  private static func decoded(_ raw: [UInt8]) -> [UInt8]? { try? TextDecoding.decode(raw).bytes }

  // MARK: an array

  private func nextElement() throws(CommandFailure) -> Item? {
    if array == nil {
      var text: [UInt8] = []
      while let line = try line() {
        guard case .bytes(let bytes) = line.content, text.count < 1 << 30 else {
          throw .usage(Phrase.arrayTooLarge.text(name))
        }
        text += bytes + [0x0A]
      }
      do throws(JSONFailure) {
        array = try JSONScanner.read(Self.decoded(text) ?? text).array ?? []
      } catch {
        throw .usage(Phrase.notJSON.text("\(name):\(error.line(in: text))", error.message))
      }
    }
    guard let array, place < array.count else { return nil }
    place += 1
    return Item(line: place, content: report(array[place - 1], place))
  }

  // MARK: a table

  private func nextRow() throws(CommandFailure) -> Item? {
    while let first = try line() {
      guard case .bytes(var row) = first.content else {
        return failed(first.number, "the line is longer than \(Self.limit) bytes: shorten it")
      }
      guard Self.firstByte(row) != nil else { continue }
      if !Self.isClosed(row) {
        guard spans, let more = try rest(of: &row) else {
          return failed(
            first.number, "a quote of this row never closes: double quotes that belong to the text")
        }
        guard more else {
          spans = false
          return failed(
            first.number, "a quote of this row never closes: double quotes that belong to the text")
        }
      }
      guard let bytes = Self.decoded(row) else {
        return failed(first.number, "the row is no text in UTF-8 or GB18030")
      }
      let fields = (CSVRows(bytes).rows.first?.fields ?? []).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard let columns else {
        do throws(TriageError) {
          self.columns = try reader.columns(fields, path: name)
        } catch {
          throw .usage("\(error)")
        }
        continue
      }
      guard fields.count <= columns.count else {
        return failed(
          first.number, "the row has \(fields.count) fields, the header \(columns.count)")
      }
      do throws(TriageError) {
        let reading = try reader.report(fields, columns: columns, line: first.number, path: name)
        return Item(line: first.number, content: .success(reading))
      } catch {
        return Item(line: first.number, content: .failure(error))
      }
    }
    return nil
  }

  /// Adds the lines up to the closing quote; gives them back and says false where there is none.
  private func rest(of row: inout [UInt8]) throws(CommandFailure) -> Bool? {
    var taken: [InputLine] = []
    var whole = row
    while let next = try line() {
      taken.append(next)
      guard case .bytes(let bytes) = next.content, whole.count + bytes.count < Self.limit else {
        break
      }
      whole += [0x0A] + bytes
      // Only a line with a quote can close the row.
      if bytes.contains(0x22), Self.isClosed(whole) {
        row = whole
        return true
      }
    }
    waiting = taken + waiting
    return false
  }

  /// Whether every quote that opens a field closes it.
  private static func isClosed(_ row: [UInt8]) -> Bool {
    row.reduce(0) { $0 + ($1 == 0x22 ? 1 : 0) } % 2 == 0
  }
}
