extension LiteralReader {
  /// 9:00, 14:30:00; 5:30 pm.
  mutating func time(at i: Int) -> Int? { time(at: i, from: i, part: nil) }

  private mutating func time(at i: Int, from start: Int, part: LiteralClock.DayPart?) -> Int? {
    let hourEnd = text.digitsEnd(i)
    guard hourEnd - i <= 2, hourEnd > i, text[hourEnd] == ":",
      text.digitsEnd(hourEnd + 1) == hourEnd + 3, text[i - 1] != ":"
    else { return nil }
    let hour = Int((i..<hourEnd).reduce(0) { $0 * 10 + text.digit($1) })
    let minute = Int(text.digit(hourEnd + 1) * 10 + text.digit(hourEnd + 2))
    guard hour <= 24, minute < 60 else { return nil }
    var last = hourEnd + 3
    if text[last] == ":", text.digitsEnd(last + 1) == last + 3 { last += 3 }
    return end(
      hour, minute, from: start, at: last, part: part ?? carriedPart(before: i, hour: hour))
  }

  /// 9点, 9点半, 9时30分, 9 am.
  mutating func clock(_ numeral: Numeral, from start: Int) -> Int? {
    clock(numeral, from: start, part: nil)
  }

  private mutating func clock(
    _ numeral: Numeral, from start: Int, part: LiteralClock.DayPart?
  ) -> Int? {
    guard let hour = numeral.value.whole, hour <= 24, numeral.magnitude == 0 else { return nil }
    if numeral.style == .arabic, numeral.length <= 2 {
      let at = text.afterSpaces(numeral.end, atMost: 1)
      if text[at] == "a" || text[at] == "p",
        let (said, last) = LiteralClock.DayPart.words.match(text, at: at), hour > 0, hour <= 12
      {
        return end(hour, 0, from: start, at: last, part: said)
      }
    }
    let carried = carriedPart(before: numeral.start, hour: hour)
    guard
      isClockWord(at: numeral.end, after: numeral, saidBefore: part != nil || carried != nil)
    else { return nil }
    var at = numeral.end + 1
    var minute = 0
    if text[at] == "半" {
      minute = 30
      at += 1
    } else if text[at] == "整" || text[at] == "钟" {
      at += 1
    } else if let minutes = Numeral(text, at: at), let value = minutes.value.whole, value < 60,
      text[minutes.end] == "分", text[minutes.end + 1] != "钟"
    {
      minute = value
      at = minutes.end + 1
    }
    return end(hour, minute, from: start, at: at, part: part ?? carried)
  }

  /// Whether 点 or 时 at `i` makes the numeral before it a time: not 三点要求, 小时, 5时期.
  func isClockWord(at i: Int, after numeral: Numeral, saidBefore: Bool) -> Bool {
    let next = text[i + 1]
    switch text[i] {
    case "点":
      if saidBefore || next == "半" || next == "整" || next == "钟" { return true }
      if let minutes = Numeral(text, at: i + 1), text[minutes.end] == "分" { return true }
      // 一点 is “a little”.
      if numeral.style == .chinese, numeral.value == Quantity(1) { return false }
      return ["前", "后", "起", "开", "至", "到", "-", "~", "—", "–", "下", "上", "关", "之", "以"]
        .contains(next)
    case "时":
      return !["间", "候", "代", "期", "限", "段", "常", "效", "长", "不", "有", "点"].contains(next)
        && (numeral.style == .arabic || numeral.length > 1 || saidBefore)
    default: return false
    }
  }

  /// 上午9点, 下午 2:30.
  mutating func dayPart(at i: Int) -> Int? {
    guard let (part, partEnd) = LiteralClock.DayPart.words.match(text, at: i) else { return nil }
    var at = text.afterSpaces(partEnd)
    if text[at] == ":" || text[at] == "的" { at = text.afterSpaces(at + 1) }
    if text.isDigit(at), let end = time(at: at, from: i, part: part) { return end }
    guard let numeral = Numeral(text, at: at), let hour = numeral.value.whole, hour <= 24 else {
      return nil
    }
    if let end = clock(numeral, from: i, part: part) { return end }
    // 上午9-12点: the word goes with the first hour.
    guard let next = rangeSign(at: numeral.end), let last = Numeral(text, at: next),
      text[last.end] == "点" || text[last.end] == "时"
    else { return nil }
    return end(hour, 0, from: i, at: numeral.end, part: part)
  }

  private mutating func end(
    _ hour: Int, _ minute: Int, from start: Int, at position: Int, part: LiteralClock.DayPart?
  ) -> Int {
    var part = part
    var last = position
    // 5:30 pm.
    let after = text.afterSpaces(position, atMost: 1)
    if part == nil, text.isLetter(after),
      let (said, end) = LiteralClock.DayPart.words.match(text, at: after)
    {
      part = said
      last = end
      if text[last] == ".", text[last - 2] == "." { last += 1 }
    }
    var hourOfDay = part?.hour(hour) ?? hour
    if part == .morning, hour == 12, after < last { hourOfDay = 0 }
    add(.clock, LiteralClock(hour: hourOfDay, minute: minute).canonical, start, last)
    lastPart = part.map { ($0, last) }
    return last
  }

  /// The part of day that the other end of a range named: 下午2:00-5:30; nil where it cannot be meant.
  private func carriedPart(before i: Int, hour: Int) -> LiteralClock.DayPart? {
    guard let (part, end) = lastPart, end <= i, i - end <= 4, rangeSign(at: end) == i else {
      return nil
    }
    return part
  }
}
