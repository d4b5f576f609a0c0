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

  @Test(arguments: Framing.Key.allCases)
  func everyRowRendersInBothLanguagesWithAllItsArguments(key: Framing.Key) throws {
    let row = FramingTable.row(key)
    var framing = Framing(key)
    framing.arguments = row.kinds.map(Self.sample)
    for language in [WrittenLanguage.chinese, .english, .traditionalChinese] {
      let text = try #require(FramingTable.text(framing, in: language))
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
    #expect(FramingTable.text(Framing(.hotline), in: .chinese) == nil)
    #expect(FramingTable.text(Framing(.hotline, .item("12345")), in: .chinese) == nil)
    #expect(FramingTable.text(Framing(.abstainNothing, .count(1)), in: .english) == nil)
  }

  @Test func whatAnArgumentHoldsIsNeverReadForMarks() {
    let text = FramingTable.text(
      Framing(.itemField, .item("{1}{0}"), .field("时限")), in: .chinese)
    #expect(text == "《{1}{0}》· 时限：")
  }

  @Test func optionsAreNumberedLineByLine() {
    let text = FramingTable.text(Framing(.optionsList, .options(["首次", "换领"])), in: .chinese)
    #expect(text == "1. 首次\n2. 换领")
  }
}
