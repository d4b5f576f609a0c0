import CityIndex
import CityText

/// The lines of a clause, without their bullets: each is a sentence that can be quoted alone.
enum ClauseLines {
  struct Line: Sendable, Equatable {
    var text: String
    /// Bytes in the document's canonical text; exactly `text`.
    var range: Range<Int>
  }

  static func lines(of passage: Int, in index: KnowledgeIndex) -> [Line] {
    let place = index.passage(passage)
    guard let bytes = index.text(document: place.document, range: place.range) else { return [] }
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if let range = trimmed(bytes, start..<end) {
        lines.append(
          Line(
            text: String(decoding: bytes[range], as: UTF8.self),
            range: (range.lowerBound + place.range.lowerBound)..<(range.upperBound
              + place.range.lowerBound)))
      }
      start = end + 1
    }
    return lines
  }

  /// Without white space around it and without `- `, `* `, `1. ` before it; nil where nothing is left.
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var end = range.upperBound
    func skipSpaces() {
      while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    }
    skipSpaces()
    var mark = start
    while mark < end, (0x30...0x39).contains(bytes[mark]) { mark += 1 }
    if mark > start, mark + 1 < end, bytes[mark] == 0x2E, bytes[mark + 1] == 0x20 {
      start = mark + 2
    } else if start + 1 < end, bytes[start] == 0x2D || bytes[start] == 0x2A,
      bytes[start + 1] == 0x20
    {
      start += 2
    }
    skipSpaces()
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 || bytes[end - 1] == 0x0D {
      end -= 1
    }
    return start < end ? start..<end : nil
  }
}
