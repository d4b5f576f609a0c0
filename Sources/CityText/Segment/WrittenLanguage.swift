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
    var han = 0
    var words = 0
    var traditional = 0
    var simplified = 0
    var cantonese = false
    var inWord = false
    utf8.withUnsafeBufferPointer { source in
      var at = 0
      while at < source.count {
        let scalar = ScalarReader.next(source, &at)
        guard let form = Folding.fold(scalar) else { continue }
        let letter = TermScanner.isLetter(form)
        if letter, !inWord { words += 1 }
        inWord = letter || inWord && (form == 0x27 || form == 0x2019 || form &- 0x30 < 10)
        guard isHan(scalar) else { continue }
        han += 1
        if cantoneseParticles.contains(scalar) { cantonese = true }
        if form != scalar {
          traditional += 1
        } else if scalar >= 0x3400 && scalar < 0xA000, simplifiedForms[Int(scalar) - 0x3400] {
          simplified += 1
        }
      }
    }
    if words > han { return .english }
    return cantonese || traditional > 0 && traditional >= simplified
      ? .traditionalChinese : .chinese
  }

  private static func isHan(_ scalar: UInt32) -> Bool {
    scalar >= 0x3400 && scalar < 0xA000 || scalar >= 0x20000 && scalar < 0x32000
      || scalar >= 0xF900 && scalar < 0xFB00
  }

  private static let cantoneseParticles = Set(
    "喺嘅咗唔啲冇佢哋攞嚟乜嘢咁噉睇俾".unicodeScalars.map(\.value))

  /// For 0x3400…0x9FFF whether some traditional character folds to it.
  private static let simplifiedForms: [Bool] = {
    var forms = [Bool](repeating: false, count: 0xA000 - 0x3400)
    for scalar in UInt32(0x3400)..<0xA000 {
      if let form = Folding.fold(scalar), form != scalar, form >= 0x3400, form < 0xA000 {
        forms[Int(form) - 0x3400] = true
      }
    }
    return forms
  }()
}
