import CityAgentKit
import CityIndex
import CityJSON
import CityText
import FoundationEssentials
import Glibc
import TriageSkill

/// A file of reports, one after the other: JSON lines, or CSV with a header where its name ends in `.csv`.
///
/// The names of fields are those of ``ReportReader``. A second report under one id is a problem of its line.
final class LabelledFile {
  /// A report, or why its line cannot be used; the line and an id where one is known.
  typealias Entry = (line: Int, id: String?, report: Result<Report, TriageError>)

  /// Longest line read, in bytes.
  private static let lineLimit = 1 << 24

  private let path: String
  private var ids: Set<String> = []
  // Nothing of triage is read from a label's time: reports without one are as good.
  private let reader = ReportReader(received: Moment(seconds: 0))

  init(_ path: String) { self.path = path }

  /// What messages call the file.
  private var name: String { path == "-" ? "stdin" : path }

  /// Calls `body` with every entry in order; blank lines are left out.
  /// - Throws: ``CommandFailure`` where the file cannot be read, and what `body` throws.
  func each(_ body: (Entry) throws -> Void) throws {
    path.hasSuffix(".csv") ? try eachRow(body) : try eachLine(body)
  }

  private func eachLine(_ body: (Entry) throws -> Void) throws {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(String(cString: strerror(errno))) }
    defer { if path != "-" { close(descriptor) } }
    if FilePath.isFolder(path) { throw unreadable(Phrase.isAFolder.text()) }
    let lines = LineReader(descriptor, limit: Self.lineLimit, name: name)
    while let line = try lines.next() {
      switch line.content {
      case .tooLong(let count):
        let problem = bad(
          "the line has \(count) bytes; the limit is \(Self.lineLimit)", line.number)
        try body((line.number, nil, .failure(problem)))
      case .bytes(let bytes):
        guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
        try body(
          entry(line.number) { () throws(TriageError) in
            let value: JSONValue
            do throws(JSONFailure) {
              value = try JSONScanner.read(bytes)
            } catch {
              throw bad(
                "the line is not JSON: \(error.message) at byte \(error.offset)", line.number)
            }
            return try reader.report(value, line: line.number, path: name).report
          })
      }
    }
  }

  private func eachRow(_ body: (Entry) throws -> Void) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw unreadable(Phrase.isAFolder.text())
    }
    let table = CSVRows(try TextDecoding.decode([UInt8](data)).bytes)
    func texts(_ row: CSVRows.Row) -> [String] {
      row.fields.map { String(decoding: $0, as: UTF8.self) }
    }
    guard let header = table.rows.first else { return }
    let columns = try reader.columns(texts(header), path: name)
    for line in table.unclosed {
      try body((line, nil, .failure(bad("a quote is never closed; close or double it", line))))
    }
    for row in table.rows.dropFirst() {
      try body(
        entry(row.line) { () throws(TriageError) in
          try reader.report(texts(row), columns: columns, line: row.line, path: name).report
        })
    }
  }

  /// The entry of a line, its id not seen before.
  private func entry(
    _ line: Int, _ read: () throws(TriageError) -> Report
  ) -> Entry {
    do throws(TriageError) {
      let report = try read()
      guard ids.insert(report.id).inserted else {
        let problem = bad(
          "the id “\(report.id)” stands on an earlier line; give each its own", line)
        return (line, report.id, .failure(problem))
      }
      return (line, report.id, .success(report))
    } catch {
      return (line, nil, .failure(error))
    }
  }

  private func bad(_ message: String, _ line: Int) -> TriageError {
    TriageError(.badInput, message, path: name, line: line)
  }

  private func unreadable(_ reason: String) -> CommandFailure {
    CommandFailure(.usage, "unreadable", Phrase.cannotRead.text(name, reason))
  }
}

extension LabelledFile {
  /// All rows that have a label; every other line is told on standard error.
  static func rows(_ path: String) throws -> (rows: [TrainingRow], problems: Int) {
    let file = LabelledFile(path)
    var rows: [TrainingRow] = []
    var problems = 0
    try file.each { entry in
      do throws(TriageError) {
        let report = try entry.report.get()
        guard let label = report.category else {
          throw TriageError(
            .badInput, "there is no label; write the category as \"label\"", path: file.name,
            line: entry.line)
        }
        rows.append(TrainingRow(id: report.id, text: report.whole, label: label))
      } catch {
        Console.note("\(error)")
        problems += 1
      }
    }
    return (rows, problems)
  }
}
