import CityText

/// The clauses of a plain text by the numbering of official texts, or by paragraphs.
enum PlainClauses {
  /// Words for what has no heading of its own.
  struct Labels {
    var opening: String
    var paragraph: String

    init(language: String) {
      let english = language.hasPrefix("en")
      opening = english ? "Text" : "正文"
      paragraph = english ? "Paragraph " : "段"
    }
  }

  /// - Parameter whole: whether a text that fits one clause stays whole (the corpora of `eval`).
  static func clauses(of text: [UInt8], labels: Labels, whole: Bool = false) -> [SourceClause] {
    let body = text.trimmed(0..<text.count)
    if whole, body.count <= ClauseParts.limit {
      return body.isEmpty ? [] : [SourceClause(path: labels.opening, heading: "", range: body)]
    }
    var list = ClauseList()
    let found = Segmentation.clauses(text)
    var paragraphs = 0
    var i = 0
    while i < found.count {
      var pieces = [found[i].range]
      let path = found[i].path
      i += 1
      if path.isEmpty {
        // A line too short to answer anything goes with the next.
        while i < found.count, found[i].path.isEmpty,
          pieces[0].lowerBound + shortest > pieces[pieces.count - 1].upperBound,
          found[i].range.upperBound - pieces[0].lowerBound <= ClauseParts.limit
        {
          pieces.append(found[i].range)
          i += 1
        }
        paragraphs += 1
        let isAll = paragraphs == 1 && pieces.count == found.count
        list.add(
          path: isAll ? labels.opening : "\(labels.paragraph)\(paragraphs)", heading: "",
          parts: ClauseParts.parts(of: text, pieces: pieces))
      } else {
        while i < found.count, found[i].path == path {
          pieces.append(found[i].range)
          i += 1
        }
        let words = path.map { cut($0) }
        list.add(
          path: words.joined(separator: "/"), heading: words.joined(separator: " / "),
          parts: ClauseParts.parts(of: text, pieces: pieces))
      }
    }
    return list.clauses
  }

  /// Bytes below which a paragraph is joined with the next: 30 Chinese characters.
  private static let shortest = 90

  private static func cut(_ label: String) -> String {
    let bytes = [UInt8](label.utf8)
    return bytes.oneLine(0..<bytes.count, limit: MarkdownLabel.limit)
  }
}
