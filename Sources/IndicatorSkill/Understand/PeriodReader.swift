import CityAgent

/// A time found in a question.
struct FoundPeriod: Sendable, Equatable {
  var asked: AskedPeriod
  /// Bytes of the folded question.
  var range: Range<Int>
  /// Whether it is what the question compares with: behind 比, 较, than.
  var isComparison: Bool
}

/// Reads times in a question: 前三季度, 去年同期, 1-5月, “十四五”期间, Q3 2023 (docs/indicators.md has the grammar).
///
/// One pass from left to right over the folded question's characters; the longest reading at a place wins. What
/// has no year of its own takes that of the time before it, else the current year, left open.
/// - Complexity: O(n).
struct PeriodReader {
  let text: QuestionCharacters
  let asOf: CalendarDay

  init(_ folded: [UInt8], asOf: CalendarDay) {
    text = QuestionCharacters(folded)
    self.asOf = asOf
  }

  func read() -> [FoundPeriod] {
    var found: [FoundPeriod] = []
    var at = 0
    var year: Int?
    while at < text.count {
      guard let next = span(at) ?? whole(at, carried: year) else {
        at += 1
        continue
      }
      year = next.asked.period.year
      found.append(
        FoundPeriod(
          asked: next.asked, range: text.offset(at)..<text.offset(next.end),
          isComparison: next.asked.extent != .span && isComparison(before: at)))
      at = max(next.end, at + 1)
    }
    return found
  }

  typealias Match = (asked: AskedPeriod, end: Int)

  // MARK: single periods

  /// A year with or without a part of it; or a part alone.
  private func whole(_ at: Int, carried: Int?) -> Match? {
    if let iso = iso(at) { return iso }
    if let english = english(at, carried: carried) { return english }
    if let month = lastMonth(at) { return month }
    if let year = year(at) {
      let next = text.skipping(year.end, ["的", " ", ",", "度"])
      if let part = part(next, of: year.value) ?? part(year.end, of: year.value) {
        return summed(part, before: at)
      }
      var end = year.end
      var asked = AskedPeriod(Period.year(year.value)!, .unsaid, isOpen: year.isCurrent)
      for (word, extent) in Self.wholes where text.has(word, at: end) {
        end += word.count
        asked.extent = extent
        asked.isOpen = false
        break
      }
      if text.has("同期", at: end) { end += 2 }
      return (asked, end)
    }
    guard isBorder(at), var part = part(at, of: carried ?? asOf.year) else { return nil }
    part.asked.isOpen = carried == nil
    return (part.asked, part.end)
  }

  /// 截至2025年11月: the sum up to that month.
  private func summed(_ part: Match, before at: Int) -> Match {
    let words = ["截至", "截止到", "截止", "累计到", "up to "]
    guard words.contains(where: { text.has($0, at: at - $0.unicodeScalars.count) }),
      let sum = Period(
        year: part.asked.period.year, months: 1...part.asked.period.lastMonth)
    else { return part }
    return (AskedPeriod(sum, .cumulative), part.end)
  }

  /// 上个月: by the as-of day; 比上个月 is no time but a comparison.
  private func lastMonth(_ at: Int) -> Match? {
    guard !isComparison(before: at),
      let word = ["上个月", "上月"].first(where: { text.has($0, at: at) }),
      let period = asOf.month > 1
        ? Period.month(asOf.month - 1, of: asOf.year) : Period.month(12, of: asOf.year - 1)
    else { return nil }
    return (AskedPeriod(period), at + word.unicodeScalars.count)
  }

  private static let wholes: [(String, AskedPeriod.Extent)] = [
    ("全年", .cumulative), ("整年", .cumulative), ("年度", .unsaid), ("以来累计", .cumulative),
  ]

  /// A year: 2023年, 23年, 二〇二三年, 今年, 去年; a bare 2023 where nothing counts behind it.
  private func year(_ at: Int) -> (value: Int, end: Int, isCurrent: Bool)? {
    for (word, back) in Self.relativeYears where text.has(word, at: at) {
      return (asOf.year - back, at + word.count, back == 0)
    }
    guard isBorder(at), let number = text.number(at) else { return nil }
    let length = number.end - at
    if length == 4, (1900...2100).contains(number.value) {
      if text.has("年", at: number.end) { return (number.value, number.end + 1, false) }
      let next = text[number.end]
      let isCounted = ["元", "亿", "万", "个", "家", "人", "%", "."].contains(next)
      return isCounted ? nil : (number.value, number.end, false)
    }
    guard length == 2, text.has("年", at: number.end), text[at].isDigit,
      !text.has("年来", at: number.end)
    else { return nil }
    return (number.value + (number.value > 50 ? 1900 : 2000), number.end + 1, false)
  }

  /// Whether a number may begin here: 社零1-2月: that nought is no digit.
  func isBorder(_ at: Int) -> Bool {
    at == 0 || !text[at - 1].isNumeral || (text[at - 1] == "零" && text[at].isDigit)
  }

  private static let relativeYears: [(String, Int)] = [
    ("大前年", 3), ("上一年", 1), ("今年", 0), ("本年度", 0), ("本年", 0), ("当年", 0), ("去年", 1), ("上年", 1),
    ("前年", 2), ("明年", -1), ("this year", 0), ("last year", 1), ("previous year", 1),
    ("next year", -1), ("the year before last", 2),
  ]

  /// A part of a year: quarters, halves, months, with what says 当季 or 累计.
  private func part(_ at: Int, of year: Int) -> Match? {
    for (word, months, extent) in Self.halves where text.has(word, at: at) {
      return Period(year: year, months: months).map { (AskedPeriod($0, extent), at + word.count) }
    }
    if let quarter = quarters(at, of: year) { return quarter }
    return months(at, of: year)
  }

