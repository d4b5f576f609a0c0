/// The language a text is written in, as far as the runtime answers in it.
public enum WrittenLanguage: String, Sendable, Codable, CaseIterable {
  case chinese = "zh"
  case traditionalChinese = "zh-Hant"
  case english = "en"

  /// The language of a question: any Han scalar makes it Chinese unless Latin words clearly carry it;
  /// traditional where more scalars fold to simplified than are written simplified-only, or where
  /// Cantonese particles stand.
  ///
  /// Latin words carry a text when there are more of them than Han characters. As many traditional as
  /// simplified-looking characters count as traditional: 台 in 台灣 is usual in both. A text without any
  /// letter is Chinese.
  /// - Complexity: O(n).
  public static func detect(_ utf8: [UInt8]) -> WrittenLanguage {
    var (han, words) = (0, 0)
    var (traditional, simplified) = (0, 0)
    var marks: UInt8 = 0
    var inWord = false
    hanMarks.withUnsafeBufferPointer { hanMarks in
      utf8.withUnsafeBufferPointer { source in
        var at = 0
        while at < source.count {
          let scalar = ScalarReader.next(source, &at)
          // Most of a Chinese text: one look into the table.
          if scalar &- Folding.hanStart < Folding.hanCount {
            let mark = hanMarks[Int(scalar &- Folding.hanStart)]
            han += 1
            traditional += Int(mark & traditionalMark)
            simplified += Int(mark & simplifiedMark) / Int(simplifiedMark)
            marks |= mark
            inWord = false
            continue
          }
          guard let form = Folding.fold(scalar) else { continue }
          let letter = TermScanner.isLetter(form)
          if letter, !inWord { words += 1 }
          inWord = letter || inWord && (form == 0x27 || form == 0x2019 || form &- 0x30 < 10)
          guard isRareHan(scalar) else { continue }
          han += 1
          if form != scalar { traditional += 1 }
        }
      }
    }
    let cantonese = marks & cantoneseMark != 0
    if words > han { return .english }
    return cantonese || traditional > 0 && traditional >= simplified
      ? .traditionalChinese : .chinese
  }

  /// Han beyond the table.
  private static func isRareHan(_ scalar: UInt32) -> Bool {
    scalar >= 0x20000 && scalar < 0x32000 || scalar >= 0xF900 && scalar < 0xFB00
  }

  private static let traditionalMark: UInt8 = 1
  private static let simplifiedMark: UInt8 = 2
  private static let cantoneseMark: UInt8 = 4

  /// For U+3400 to U+9FFF whether the character folds to another, whether another folds to it, and whether it is a
  /// particle of Cantonese.
  private static let hanMarks: [UInt8] = {
    var marks = [UInt8](repeating: 0, count: Int(Folding.hanCount))
    for i in 0..<Folding.hanCount {
      let scalar = Folding.hanStart + i
      guard let form = Folding.fold(scalar), form != scalar else { continue }
      marks[Int(i)] = traditionalMark
      let place = form &- Folding.hanStart
      if place < Folding.hanCount { marks[Int(place)] |= simplifiedMark }
    }
    // What folds to another is traditional, even where a third folds to it.
    for i in marks.indices where marks[i] & traditionalMark != 0 { marks[i] = traditionalMark }
    for particle in "喺嘅咗唔啲冇佢哋攞嚟乜嘢咁噉睇俾".unicodeScalars {
      marks[Int(particle.value - Folding.hanStart)] |= cantoneseMark
    }
    return marks
  }()
}
