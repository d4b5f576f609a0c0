import CityText

/// Where in an index the answer to a question stands.
public struct FoundAnswer: Sendable {
  public var document: Int
  /// The answer's bytes, passage by passage: it may go on over the border of two.
  public var parts: [(passage: Int, range: Range<Int>)]
}

/// Searches, ranks again and reads: the span of the best document that answers a question.
///
/// It always finds something where the index has a word of the question; that it is an answer is not claimed.
public struct AnswerFinder: Sendable {
  public var ranker: PassageRanker
  public var reader: AnswerReader
  /// Longer documents are read around their best passage.
  static let readBytes = 48 << 10

  public init(_ ranker: PassageRanker, reader: AnswerReader = AnswerReader()) {
    self.ranker = ranker
    self.reader = reader
  }

  /// - Complexity: O(search + bytes of the document, up to a limit).
  public func find(_ question: String) -> FoundAnswer? {
    guard let best = ranker.passages(for: question, limit: 1).first,
      let page = page(around: best.passage)
    else { return nil }
    let read = reader.read(
      ReadingQuestion(question, silent: ranker.silent), in: page.text, known: page.known)
    guard let read else { return nil }
    let range = page.range
    let (start, end) = (
      read.range.lowerBound + range.lowerBound, read.range.upperBound + range.lowerBound
    )
    let parts = page.passages.compactMap { passage -> (passage: Int, range: Range<Int>)? in
      let part = passage.range.clamped(to: start..<end)
      return part.isEmpty ? nil : (passage.number, part)
    }
    return parts.isEmpty ? nil : FoundAnswer(document: page.document, parts: parts)
  }

  /// What is read of a document: the text around one of its passages.
  public struct Page: Sendable {
    public var document: Int
    /// Bytes of the document.
    public var range: Range<Int>
    public var text: [UInt8]
    /// What is said of all of it.
    public var known: [[UInt8]]
    var passages: [IndexedPassage]
  }

  /// Nil where the passage has no text.
  public func page(around passage: Int) -> Page? {
    let index = ranker.index
    let document = index.passage(passage).document
    let passages = index.passages(of: document)
    let range = Self.window(passages, around: passage)
    guard let text = index.text(document: document, range: range) else { return nil }
    let title = index.metadata(document: document, key: "title").first ?? ""
    return Page(
      document: document, range: range, text: text, known: [Array(title.utf8)],
      passages: passages)
  }

  /// The passages around one, as many as are read, as bytes of the document.
  static func window(_ passages: [IndexedPassage], around number: Int) -> Range<Int> {
    guard let middle = passages.firstIndex(where: { $0.number == number }) else { return 0..<0 }
    var range = passages[middle].range
    var (first, last) = (middle, middle)
    while true {
      var hasGrown = false
      for next in [last + 1, first - 1] where passages.indices.contains(next) {
        let wider =
          min(
            range.lowerBound, passages[next].range.lowerBound)..<max(
            range.upperBound, passages[next].range.upperBound)
        guard wider.count <= readBytes else { continue }
        range = wider
        (first, last) = (min(first, next), max(last, next))
        hasGrown = true
      }
      if !hasGrown { return range }
    }
  }
}
