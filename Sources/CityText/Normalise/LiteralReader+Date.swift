extension LiteralDate {
  /// The date that a number with a calendar unit is.
  init(_ value: Quantity, _ unit: LiteralUnit) {
    switch unit {
    case .year: self.init(year: value.whole)
    case .month: self.init(month: value.whole)
    default: self.init(day: value.whole)
    }
  }

  static let months = WordTable<Int>([
    ("january jan", 1), ("february feb", 2), ("march mar", 3), ("april apr", 4), ("may", 5),
    ("june jun", 6), ("july jul", 7), ("august aug", 8), ("september sept sep", 9),
    ("october oct", 10), ("november nov", 11), ("december dec", 12),
  ])
}

extension LiteralReader {
  /// 2023年3月10日, 3月10日, 3月; 15日 behind 每月 or in a range; 10 May 2025.
  mutating func date(_ numeral: Numeral) -> Int? {
    guard let value = numeral.value.whole, numeral.magnitude == 0 else { return nil }
    let at = text.afterSpaces(numeral.end, atMost: 1)
    switch text[at] {
    case "年":
      guard numeral.length == 4, (1000...2999).contains(value), text[at + 1] != "级",
        text[at + 1] != "代"
      else { return nil }
      return month(of: value, from: numeral.start, at: at + 1)
    case "月":
      let date = LiteralDate(year: carriedYear(before: numeral.start), month: value)
      guard text[at + 1] != "龄", date.isPossible else { return nil }
      return day(of: date, from: numeral.start, at: at + 1)
    case "日", "号":
      guard text[at] == "日" || !text.isHan(at + 1) || text[numeral.start - 1] == "月" else {
        return nil
      }
      guard let date = carriedMonth(before: numeral.start, day: value) else { return nil }
      return end(date, numeral.start, at + 1)
    default: return englishDay(numeral, value)
    }
  }

  /// Records a date that later ones may go on from.
  private mutating func end(_ date: LiteralDate, _ start: Int, _ end: Int) -> Int {
    add(.date, date.canonical, start, end)
    lastDate = (date, end)
    return end
  }

  /// What follows 2023年: a month, a range of months, or nothing.
  private mutating func month(of year: Int, from start: Int, at i: Int) -> Int {
    let at = text.afterSpaces(i, atMost: 1)
    guard let numeral = Numeral(text, at: at), let month = numeral.value.whole,
      (1...12).contains(month)
    else { return end(LiteralDate(year: year), start, i) }
    let mark = text.afterSpaces(numeral.end, atMost: 1)
    let date = LiteralDate(year: year, month: month)
    if text[mark] == "月", text[mark + 1] != "龄" { return day(of: date, from: start, at: mark + 1) }
    // 2023年1-3月: both months are of that year.
    if let next = rangeSign(at: numeral.end), let last = Numeral(text, at: next),
      let lastMonth = last.value.whole, (1...12).contains(lastMonth), text[last.end] == "月"
    {
      return end(date, start, numeral.end)
    }
    return end(LiteralDate(year: year), start, i)
  }

  /// What follows a month: a day, a range of days, or nothing.
  private mutating func day(of month: LiteralDate, from start: Int, at i: Int) -> Int {
    let at = text.afterSpaces(i, atMost: 1)
    if let numeral = Numeral(text, at: at), let day = numeral.value.whole {
      let date = LiteralDate(year: month.year, month: month.month, day: day)
      let mark = text.afterSpaces(numeral.end, atMost: 1)
      if date.isPossible {
        if text[mark] == "日" || text[mark] == "号" { return end(date, start, mark + 1) }
        // 5月10-12日.
        if let next = rangeSign(at: numeral.end), let last = Numeral(text, at: next),
          last.value.whole != nil, text[last.end] == "日" || text[last.end] == "号"
        {
          return end(date, start, numeral.end)
        }
      }
    }
    return end(month, start, i)
  }

  /// The year of the date that goes on at `i` (2023年3月至5月).
  private func carriedYear(before i: Int) -> Int? {
    guard let (date, end) = lastDate, goesOn(from: end, to: i) else { return nil }
    return date.month == nil ? nil : date.year
  }

  /// The whole date of a day without a month: 5月10日至15日, 每月15日.
  private func carriedMonth(before i: Int, day: Int) -> LiteralDate? {
    if let (last, end) = lastDate, last.day != nil, goesOn(from: end, to: i) {
      let date = LiteralDate(year: last.year, month: last.month, day: day)
      return date.isPossible ? date : nil
    }
    guard text[i - 1] == "月", (1...31).contains(day) else { return nil }
    return LiteralDate(day: day)
  }

