import CityText
import Testing

@testable import CityAgent

@Suite struct FramingTableTests {
  /// One argument of each kind that a row may want.
  static func sample(_ kind: Framing.Argument.Kind) -> Framing.Argument {
    switch kind {
    case .item: .item("居住证")
    case .field: .field("办理时限")
    case .day: .day("2026-11-23")
    case .count: .count(3)
    case .phone: .phone("12345")
    case .place: .place("北京")
    case .options: .options(["甲", "乙"])
    }
  }

  @Test(arguments: Framing.Key.all)
  func everyRowRendersInBothLanguagesWithAllItsArguments(key: Framing.Key) throws {
    var framing = Framing(key)
    framing.arguments = key.kinds.map(Self.sample)
    for language in [WrittenLanguage.chinese, .english, .traditionalChinese] {
      let text = try #require(framing.text(in: language))
      #expect(!text.isEmpty)
      #expect(!text.contains("{") && !text.contains("}"))
      for argument in framing.arguments {
        let shown = argument.text(numbered: false, english: language == .english)
        let numbered = argument.text(numbered: true, english: language == .english)
        #expect(text.contains(shown) || text.contains(numbered))
      }
    }
  }

  @Test func argumentsOfTheWrongKindOrNumberGiveNoSentence() {
    #expect(Framing(.hotline).text(in: .chinese) == nil)
    #expect(Framing(.hotline, .item("12345")).text(in: .chinese) == nil)
    #expect(Framing(.abstainNothing, .count(1)).text(in: .english) == nil)
  }

  @Test func whatAnArgumentHoldsIsNeverReadForMarks() {
    let text = Framing(.itemField, .item("{1}{0}"), .field("时限")).text(in: .chinese)
    #expect(text == "《{1}{0}》· 时限：")
  }

  @Test func optionsAreNumberedLineByLine() {
    let text = Framing(.optionsList, .options(["首次", "换领"])).text(in: .chinese)
    #expect(text == "1. 首次\n2. 换领")
  }
}
