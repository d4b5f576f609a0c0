/// The lines of a text with their numbers from 1, blank ones left out.
struct TextLines: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private var place = 0
  private var number = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func next() -> (number: Int, range: Range<Int>)? {
    while place < text.count {
      let line = text.line(at: place, before: text.count)
      place = line.upperBound + 1
      number += 1
      let words = text.trimmed(line)
      if !words.isEmpty { return (number, words) }
    }
    return nil
  }
}
