import Testing

@testable import CityText

@Suite("Written language")
struct WrittenLanguageTests {
  @Test(
    "The language of a question is seen from its script",
    arguments: [
      ("GDP多少", WrittenLanguage.chinese), ("身份证", .chinese), ("", .chinese), ("12345?", .chinese),
      ("，。！", .chinese), ("How do I apply for 居住证 in Shenzhen?", .english), ("permit", .english),
      ("i深圳怎么注册", .chinese), ("A4纸", .chinese), ("幾耐先攞到?", .traditionalChinese),
      ("身份證", .traditionalChinese), ("台灣居民", .traditionalChinese), ("喺边度办", .traditionalChinese),
      ("港車北上", .traditionalChinese), ("港澳居民来往内地通行证怎么换", .chinese), ("乾隆时期的户口", .chinese),
      ("Don't panic 好", .english),
    ])
  func theLanguageIsSeenFromTheScript(_ text: String, _ language: WrittenLanguage) {
    #expect(WrittenLanguage.detect(Array(text.utf8)) == language, "\(text)")
  }

  /// The definition, scalar by scalar.
  private func slowly(_ text: String) -> WrittenLanguage {
    let particles = Set("喺嘅咗唔啲冇佢哋攞嚟乜嘢咁噉睇俾".unicodeScalars)
    let isHan = { (scalar: UInt32) in
      (0x3400..<0xA000).contains(scalar) || (0x20000..<0x32000).contains(scalar)
        || (0xF900..<0xFB00).contains(scalar)
    }
    var (han, words, traditional, simplified) = (0, 0, 0, 0)
    var inWord = false
    for scalar in text.unicodeScalars {
      guard let form = Folding.fold(scalar.value) else { continue }
      let isLetter = TermScanner.isLetter(form)
      words += isLetter && !inWord ? 1 : 0
      inWord =
        isLetter || inWord && (form == 0x27 || form == 0x2019 || (0x30...0x39).contains(form))
      guard isHan(scalar.value) else { continue }
      han += 1
      if form != scalar.value {
        traditional += 1
      } else if Self.forms.contains(scalar.value) {
        simplified += 1
      }
    }
    if words > han { return .english }
    let isTraditional = traditional > 0 && traditional >= simplified
    return isTraditional || text.unicodeScalars.contains(where: particles.contains)
      ? .traditionalChinese : .chinese
  }

  /// What some traditional character folds to.
  private static let forms = Set(
    (UInt32(0x3400)..<0xA000).compactMap { scalar in
      Folding.fold(scalar).flatMap { $0 != scalar && (0x3400..<0xA000).contains($0) ? $0 : nil }
    })

  @Test func randomTextsHaveTheLanguageOfTheDefinition() {
    var generator = SeededGenerator(seed: 8)
    let usual = Array("身份證证台喺臺后後的了 card ' 2 ，permit".unicodeScalars)
    for round in 0..<3000 {
      var text = RandomText.scalars(4, using: &generator)
      if round % 2 == 0 {
        text += String(
          String.UnicodeScalarView(
            (0..<5).compactMap { _ in usual.randomElement(using: &generator) }))
      }
      #expect(WrittenLanguage.detect(Array(text.utf8)) == slowly(text), "\(text)")
    }
  }
}
