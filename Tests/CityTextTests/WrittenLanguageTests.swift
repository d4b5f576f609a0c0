import CityText
import Testing

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
}
