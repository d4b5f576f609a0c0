import CityAgent

extension PeriodReader {
  /// Several periods: 近五年, 2019年以来, 2012-2018年, “十四五”期间, since 2019.
  func span(_ at: Int) -> Match? {
    plan(at) ?? recent(at) ?? between(at)
  }

  /// 五年规划: the base is the year before the first.
  private func plan(_ at: Int) -> Match? {
    for (word, last) in Self.plans where text.has(word, at: at) {
      var end = at + word.count
      for tail in ["”", "\"", "」", "'"] where text.has(tail, at: end) { end += tail.count }
      for tail in ["期间", "时期", "以来", "规划", " five-year plan", " five year plan"]
      where text.has(tail, at: end) {
        end += tail.count
        break
      }
      return span(from: last - 5, to: last, end: end)
    }
    return nil
  }

  private static let plans: [(String, Int)] = [
    ("十五五", 2030), ("十四五", 2025), ("十三五", 2020), ("十二五", 2015), ("十一五", 2010), ("十五", 2005),
    ("15th five", 2030), ("14th", 2025), ("13th", 2020), ("12th", 2015), ("11th", 2010),
  ]

  /// 近五年, 过去三年, 近12个月, last five years, past 12 months.
  private func recent(_ at: Int) -> Match? {
    let heads = [
      "最近的", "最近", "过去", "近", "这", "the last ", "the past ", "last ", "past ", "previous ",
    ]
    guard let head = heads.first(where: { text.has($0, at: at) }) else { return nil }
    let start = at + head.count
    // 近几年, 近年来: the last five.
    for word in ["几年来", "几年", "年来", "年", "few years", "several years"]
    where text.has(word, at: start) {
      return span(from: asOf.year - 5, to: asOf.year, end: start + word.count)
    }
    // 近一年, 近半年: so many months.
    for (word, months) in [("一年", 12), ("1年", 12), ("半年", 6), ("year", 12)]
    where text.has(word, at: start) && head != "last " && head != "previous " {
      return lastMonths(months, end: start + word.count)
    }
    guard let number = text.number(start) ?? text.word(start), (2...60).contains(number.value)
    else {
      return nil
    }
    let i = text.skipping(number.end, [" "])
    for word in ["年来", "年间", "年", "years", "year"] where text.has(word, at: i) {
      return span(from: asOf.year - number.value, to: asOf.year, end: i + word.count)
    }
    for word in ["个月", "months", "month"] where text.has(word, at: i) {
      return lastMonths(number.value, end: i + word.count)
    }
    return nil
  }

  /// The last so many months, up to the latest that are published.
  private func lastMonths(_ count: Int, end: Int) -> Match? {
    let last = asOf.year * 12 + asOf.month - 1
    let first = last - count
    guard let from = Period.month(first % 12 + 1, of: first / 12),
      let to = Period.month(asOf.month, of: asOf.year)
    else { return nil }
    var asked = AskedPeriod(to, .span, from: from)
    asked.count = count
    return (asked, end)
  }

  /// 2012-2018年, 2019年以来, 自2019年, from 2012 to 2018, since 2019.
  private func between(_ at: Int) -> Match? {
    var i = at
    var isOpen = false
    for word in ["since ", "自从", "自", "从"] where text.has(word, at: i) {
      isOpen = word == "since " || word == "自从"
      i += word.count
      break
    }
    if text.has("from ", at: i) || text.has("between ", at: i) {
      i = text.skipping(text.skippingWord(i), [" "])
    }
    guard isBorder(i), let first = text.number(i), first.end - i == 4,
      (1900...2100).contains(first.value)
    else { return nil }
    let afterYear = text.has("年", at: first.end) ? first.end + 1 : first.end
    for word in ["以来", "至今", "到现在", "起", "开始"] where text.has(word, at: afterYear) {
      return span(from: first.value, to: asOf.year, end: afterYear + word.count)
    }
    if isOpen { return span(from: first.value, to: asOf.year, end: afterYear) }
    guard let dash = text.rangeSign(text.skipping(afterYear, [" "])),
      let last = text.number(text.skipping(dash, [" "])), (1900...2100).contains(last.value),
      last.value > first.value
    else { return nil }
    let end = text.has("年", at: last.end) ? last.end + 1 : last.end
    return span(from: first.value, to: last.value, end: end)
  }

  private func span(from: Int, to: Int, end: Int) -> Match? {
    guard let first = Period.year(from), let last = Period.year(to) else { return nil }
    return (AskedPeriod(last, .span, from: first), end)
  }

  /// Q3 2023, May 2024, the first three quarters of 2023, the third quarter, year to date.
  func english(_ at: Int, carried: Int?) -> Match? {
    guard at == 0 || !text[at - 1].isLetter else { return nil }
    for (word, months, extent) in Self.englishParts where text.has(word, at: at) {
      let end = at + word.count
      guard !text[end].isLetter else { continue }
      let year = followingYear(end)
      guard let period = Period(year: year?.value ?? carried ?? asOf.year, months: months) else {
        return nil
      }
      return (
        AskedPeriod(period, extent, isOpen: year == nil && carried == nil), year?.end ?? end
      )
    }
    for (number, name) in PeriodText.months.enumerated() {
      let long = name.lowercased()
      let short = String(long.prefix(3))
      for word in [long, "sept", short] where text.has(word, at: at) {
        if word == "sept", number != 8 { continue }
        let end = at + word.count
        guard !text[end].isLetter else { continue }
        // “may” is a verb unless a year follows.
        guard let year = followingYear(end) ?? (word == "may" ? nil : carried.map { ($0, end) }),
          let period = Period.month(number + 1, of: year.value)
        else { continue }
        return (AskedPeriod(period), year.end)
      }
    }
    return nil
  }

  private func followingYear(_ at: Int) -> (value: Int, end: Int)? {
    var i = text.skipping(at, [" ", ","])
    for word in ["of ", "in "] where text.has(word, at: i) { i += word.count }
    for (word, back) in [("this year", 0), ("last year", 1)] where text.has(word, at: i) {
      return (asOf.year - back, i + word.count)
    }
    guard let year = text.digits(i), year.end - i == 4, (1900...2100).contains(year.value) else {
      return nil
    }
    return (year.value, year.end)
  }

  private static let englishParts: [(String, ClosedRange<Int>, AskedPeriod.Extent)] = [
    ("the first three quarters", 1...9, .cumulative), ("first three quarters", 1...9, .cumulative),
    ("first 3 quarters", 1...9, .cumulative), ("the first half", 1...6, .cumulative),
    ("first half", 1...6, .cumulative), ("second half", 7...12, .current),
    ("first quarter", 1...3, .unsaid), ("second quarter", 4...6, .current),
    ("third quarter", 7...9, .current), ("fourth quarter", 10...12, .current),
    ("h1", 1...6, .cumulative),
    ("q1", 1...3, .unsaid), ("q2", 4...6, .unsaid), ("q3", 7...9, .unsaid),
    ("q4", 10...12, .unsaid),
    ("january to february", 1...2, .cumulative),
  ]
}
