import CityText
import Testing

@testable import CityIndex

struct TextHitsTests {
  static let pieces = [
    "身份", "证", "户口", "申请", "補貼", "公积金", "二〇二〇", "の", "深圳", "福田", "区", "card", "Cards", "applying",
    "COVID-19", "2023", "1,200", "，", "。", " ", "；", "（", "）", "\n", "é", "Ａ４", "％", "·", "“", "，，",
    "\u{3000}", "Ⅱ", "😀", "한국", "𠮷", "々",
  ]

  static func text(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    Array(
      (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined().utf8)
  }

  /// The scanner itself, term by term.
  static func plain(_ text: [UInt8], _ question: RankQuestion) -> (
    mains: [String], characters: [String]
  ) {
    var (mains, characters): ([String], [String]) = ([], [])
    TermScanner.scan(text) { term in
      let number = question.lookup.number(of: term.key)
      guard number >= 0 else { return }
      let line = "\(number)@\(term.range.lowerBound)"
      if term.kind == .unigram { characters.append(line) } else { mains.append(line) }
    }
    return (mains, characters)
  }

  @Test func hitsAreThoseOfTheScanner() throws {
    var generator = SeededGenerator(state: 7)
    let index = try IndexSample.index(of: IndexSample.city)
    for _ in 0..<300 {
      let asked = Self.text(Int.random(in: 0...12, using: &generator), &generator)
      let question = RankQuestion(
        String(decoding: asked, as: UTF8.self), silent: PhraseTable(), synonyms: nil, in: index)
      // Where scripts of two kinds touch, pairs of the two are left out: they are no words.
      let text = Self.text(Int.random(in: 0...60, using: &generator), &generator)
      let isMixed = ["한국", "𠮷"].contains {
        ByteSearch.contains(text, Array($0.utf8))
      }
      var hits = TextHits()
      hits.scan(text, for: question)
      let plain = Self.plain(text, question)
      #expect(hits.characters.map { "\($0.term)@\($0.offset)" } == plain.characters)
      if !isMixed { #expect(hits.mains.map { "\($0.term)@\($0.offset)" } == plain.mains) }
      #expect(zip(hits.mains, hits.mains.dropFirst()).allSatisfy { $0.offset <= $1.offset })
    }
  }

  @Test func brokenTextIsRead() throws {
    let index = try IndexSample.index(of: IndexSample.city)
    let question = RankQuestion("身份证", silent: PhraseTable(), synonyms: nil, in: index)
    var generator = SeededGenerator(state: 11)
    for _ in 0..<200 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var hits = TextHits()
      hits.scan(bytes + Array("身".utf8) + [0xE8], for: question)
      #expect(hits.mains.isEmpty)
    }
  }

  @Test func aPartHoldsWhatBeginsInIt() {
    let hits = [0, 3, 3, 9, 12].map { TextHits.Hit(term: 0, position: 0, offset: $0) }
    #expect(TextHits.slice(hits, 3..<12).count == 3)
    #expect(TextHits.slice(hits, 0..<0).isEmpty)
    #expect(TextHits.slice(hits, 10..<100).count == 1)
    #expect(TextHits.slice([], 0..<100).isEmpty)
  }

  @Test func everyCharacterHasItsFoldedForm() {
    for scalar in [0x4E2D, 0x88DC, 0x8CBC, 0x3042, 0x3005, 0x9FA0] {
      let text = Array(String(Unicode.Scalar(UInt32(scalar))!).utf8)
      let folded = String(decoding: Folding.fold(text), as: UTF8.self).unicodeScalars.first!.value
      #expect(UInt32(HanForms.table[scalar - HanForms.start]) == folded)
    }
    #expect(HanForms.table[0x3001 - HanForms.start] == 0)
  }
}
