/// The clauses of a Markdown text by its `#` headings (CommonMark 0.31, ATX headings and fences).
///
/// The body below a heading is one clause, or several where it is long. The only `#` of a text is its
/// title and stands in no path.
struct MarkdownClauses {
  /// The first `#` heading.
  private(set) var title: String?
  private let text: [UInt8]
  private let fences: Bool
  private var headings: [Heading] = []

  private struct Heading {
    var level: Int
    var label: String
    var line: Range<Int>
  }

  /// - Parameter fences: whether ``` and ~~~ open code, in which no line is a heading.
  init(_ text: [UInt8], fences: Bool = true) {
    self.text = text
    self.fences = fences
    var fence = MarkdownFence()
    var i = 0
    while i < text.count {
      let line = text.line(at: i, before: text.count)
      i = line.upperBound + 1
      if fences, fence.takes(text, line: line) { continue }
      if let heading = Self.heading(text, line: line) { headings.append(heading) }
    }
    title = headings.first { $0.level == 1 }?.label
  }

  /// - Parameter opening: the path of what stands above the first heading.
  func clauses(opening: String) -> [SourceClause] {
    var list = ClauseList()
    let titled = headings.count { $0.level == 1 } == 1
    var above: [Heading] = []
    var start = 0
    for i in 0...headings.count {
      let next = i < headings.count ? headings[i] : nil
      let body = text.trimmed(start..<(next?.line.lowerBound ?? text.count))
      if !body.isEmpty {
        let labels = above.map(\.label)
        list.add(
          path: labels.isEmpty ? opening : labels.joined(separator: "/"),
          heading: labels.joined(separator: " / "),
          parts: ClauseParts.parts(of: text, pieces: pieces(of: body)))
      }
      guard let next else { break }
      start = min(next.line.upperBound + 1, text.count)
      while let last = above.last, last.level >= next.level { above.removeLast() }
      if !(titled && next.level == 1) { above.append(next) }
    }
    return list.clauses
  }

  /// Paragraphs, list items, table rows and whole fences.
  private func pieces(of body: Range<Int>) -> [Range<Int>] {
    if body.count <= ClauseParts.limit { return [body] }
    var out: [Range<Int>] = []
    var fence = MarkdownFence()
    var start = body.lowerBound
    var afterBlank = false
    var i = body.lowerBound
    while i < body.upperBound {
      let line = text.line(at: i, before: body.upperBound)
      let inside = fences && fence.takes(text, line: line)
      let words = text.trimmed(line)
      if !inside || fence.opened, afterBlank || Self.startsItem(text, words), i > start {
        out.append(start..<i)
        start = i
      }
      afterBlank = words.isEmpty
      i = line.upperBound + 1
    }
    out.append(start..<body.upperBound)
    return out
  }

  /// Whether a trimmed line begins a list item or is a table row.
  private static func startsItem(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard var i = line.indices.first else { return false }
    switch text[i] {
    case 0x7C: return true
    case 0x2D, 0x2A, 0x2B: return i + 1 < line.upperBound && text[i + 1] == 0x20
    default:
      while i < line.upperBound, (0x30...0x39).contains(text[i]) { i += 1 }
      return i > line.lowerBound && i - line.lowerBound < 4 && i < line.upperBound
        && (text[i] == 0x2E || text[i] == 0x29 || text.holds("、", at: i, before: line.upperBound))
    }
  }

  private static func heading(_ text: [UInt8], line: Range<Int>) -> Heading? {
    var i = line.lowerBound
    while i < line.upperBound, text[i] == 0x20, i - line.lowerBound < 4 { i += 1 }
    if i - line.lowerBound > 3 { return nil }
    let marks = i
    while i < line.upperBound, text[i] == 0x23 { i += 1 }
    let level = i - marks
    guard (1...6).contains(level), i < line.upperBound, text[i] == 0x20 || text[i] == 0x09 else {
      return nil
    }
    let label = MarkdownLabel.plain(text, in: i..<line.upperBound)
    return label.isEmpty ? nil : Heading(level: level, label: label, line: line)
  }
}
