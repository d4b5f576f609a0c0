/// The language a text is written in, as far as the runtime answers in it.
public enum WrittenLanguage: String, Sendable, Codable, CaseIterable {
  case chinese = "zh"
  case traditionalChinese = "zh-Hant"
  case english = "en"

  /// The language of a question: any Han scalar makes it Chinese unless Latin words clearly carry it;
  /// traditional where more scalars fold to simplified than are written simplified-only, or where
  /// Cantonese particles stand.
  public static func detect(_ utf8: [UInt8]) -> WrittenLanguage { fatalError("stub") }
}