  private static let halves: [(String, ClosedRange<Int>, AskedPeriod.Extent)] = [
    ("上半年", 1...6, .cumulative), ("前半年", 1...6, .cumulative), ("头半年", 1...6, .cumulative),
    ("下半年", 7...12, .current), ("后半年", 7...12, .current), ("h1", 1...6, .cumulative),
    ("h2", 7...12, .current),
  ]

  /// 一季度, 第三季度, 前三季度, 1-3季度, q3, 3q.
  private func quarters(_ at: Int, of year: Int) -> Match? {
    var i = at
    var isSum = false
    for word in ["前", "头", "首"] where text.has(word, at: i) {
      isSum = true
      i += word.count
    }
    if text.has("第", at: i) { i += 1 }
    let isLatin = text[i] == "q"
    if isLatin { i += 1 }
    guard var number = text.number(i), (1...4).contains(number.value) else { return nil }
    i = number.end
    if let dash = text.rangeSign(i), number.value == 1 {
      let next = text.has("q", at: dash) ? dash + 1 : dash
      if let last = text.number(next), (2...4).contains(last.value),
        isLatin || text.has("季", at: last.end) || text.has("个季", at: last.end)
      {
        number = last
        i = last.end
        isSum = true
      }
    }
    if !isLatin {
      let words = ["个季度", "个季", "季度", "季", "q"]
      guard let word = words.first(where: { text.has($0, at: i) }) else { return nil }
      // 四个季度 counts quarters; 前三个季度 names a sum.
      if word.hasPrefix("个"), !isSum { return nil }
      if word == "q", text[i + 1].isLetter { return nil }
      i += word.count
    } else if text[i].isLetter {
      return nil
    }
    return extended(
      Period.quarter(number.value, of: year), from: number.value * 3, isSum: isSum, at: i)
  }

  /// 5月, 5月份, 1-5月, 前5个月, 截至5月底.
  private func months(_ at: Int, of year: Int) -> Match? {
    var i = at
    var isSum = false
    for word in ["截至", "截止到", "截止", "累计到", "前", "头"] where text.has(word, at: i) {
      isSum = true
      i += word.count
      break
    }
    guard var number = text.number(i), (1...12).contains(number.value) else { return nil }
    i = number.end
    if let dash = text.rangeSign(i), number.value == 1 || text.has("月", at: i) == false,
      let last = text.number(dash), (2...12).contains(last.value), last.value > number.value,
      text.has("月", at: last.end)
    {
      guard number.value == 1 else {
        return Period(year: year, months: number.value...last.value).map {
          (AskedPeriod($0, .current), last.end + 1)
        }
      }
      number = last
      i = last.end
      isSum = true
    } else if text.has("月", at: i), number.value == 1, let dash = text.rangeSign(i + 1),
      let last = text.number(dash), (2...12).contains(last.value), text.has("月", at: last.end)
    {
      number = last
      i = last.end
      isSum = true
    }
    if text.has("个月", at: i) {
      guard isSum else { return nil }
      i += 2
    } else if text.has("月", at: i) {
      i += 1
    } else {
      return nil
    }
    if text.has("份", at: i) { i += 1 }
    return extended(Period.month(number.value, of: year), from: number.value, isSum: isSum, at: i)
  }

  /// The extent by what stands around a quarter or month: 当季, 单月, 累计, 末.
  private func extended(_ period: Period?, from last: Int, isSum: Bool, at: Int) -> Match? {
    guard let period else { return nil }
    var i = at
    var extent: AskedPeriod.Extent = isSum ? .cumulative : .unsaid
    for word in ["当季", "单季", "当月", "单月", "当期"] where text.has(word, at: i) {
      extent = .current
      i += word.count
      break
    }
    for word in ["底", "末"] where text.has(word, at: i) { i += word.count }
    if extent == .unsaid, text.has("累计", at: i) || text.has("的累计", at: i) { extent = .cumulative }
    guard extent == .cumulative else { return (AskedPeriod(period, extent), i) }
    return Period(year: period.year, months: 1...last).map { (AskedPeriod($0, extent), i) }
  }

  /// 2023-05, 2023/5, 2023.05, 2023q3.
  private func iso(_ at: Int) -> Match? {
    guard at == 0 || !text[at - 1].isDigit, let year = text.digits(at), year.end - at == 4,
      (1900...2100).contains(year.value)
    else { return nil }
    if text[year.end] == "q", let quarter = text.digits(year.end + 1),
      let period = Period.quarter(quarter.value, of: year.value)
    {
      return (AskedPeriod(period), quarter.end)
    }
    guard ["-", "/", "."].contains(text[year.end]), let month = text.digits(year.end + 1),
      month.end - year.end <= 3, let period = Period.month(month.value, of: year.value),
      !text.has("年", at: month.end)
    else { return nil }
    let end = text.has("月", at: month.end) ? month.end + 1 : month.end
    return (AskedPeriod(period), end)
  }

  private func isComparison(before at: Int) -> Bool {
    var i = at
    while i > 0, text[i - 1] == " " || text[i - 1] == "“" { i -= 1 }
    return Self.comparisons.contains { word in
      let start = i - word.count
      guard start >= 0, text.has(word, at: start) else { return false }
      // 占比2016年, 同比2025年: no comparison.
      if word == "比", start > 0, ["占", "同", "环", "对"].contains(text[start - 1]) { return false }
      // “completion Q1”: that on is no word.
      return start == 0 || !text[start].isLetter || !text[start - 1].isLetter
    }
  }

  private static let comparisons = [
    "比", "较", "与", "跟", "和", "同", "相比", "相较于", "对比", "than", "than in", "with", "from", "versus",
    "vs",
    "over", "than in the", "with the", "than the", "on",
  ]
}