  private func goesOn(from end: Int, to i: Int) -> Bool {
    guard end <= i, i - end <= 4 else { return false }
    if rangeSign(at: end) == i { return true }
    return end + 1 == i && ["、", "和", "及", "或", "与", "/"].contains(text[end])
  }

  /// 2025-05-10, 2025/5/10, 2025.5.10, 2025-05, 20250510.
  mutating func isoDate(at i: Int) -> Int? {
    let yearEnd = text.digitsEnd(i)
    func number(_ from: Int, _ to: Int) -> Int {
      (from..<to).reduce(0) { $0 * 10 + Int(text.digit($1)) }
    }
    if yearEnd - i == 8 {
      let date = LiteralDate(
        year: number(i, i + 4), month: number(i + 4, i + 6), day: number(i + 6, i + 8))
      guard let year = date.year, (1900...2100).contains(year), date.isPossible,
        !MeasureWords.isCount(text, at: yearEnd), text[yearEnd] != "-"
      else { return nil }
      return end(date, i, yearEnd)
    }
    guard yearEnd - i == 4, (1900...2100).contains(number(i, yearEnd)) else { return nil }
    let sign = text[yearEnd]
    guard sign == "-" || sign == "/" || sign == "." else { return nil }
    let monthEnd = text.digitsEnd(yearEnd + 1)
    guard (1...2).contains(monthEnd - yearEnd - 1) else { return nil }
    var date = LiteralDate(year: number(i, yearEnd), month: number(yearEnd + 1, monthEnd))
    if text[monthEnd] == sign {
      let dayEnd = text.digitsEnd(monthEnd + 1)
      if (1...2).contains(dayEnd - monthEnd - 1), text[dayEnd] != sign {
        date.day = number(monthEnd + 1, dayEnd)
        return date.isPossible ? end(date, i, dayEnd) : nil
      }
    }
    // 2025-05; 2023.12 is a decimal, 2025-5 could be a range.
    guard sign != ".", monthEnd - yearEnd == 3, text[monthEnd] != sign, date.isPossible,
      text[monthEnd] != "月", text[monthEnd] != "年"
    else { return nil }
    return end(date, i, monthEnd)
  }

  /// 10 May 2025, 10th of May.
  private mutating func englishDay(_ numeral: Numeral, _ day: Int) -> Int? {
    guard numeral.style == .arabic, (1...31).contains(day) else { return nil }
    var at = afterOrdinal(numeral.end)
    at = text.afterSpaces(at)
    guard at > numeral.end else { return nil }
    if let of = text.end(of: "of", at: at) { at = text.afterSpaces(of) }
    guard let (month, monthEnd) = LiteralDate.months.match(text, at: at),
      monthEnd - at > 3 || text.isCapital(at)
    else { return nil }
    var date = LiteralDate(month: month, day: day)
    guard date.isPossible else { return nil }
    var last = monthEnd
    if let (year, yearEnd) = yearNumber(after: last) {
      date.year = year
      last = yearEnd
    }
    return end(date, numeral.start, last)
  }

  /// May 10, 2025; May 10; May 2025; in June.
  mutating func englishMonth(at i: Int) -> Int? {
    guard let (month, monthEnd) = LiteralDate.months.match(text, at: i) else { return nil }
    let at = text.afterSpaces(text[monthEnd] == "." ? monthEnd + 1 : monthEnd)
    let digits = text.digitsEnd(at)
    if digits > at, digits - at <= 2, let numeral = Numeral(text, at: at),
      let day = numeral.value.whole
    {
      var date = LiteralDate(month: month, day: day)
      let dayEnd = afterOrdinal(digits)
      if date.isPossible, numeral.end == digits, text[dayEnd] != "%" {
        if let (year, yearEnd) = yearNumber(after: dayEnd) {
          date.year = year
          return end(date, i, yearEnd)
        }
        return end(date, i, dayEnd)
      }
    }
    if let (year, yearEnd) = yearNumber(after: monthEnd) {
      return end(LiteralDate(year: year, month: month), i, yearEnd)
    }
    // Short names, “may” and “march” are words of their own.
    guard monthEnd - i > 3, month != 3, text.isCapital(i) else { return nil }
    return end(LiteralDate(month: month), i, monthEnd)
  }

  private func afterOrdinal(_ i: Int) -> Int {
    for suffix in ["st", "nd", "rd", "th"] {
      if let end = text.end(of: suffix, at: i) { return end }
    }
    return i
  }

  /// A year behind an optional comma.
  private func yearNumber(after i: Int) -> (year: Int, end: Int)? {
    let at = text.afterSpaces(text[i] == "," || text[i] == "." ? i + 1 : i)
    let end = text.digitsEnd(at)
    guard at > i, end - at == 4, let year = Numeral(text, at: at)?.value.whole,
      (1900...2100).contains(year)
    else { return nil }
    return (year, end)
  }
}
