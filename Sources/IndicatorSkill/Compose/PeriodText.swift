/// Periods in words, by what the number is of: 前三季度 for a sum since January, 三季度 for the quarter.
struct PeriodText: Sendable {
  let isEnglish: Bool

  func text(_ reading: Reading) -> String {
    text(reading.period, isSum: reading.basis.isCumulative)
  }

  func text(_ period: Period, isSum: Bool) -> String {
    isEnglish ? english(period, isSum: isSum) : chinese(period, isSum: isSum)
  }

  private func chinese(_ period: Period, isSum: Bool) -> String {
    let year = "\(period.year)年"
    let (first, last) = (period.firstMonth, period.lastMonth)
    if period.isYear || (isSum && last == 12) { return year + (isSum ? "全年" : "") }
    if isSum {
      if period.quarter != nil {
        return year + (last == 3 ? "一季度" : last == 6 ? "上半年" : "前三季度")
      }
      return last == 1 ? "\(year)1月" : "\(year)1至\(last)月"
    }
    if let quarter = period.quarter { return year + ["一", "二", "三", "四"][quarter - 1] + "季度" }
    return first == last ? "\(year)\(first)月" : "\(year)\(first)至\(last)月"
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private func english(_ period: Period, isSum: Bool) -> String {
    let (first, last) = (period.firstMonth, period.lastMonth)
    if period.isYear || (isSum && last == 12) { return "\(period.year)" }
    if isSum, period.quarter != nil {
      return (last == 3 ? "Q1" : last == 6 ? "the first half of" : "the first three quarters of")
        + " \(period.year)"
    }
    if !isSum, let quarter = period.quarter { return "Q\(quarter) \(period.year)" }
    let start = isSum ? 1 : first
    return start == last
      ? "\(Self.months[last - 1]) \(period.year)"
      : "\(Self.months[start - 1]) to \(Self.months[last - 1]) \(period.year)"
  }
}
