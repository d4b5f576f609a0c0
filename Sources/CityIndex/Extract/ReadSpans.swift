/// A text read for a question: the spans that may be the answer, with their features.
struct ReadSpans {
  private(set) var reading: ReadingText
  let candidates: SpanCandidates
  let features: SpanFeatures

  /// Nil where the text has nothing of the question, or no character or word at all.
  ///
  /// - Complexity: O(n · terms of the question), both cut to limits of their own.
  init?(_ question: ReadingQuestion, in text: [UInt8], range: Range<Int>?, known: [[UInt8]]) {
    let whole = 0..<text.count
    reading = ReadingText(text, in: (range ?? whole).clamped(to: whole), for: question)
    guard !reading.units.isEmpty else { return nil }
    let places = TermPlaces(question, in: reading, known: known)
    guard !places.terms.isEmpty else { return nil }
    reading.add(NameShapes(question, places.isMatched, in: reading))
    let borders = SpanBorders(question, places, in: reading)
    candidates = SpanCandidates(borders, places, in: reading)
    features = SpanFeatures(candidates, question, places, in: reading)
  }

  /// A span's bytes in the text.
  func bytes(of number: Int) -> Range<Int> {
    let span = candidates.spans[number]
    let first = reading.units[candidates.starts[span.start]]
    let last = reading.units[candidates.ends[span.end] - 1]
    return first.start..<last.end
  }
}
