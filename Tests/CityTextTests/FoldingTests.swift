import CityText
import Testing

@Suite("Folding")
struct FoldingTests {
  @Test(
    "Two spellings of one word fold alike",
    arguments: [
      ("居民身份證", "居民身份证"), ("港車北上", "港车北上"), ("往來港澳通行證", "往来港澳通行证"), ("回鄉證", "回乡证"),
      ("社會保障卡", "社会保障卡"), ("社保咭", "社保卡"), ("簽證", "签证"), ("繳費", "缴费"), ("ＡＢＣ１２３％", "abc123%"),
      ("Shenzhen", "sHENZHEN"), ("身\u{200B}份\u{FEFF}证", "身份证"), ("全\u{3000}角", "全 角"), ("ÀÉ", "àé"),
      ("ΑΩ", "αω"), ("ПРИВЕТЁ", "приветё"), ("soft\u{AD}hyphen", "softhyphen"), ("ŠŽŸ", "šžÿ"),
    ])
  func twoSpellingsFoldAlike(_ one: String, _ other: String) {
    #expect(Folding.fold(one) == Folding.fold(other))
    #expect(
      Folding.fold(other) == other.lowercased()
        || other.unicodeScalars.contains { $0.value > 0x2000 })
  }

  @Test func capitalsOfTheEuropeanScriptsBecomeLowerCase() {
    // Where Unicode has one lower-case scalar, it is the fold.
    for value in [UInt32(0xC0)...0x17E, 0x386...0x3AB, 0x400...0x52F].joined() {
      guard let scalar = Unicode.Scalar(value), value != 0x130 else { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      #expect(
        lower.count == 1 && Folding.fold(value) == lower.first?.value,
        "U+\(String(value, radix: 16))")
    }
  }

  @Test func aRangeThatCutsACharacterTakesItWhole() {
    let folded = FoldedText(Array("身份證".utf8))
    #expect(folded.source(of: 0..<4) == 0..<6)
    #expect(folded.source(of: 7..<8) == 6..<9)
  }

  @Test func differentWordsStayDifferent() {
    #expect(Folding.fold("申领") != Folding.fold("换领"))
    #expect(Folding.fold("ｶ") == "ｶ")
    #expect(Folding.fold("×÷") == "×÷")
  }

  @Test func foldingTwiceIsFoldingOnce() {
    for value in UInt32(0)..<0x33000 {
      guard let form = Folding.fold(value) else { continue }
      if Folding.fold(form) != form {
        Issue.record("U+\(String(value, radix: 16)) folds to \(form), which folds on")
      }
    }
  }

  @Test func randomTextsFoldTheSameTwice() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<300 {
      let text = RandomText.scalars(60, using: &generator)
      let once = Folding.fold(text)
      #expect(Folding.fold(once) == once)
    }
  }

  @Test func aFoldedTextKnowsWhereItsBytesCameFrom() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      let source = RandomText.scalars(40, using: &generator)
      let bytes = Array(source.utf8)
      let folded = FoldedText(bytes)
      #expect(folded.bytes == Folding.fold(bytes))
      #expect(folded.sources.count == folded.bytes.count + 1)
      // Any range of whole scalars: its source folds to just that range.
      let starts = folded.bytes.indices.filter { folded.bytes[$0] & 0xC0 != 0x80 }
      let bounds = starts + [folded.bytes.count]
      for low in bounds {
        for high in bounds where high > low {
          let range = folded.source(of: low..<high)
          #expect(Folding.fold(Array(bytes[range])) == Array(folded.bytes[low..<high]))
        }
        #expect(folded.source(of: low..<low).isEmpty)
      }
    }
  }
}
