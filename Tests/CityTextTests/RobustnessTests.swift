import CityText
import Testing

/// What is not valid UTF-8 may read as anything, but never crashes.
@Suite("Robustness")
struct RobustnessTests {
  @Test func randomBytesPassThroughEveryEntryPoint() {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<1500 {
      var bytes = RandomText.bytes(80, using: &generator)
      if round % 2 == 0 {
        // A text with a few bytes broken comes further than noise.
        bytes = Array(RandomText.scalars(20, using: &generator).utf8)
        for _ in 0..<min(3, bytes.count) {
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
            in: 0...255, using: &generator)
        }
      }
      check(bytes)
      let low = Int.random(in: 0...bytes.count, using: &generator)
      let high = Int.random(in: low...bytes.count, using: &generator)
      check(bytes, in: low..<high)
    }
  }

  private func check(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    let within = range ?? 0..<bytes.count
    func inOrder(_ ranges: [Range<Int>]) {
      var end = within.lowerBound
      for range in ranges {
        #expect(range.lowerBound >= end && !range.isEmpty && range.upperBound <= within.upperBound)
        end = range.upperBound
      }
    }
    inOrder(Segmentation.sentences(bytes, in: range))
    inOrder(Segmentation.clauses(bytes, in: range).map(\.range))
    inOrder(Segmentation.listItems(bytes, in: within))
    inOrder(LiteralScanner.scan(bytes, in: range).map(\.range))
    TermScanner.scan(bytes, in: range) { term in
      #expect(term.range.clamped(to: within) == term.range)
    }
    #expect(Folding.fold(bytes) == FoldedText(bytes).bytes)
    _ = WrittenLanguage.detect(bytes)
    _ = EnglishStemmer.stem(bytes)
    _ = SHA256.hex(bytes)
    let repaired = TextDecoding.repaired(bytes)
    #expect(Array(String(decoding: repaired, as: UTF8.self).utf8) == repaired)
    if let decoded = try? TextDecoding.decode(bytes) {
      #expect(Array(String(decoding: decoded.bytes, as: UTF8.self).utf8) == decoded.bytes)
      #expect(!decoded.bytes.contains(0) && !decoded.bytes.contains(0x0D))
    }
  }

  @Test func longRunsOfOnePieceAreRead() {
    for unit in [
      "1", "1-", "1.", "a.", "a1", "一", "第", "(", "1万", "1至", "。", "- ", "0755-", "May 1 ", "\n1.",
    ] {
      let bytes = Array(String(repeating: unit, count: 3_000).utf8)
      var end = 0
      for literal in LiteralScanner.scan(bytes) {
        #expect(literal.range.lowerBound >= end)
        end = literal.range.upperBound
      }
      #expect(Segmentation.sentences(bytes).count <= bytes.count)
    }
  }
}
