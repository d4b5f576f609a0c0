import CityText

/// A question with its marked answer in a text that holds it: what reading is fitted to.
public struct ReadingCase: Sendable {
  public let question: ReadingQuestion
  public let text: [UInt8]
  public let known: [[UInt8]]
  /// Where the answer stands, in bytes; the first few places.
  let places: [Range<Int>]

  private static let placeLimit = 5

  /// Nil where no answer stands in the text word for word.
  ///
  /// - Parameters:
  ///   - known: the text's title and headings.
  ///   - answers: any of them will do.
  public init?(
    _ question: ReadingQuestion, in text: [UInt8], known: [[UInt8]], answers: [String]
  ) {
    var places: [Range<Int>] = []
    for answer in answers {
      let bytes = Array(answer.utf8)
      guard !bytes.isEmpty else { continue }
      var from = 0
      while places.count < Self.placeLimit,
        let at = ByteSearch.first(of: bytes, in: Array(text[from...]))
      {
        places.append(from + at..<from + at + bytes.count)
        from += at + bytes.count
      }
    }
    guard !places.isEmpty else { return nil }
    (self.question, self.text, self.known, self.places) = (question, text, known, places)
  }

  /// The overlap of each span with the best place of the answer, 0…1: F1 over letters and digits.
  ///
  /// - Complexity: O(n + spans).
  func gains(of spans: [Range<Int>]) -> [Float] {
    // Letters up to each byte: a mark at an answer's end tells nothing.
    var letters = [Int32](repeating: 0, count: text.count + 1)
    for unit in ReadingUnit.units(of: text) {
      for i in unit.start..<unit.end where text[i] & 0xC0 != 0x80 { letters[i + 1] = 1 }
    }
    for i in text.indices { letters[i + 1] += letters[i] }
    func count(_ range: Range<Int>) -> Float {
      Float(letters[range.upperBound] - letters[range.lowerBound])
    }
    let golds = places.map(count)
    return spans.map { span in
      var best: Float = 0
      for (place, gold) in zip(places, golds) {
        let both = place.clamped(to: span)
        guard !both.isEmpty else { continue }
        best = max(best, 2 * count(both) / max(1, count(span) + gold))
      }
      return best
    }
  }
}
