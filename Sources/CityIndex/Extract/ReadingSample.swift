/// The spans of one ``ReadingCase`` that weights are fitted to, with what each would gain.
///
/// A text has thousands of spans, and most are nothing to any weights: kept are the best that there are, those that
/// the weights so far like best, and every so many of the others.
struct ReadingSample: Sendable {
  typealias Lane = SIMD8<Float>

  /// ``lanes`` a span: its features, then the logarithm of its length and the square of that.
  private(set) var rows: [Lane] = []
  private(set) var gains: [Float] = []
  let length: AnswerKind.Length

  static let lanes = (SpanFeatures.width + 2 + 7) / 8
  private static let bestKept = 16
  private static let likedKept = 100
  private static let otherKept = 130

  /// Nil where nothing can be gained: the text has no span that meets the answer.
  init?(_ item: ReadingCase, liked weights: ReadingWeights?) {
    length = item.question.kind.length
    guard
      let spans = ReadSpans(item.question, in: item.text, range: nil, known: item.known)
    else { return nil }
    let count = spans.candidates.spans.count
    let gains = item.gains(of: (0..<count).map(spans.bytes))
    guard gains.contains(where: { $0 > 0 }) else { return nil }
    var isKept = [Bool](repeating: false, count: count)
    func keep(_ limit: Int, by values: [Float]) {
      let order = (0..<count).sorted {
        values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1
      }
      for number in order.prefix(limit) { isKept[number] = true }
    }
    keep(Self.bestKept, by: gains)
    if let weights {
      keep(
        Self.likedKept,
        by: (0..<count).map { weights.score(spans.features, $0, of: item.question.kind) })
    }
    let step = max(1, count / Self.otherKept)
    for number in stride(from: 0, to: count, by: step) { isKept[number] = true }
    for number in 0..<count where isKept[number] {
      add(spans.features, number)
      self.gains.append(gains[number])
    }
  }

  /// A sample of features made up, for tests.
  init(features: [[Float]], lengths: [Float], gains: [Float], length: AnswerKind.Length) {
    self.length = length
    self.gains = gains
    for (row, logarithm) in zip(features, lengths) { add(row, logarithm) }
  }

  private mutating func add(_ features: SpanFeatures, _ number: Int) {
    let row = number * SpanFeatures.width
    add(Array(features.values[row..<row + SpanFeatures.width]), features.lengths[number])
  }

  private mutating func add(_ row: [Float], _ logarithm: Float) {
    let values = row + [logarithm, logarithm * logarithm]
    for lane in 0..<Self.lanes {
      var part = Lane()
      for k in 0..<8 where lane * 8 + k < values.count { part[k] = values[lane * 8 + k] }
      rows.append(part)
    }
  }
}
