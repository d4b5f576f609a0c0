/// Spans of a text that may be the answer, by their borders.
struct SpanCandidates {
  struct Span {
    /// Numbers in ``starts`` and ``ends``.
    var start: Int
    var end: Int
  }

  /// Units; those around which most of the question stands.
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  private(set) var spans: [Span] = []

  private static let startLimit = 240
  private static let spanLimit = 4_500
  /// The longest run of sentences; the longest part of one.
  private static let longest = 400
  private static let longestPart = 70
  private static let sentenceLimit = 8

  /// - Complexity: O(n · terms).
  init(_ borders: SpanBorders, _ places: TermPlaces, in text: ReadingText) {
    let around = Self.around(borders.starts, places, in: text)
    let chosen = Self.best(Self.startLimit, of: around).sorted()
    starts = chosen.map { borders.starts[$0] }
    // Ends within reach of a start.
    var next = 0
    var reach = -1
    for end in borders.ends {
      while next < starts.count, starts[next] < end {
        reach = starts[next] + Self.longest
        next += 1
      }
      if end <= reach { ends.append(end) }
    }
    let asking = text.asking()
    // The best starts first: where the limit falls short, it is the others that lose.
    for row in chosen.indices.sorted(by: {
      let (a, b) = (around[chosen[$0]], around[chosen[$1]])
      return a != b ? a > b : $0 < $1
    }) {
      add(from: row, in: text, asking)
      if spans.count >= Self.spanLimit { break }
    }
  }

  private mutating func add(from row: Int, in text: ReadingText, _ asking: [Bool]) {
    let start = starts[row]
    let isWhole = text.borders[start] >= .comma
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= start { low = middle + 1 } else { high = middle }
    }
    for number in low..<max(low, ends.count) {
      let end = ends[number]
      guard end - start <= Self.longest else { break }
      // A question in a text is not its own answer, nor does an answer end with one.
      guard !asking[end - 1] else { continue }
      let crossed = Int(text.sentences[end - 1] - text.sentences[start])
      guard crossed <= Self.sentenceLimit else { break }
      if crossed > 0 {
        // A run of sentences is made of whole ones.
        guard isWhole else { break }
        guard text.borders[end] >= .stop else { continue }
      }
      let isWholeToo = isWhole && text.borders[end] >= .comma
      guard isWholeToo || (crossed == 0 && end - start <= Self.longestPart) else { continue }
      spans.append(Span(start: row, end: number))
    }
  }

  /// For each place how much of the question stands around it.
  private static func around(
    _ starts: [Int], _ places: TermPlaces, in text: ReadingText
  ) -> [Float] {
    var sums = [Float](repeating: 0, count: starts.count)
    // One term at a time: a text of many borders needs no table of all.
    for (term, at) in places.occurrences.enumerated() {
      let lengths = [places.terms[term].length]
      let before = SideEvidence(.before, of: [at], lengths: lengths, at: starts, in: text)
      let behind = SideEvidence(.behind, of: [at], lengths: lengths, at: starts, in: text)
      for row in starts.indices {
        sums[row] += places.weights[term] * max(before.far[row], behind.far[row])
      }
    }
    return sums
  }

  private static func best(_ limit: Int, of values: [Float]) -> ArraySlice<Int> {
    values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
      .prefix(limit)
  }
}
