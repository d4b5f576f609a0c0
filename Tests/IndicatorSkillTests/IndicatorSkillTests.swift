import CityAgent
import CityText
import Testing

@testable import IndicatorSkill

@Suite struct SentenceTests {
  static func sample(_ kind: Framing.Argument.Kind) -> Framing.Argument {
    switch kind {
    case .item: .item("地区生产总值")
    case .field: .field("增速")
    case .day: .day("2023Q3")
    case .count: .count(3)
    case .phone: .phone("12345")
    case .place: .place("福田区")
    case .options: .options(["甲", "乙"])
    }
  }

  @Test(arguments: Framing.Key.indicatorSentences + Framing.Key.briefSentences)
  func everySentenceRendersInBothLanguages(key: Framing.Key) throws {
    var framing = Framing(key)
    framing.arguments = key.kinds.map(Self.sample)
    for language in [WrittenLanguage.chinese, .english] {
      let text = try #require(framing.text(in: language))
      #expect(!text.isEmpty && !text.contains("{") && !text.contains("}"))
    }
  }

  @Test func namesOfSentencesAreUnique() {
    let names = (Framing.Key.indicatorSentences + Framing.Key.briefSentences).map(\.name)
    #expect(Set(names).count == names.count)
  }
}

@Suite struct FigureTextTests {
  @Test(
    arguments: [
      (4.65, 1, 4.7), (-4.65, 1, -4.7), (1.005, 2, 1.01), (2.5, 0, 3), (-0.04, 1, 0),
      (0.1 + 0.2, 1, 0.3),
      (25.8146, 2, 25.81), (-1166.8, 1, -1166.8),
    ] as [(Double, Int, Double)])
  func roundingIsHalfAwayFromZero(value: Double, decimals: Int, want: Double) {
    #expect(DecimalText.rounded(value, decimals: decimals) == want)
  }

  @Test(
    arguments: [
      (4.7, 1, "4.7"), (-4.7, 1, "-4.7"), (0.05, 2, "0.05"), (12, 2, "12.00"), (-0.001, 1, "0.0"),
      (1_294_271.7, 1, "1294271.7"),
    ] as [(Double, Int, String)])
  func numbersAreWrittenAtTheirDecimals(value: Double, decimals: Int, text: String) {
    #expect(DecimalText.text(value, decimals: decimals) == text)
  }

  static func figure(_ value: Double, _ form: FigureForm, _ unit: String, _ decimals: Int = 1)
    -> Figure
  {
    Figure(
      form: form, exact: value, vintages: [],
      derivation: Derivation(
        formula: .cell(0), cells: [], value: value, unit: unit, decimals: decimals))
  }

  @Test func aSignBecomesAWordOnlyHere() {
    let zh = FigureText(isEnglish: false)
    let en = FigureText(isEnglish: true)
    #expect(zh.growth(Self.figure(4.7, .percent, "%"), isPrice: false) == "增长4.7%")
    #expect(zh.growth(Self.figure(-0.3, .percent, "%"), isPrice: false) == "下降0.3%")
    #expect(zh.growth(Self.figure(2.5, .percent, "%"), isPrice: true) == "上涨2.5%")
    #expect(zh.growth(Self.figure(0, .percent, "%"), isPrice: true) == "持平")
    #expect(zh.change(Self.figure(-0.2, .points, "个百分点"), up: "提高", down: "回落") == "回落0.2个百分点")
    #expect(zh.gap(Self.figure(-1166.8, .level, "亿元")) == "少1166.8亿元")
    #expect(en.growth(Self.figure(-0.3, .percent, "%"), isPrice: false) == "down 0.3%")
    #expect(en.amount(Self.figure(1166.8, .level, "亿元")) == "116.68 billion yuan")
    #expect(en.amount(Self.figure(150.17, .level, "万人", 2)) == "1501700 people")
    #expect(en.gap(Self.figure(-0.2, .points, "个百分点")) == "0.2 percentage points less")
  }

  @Test func periodsAreNamedByWhatTheNumberIsOf() throws {
    let zh = PeriodText(isEnglish: false)
    let en = PeriodText(isEnglish: true)
    let third = try #require(Period("2023Q3"))
    #expect(zh.text(third, isSum: true) == "2023年前三季度")
    #expect(zh.text(third, isSum: false) == "2023年三季度")
    #expect(en.text(third, isSum: true) == "the first three quarters of 2023")
    let may = try #require(Period("2023-05"))
    #expect(zh.text(may, isSum: true) == "2023年1至5月")
    #expect(zh.text(may, isSum: false) == "2023年5月")
    #expect(en.text(may, isSum: true) == "January to May 2023")
    #expect(zh.text(try #require(Period("2012-01/02")), isSum: false) == "2012年1至2月")
  }
}

@Suite struct PeriodTests {
  @Test(
    arguments: [
      "2016", "2016Q1", "2016Q4", "2016-05", "2016-12", "2016-01/02", "2016-01/06",
    ])
  func aPeriodReadsBackAsItIsWritten(text: String) throws {
    #expect(try #require(Period(text)).description == text)
  }

  @Test(arguments: [
    "", "16", "2016Q5", "2016Q0", "2016-13", "2016-00", "2016-05/03", "2016-", "2016x", "二〇一六",
  ])
  func whatIsNoPeriodIsNone(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func periodsAreOrderedByTheirEndThenTheirLength() throws {
    let texts = ["2015", "2016-01", "2016-01/02", "2016-03", "2016Q1", "2016Q2", "2016", "2017-01"]
    let periods = try texts.map { try #require(Period($0)) }
    for (a, b) in zip(periods, periods.dropFirst()) { #expect(a < b, "\(a) < \(b)") }
  }
}
