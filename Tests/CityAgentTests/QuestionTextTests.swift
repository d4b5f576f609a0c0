import Testing

@testable import CityAgent

@Suite struct QuestionTextTests {
  @Test(arguments: [
    ("  居住证  ", "居住证"), ("居\u{200B}住\u{FEFF}证", "居住证"), ("a\u{0}b", "ab"), ("\u{202E}居住证", "居住证"),
    ("甲\r\n乙", "甲 \n乙"), ("\u{3000}甲\u{3000}", "甲"), ("\u{0}\u{200B}", ""), ("👨‍👩‍👧?", "👨👩👧?"),
  ])
  func invisibleCharactersGoAndSpacesAreTrimmed(text: String, want: String) {
    #expect(QuestionText.cleaned(text) == want)
  }

  @Test(arguments: [
    ("居住证要多久？在哪办？", ["居住证要多久？", "在哪办？"]),
    ("居住证要多久", ["居住证要多久"]),
    ("居住证要多久??", ["居住证要多久? ?"]),
    ("你好？居住证要多久", ["你好？ 居住证要多久"]),
    ("你好\n居住证要多久\n在哪办", ["你好 居住证要多久", "在哪办"]),
    ("How long? And where?", ["How long?", "And where?"]),
    ("户口本要交吗？我想领补贴", ["户口本要交吗？ 我想领补贴"]),
    ("我想领补贴\n户口本要交吗？", ["我想领补贴 户口本要交吗？"]),
    ("甲乙丙\n丁戊己", ["甲乙丙 丁戊己"]),
    ("？", ["？"]),
  ])
  func aMessageIsCutIntoItsQuestions(text: String, want: [String]) {
    #expect(QuestionText.parts(text, limit: 6) == want)
  }

  @Test func questionsBeyondTheLimitStayTogetherInTheLastPart() {
    let text = (1...9).map { "问题\($0)是什么？" }.joined()
    let parts = QuestionText.parts(text, limit: 3)
    #expect(parts.count == 3)
    #expect(parts[2].contains("问题3") && parts[2].contains("问题9"))
  }

  @Test(arguments: [
    ("你好", true), ("您好！", true), ("Hello!", true), ("thank you", true), ("谢谢。", true),
    ("你好，居住证要多久", false), ("hi, how long", false), ("", false), ("？", false),
  ])
  func onlyAGreetingIsAGreeting(text: String, want: Bool) {
    #expect(QuestionText.isGreeting(text) == want)
  }
}
