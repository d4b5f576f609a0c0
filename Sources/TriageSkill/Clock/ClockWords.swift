import CityText

/// What the clock says to people.
struct ClockWords: Sendable {
  let isEnglish: Bool

  init(_ language: WrittenLanguage) { isEnglish = language == .english }

  func uncovered(year: Int) -> String {
    isEnglish
      ? "The calendar has no public holidays of \(year): only weekends were left out; check the date."
      : "工作日历没有\(year)年的放假安排，只按周末推算，请核对日期。"
  }

  var beyond: String {
    isEnglish
      ? "The limit reaches beyond the year 9999: check it." : "时限超出9999年，请核对时限。"
  }
}
