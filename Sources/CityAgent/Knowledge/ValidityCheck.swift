import CityIndex
import CityText
import FoundationEssentials
import Glibc

/// Finds days of validity that cannot be read: taken as not stated, they would hide that a rule has ended.
enum ValidityCheck {
  /// A problem for each `valid-from` and `valid-to` of `documents` that is no day.
  ///
  /// - Parameter folder: where the documents were read from, to name file and line.
  static func problems(_ documents: [SourceDocument], folder: String) -> [IndexError] {
    var problems: [IndexError] = []
    for document in documents {
      for key in ["valid-from", "valid-to"] {
        guard let text = document.metadata[key].first, CalendarDay(text) == nil else { continue }
        let path = "\(folder)/\(document.id)"
        problems.append(
          IndexError(
            .badDocument,
            "\(key) “\(text)” is no day and does not count; write it as 2026-11-23",
            path: path, line: line(of: key, in: path)))
      }
    }
    return problems
  }

  /// The line that sets `key`, from 1; nil where the file is not text any more.
  private static func line(of key: String, in path: String) -> Int? {
    guard let data = FileManager.default.contents(atPath: path),
      let text = try? TextDecoding.decode([UInt8](data)).bytes
    else { return nil }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { $0.drop { $0 == 0x20 }.starts(with: "\(key):".utf8) }.map { $0 + 1 }
  }
}
