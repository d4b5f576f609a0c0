import CityText
import Testing

@testable import TriageSkill

struct KeywordIndexTests {
  /// The keywords of a text by trying each at each place.
  private func slowHits(_ keywords: [Keyword], _ text: [UInt8]) -> [Int] {
    func places(_ part: ArraySlice<UInt8>) -> [Range<Int>] {
      text.indices.compactMap { at in
        let end = at + part.count
        guard end <= text.count, text[at..<end].elementsEqual(part) else { return nil }
        func splits(_ i: Int) -> Bool {
          i > 0 && i < text.count && isLetter(text[i - 1]) && isLetter(text[i])
        }
        return splits(at) || splits(end) ? nil : at..<end
      }
    }
    return keywords.indices.filter { number in
      let parts = keywords[number].parts.map { places(keywords[number].folded[$0]) }
      return parts[0].contains { head in
        parts.dropFirst().allSatisfy { ranges in
          ranges.contains {
            $0.lowerBound < head.upperBound + KeywordIndex.reach
              && head.lowerBound < $0.upperBound + KeywordIndex.reach && !$0.overlaps(head)
          }
        }
      }
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  @Test func hitsAreThoseOfTheSlowSearch() {
    var random = SplitMix(11)
    let letters = ["路", "灯", "井", "盖", "响", "a", "b", " ", "1"]
    func word(_ count: Int) -> String {
      (0..<count).map { _ in letters[random.below(letters.count)] }.joined()
    }
    for _ in 0..<300 {
      let keywords = (0..<20).compactMap { _ in
        Keyword((0...random.below(3)).map { _ in word(1 + random.below(4)) }.joined(separator: "+"))
      }
      let index = KeywordIndex(keywords)
      let text = Array((word(random.below(14)) + "。" + word(random.below(14))).utf8)
      #expect(index.hits(in: text).map(\.keyword) == slowHits(keywords, text))
    }
  }

  @Test func everyKeywordOfTheTableFindsItself() {
    let index = ResponsibilityTableTests.table.index
    for (number, keyword) in index.keywords.enumerated() {
      let text = keyword.parts.map { String(decoding: keyword.folded[$0], as: UTF8.self) }
        .joined(separator: " ")
      #expect(index.hits(in: Array(text.utf8)).contains { $0.keyword == number }, "\(keyword.text)")
    }
  }

  @Test(
    arguments: [
      ("路灯", ["路灯"], false), ("~绿化带", ["绿化带"], true), (" 井盖 + 响 ", ["井盖", "响"], false),
      ("ＢＡＲ", ["bar"], false), ("street light+out", ["street light", "out"], false),
      ("路燈++", ["路灯"], false),
    ])
  func keywordsAreReadAsTheTableWritesThem(_ text: String, _ parts: [String], _ isWeak: Bool) throws
  {
    let keyword = try #require(Keyword(text))
    #expect(keyword.parts.map { String(decoding: keyword.folded[$0], as: UTF8.self) } == parts)
    #expect(keyword.isWeak == isWeak)
  }

  @Test(arguments: ["", " ", "+", "~", "~+ "]) func nothingIsNoKeyword(_ text: String) {
    #expect(Keyword(text) == nil)
  }

  @Test(arguments: [
    ("路灯", 1.0), ("消防通道", 2.0), ("~噪音", 0.5), ("井盖+响", 0.9), ("street light", 1.375),
  ])
  func weightsGrowWithLetters(_ text: String, _ weight: Double) throws {
    #expect(abs(try #require(Keyword(text)).weight - weight) < 1e-9)
  }
}
