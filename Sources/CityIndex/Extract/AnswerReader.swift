import CityText

/// A span of a text that answers a question.
public struct AnswerSpan: Sendable, Hashable {
  /// Bytes of the text, at borders of characters.
  public var range: Range<Int>
  /// Comparable between texts for the same question, between questions not.
  public var score: Float

  public init(range: Range<Int>, score: Float) {
    self.range = range
    self.score = score
  }
}

/// Reads the answer to a question off a text: which run of it, from a single number to several sentences.
///
/// Only what the texts hold counts: where the terms of the question stand (``ReadingQuestion``), whether a
/// literal of the kind asked for is there, marks and joints at which answers begin and end. It says which span
/// answers best, never that one answers: whether the text is about the question is for others to judge.
public struct AnswerReader: Sendable {
  public var weights: ReadingWeights

  public init(weights: ReadingWeights = .standard) { self.weights = weights }

  /// The best span; nil where the text has nothing of the question, or no character or word at all.
  ///
  /// - Parameters:
  ///   - range: the part to be read; the whole text by default.
  ///   - known: the text's title and headings. What they name is said of all its sentences alike.
  /// - Complexity: O(n · terms of the question), both cut to limits of their own.
  public func read(
    _ question: ReadingQuestion, in text: [UInt8], range: Range<Int>? = nil, known: [[UInt8]] = []
  ) -> AnswerSpan? {
    guard let spans = ReadSpans(question, in: text, range: range, known: known) else { return nil }
    var best: (number: Int, score: Float)?
    for number in spans.candidates.spans.indices {
      let score = weights.score(spans.features, number, of: question.kind)
      if best == nil || score > best!.score { best = (number, score) }
    }
    guard let best else { return nil }
    return AnswerSpan(range: spans.bytes(of: best.number), score: best.score)
  }
}
