extension LiteralReader {
  static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// A date in Chinese: 2025年5月10日, 二〇二三年, 五月十日, 5月.
  func date(_ at: Int) -> Reading? {
    guard let (year, start) = year(at) else { return monthAndDay(at, year: nil, from: at) }
    if let whole = monthAndDay(skipSpace(start), year: year, from: at) { return whole }
    // 1990年代 is no date.
    if self[start] == 0x4EE3 || self[start] == 0x7EA7 { return nil }
    return Reading(
      kind: .date, canonical: year, start: at, end: start, shared: .date(year: year, month: nil))
  }

  private func year(_ at: Int) -> (String, Int)? {
    var end = at
    var digits: [UInt8] = []
    while end < at + 5 {
      if isDigit(end) {
        digits.append(UInt8(self[end]))
      } else if let digit = HanNumeral.digit(self[end]) {
        digits.append(UInt8(digit) + 0x30)
      } else {
        break
      }
      end += 1
    }
    let past = skipSpace(end)
    guard digits.count == 4, digits[0] == 0x31 || digits[0] == 0x32, self[past] == 0x5E74 else {
      return nil
    }
    return (String(decoding: digits, as: UTF8.self), past + 1)
  }

  /// M月, M月D日; of 3-4月 and 10-15日 the first end.
  private func monthAndDay(_ at: Int, year: String?, from start: Int) -> Reading? {
    // 两月 are two months, not the second.
    guard self[at] != 0x4E24, let (month, past) = small(at), month >= 1, month <= 12 else {
      return nil
    }
    let prefix = (year ?? "-") + "-" + Self.two(month)
    let shared = Shared.date(year: year ?? "-", month: month)
    func made(_ canonical: String, _ end: Int, _ shared: Shared) -> Reading {
      Reading(kind: .date, canonical: canonical, start: start, end: end, shared: shared)
    }
    guard let end = monthSign(past) else {
      guard let next = connector(past), let (other, after) = small(next), other >= 1, other <= 12,
        monthSign(after) != nil
      else { return nil }
      return made(prefix, past, .date(year: year ?? "-", month: nil))
    }
    let monthOnly = made(prefix, end, .date(year: year ?? "-", month: nil))
    guard let (day, afterDay) = small(skipSpace(end)), day >= 1, day <= 31 else { return monthOnly }
    let canonical = prefix + "-" + Self.two(day)
    if let end = daySign(afterDay) { return made(canonical, end, shared) }
    if let next = connector(afterDay), let (_, after) = small(next), daySign(after) != nil {
      return made(canonical, afterDay, shared)
    }
    return monthOnly
  }

  private func monthSign(_ at: Int) -> Int? {
    let sign = skipSpace(at)
    return self[sign] == 0x6708 && self[sign + 1] != 0x9F84 ? sign + 1 : nil
  }

  private func daySign(_ at: Int) -> Int? {
    let sign = skipSpace(at)
    return self[sign] == 0x65E5 || self[sign] == 0x53F7 ? sign + 1 : nil
  }

  /// The second end of a span, with what it shares with the first.
  func carriedReading(_ at: Int) -> Reading? {
    guard let carried, carried.at == at else { return nil }
    switch carried.shared {
    case .currency(let code):
      guard let quantity = quantity(at), measured(quantity) == nil else { return nil }
      return Reading(
        kind: .money, canonical: code + " " + quantity.value.text, start: at, end: quantity.end)
    case .date(let year, let month):
      if year != "-", let date = monthAndDay(at, year: year, from: at) { return date }
      guard let month, let (day, past) = small(at), day >= 1, day <= 31, let end = daySign(past)
      else { return nil }
      return Reading(
        kind: .date, canonical: year + "-" + Self.two(month) + "-" + Self.two(day), start: at,
        end: end)
    case .article:
      guard let quantity = quantity(at), quantity.value.isWhole, measured(quantity) == nil else {
        return nil
      }
      return Reading(
        kind: .identifier, canonical: "第" + quantity.value.text + "条", start: at,
        end: self[quantity.end] == 0x6761 ? quantity.end + 1 : quantity.end)
    case .afternoon(let hour):
      guard var reading = clock(at, floor: at), let own = Int(reading.canonical.prefix(2)),
        own < 12, own + 12 >= hour
      else { return nil }
      reading.canonical = Self.two(own + 12) + reading.canonical.dropFirst(2)
      return reading
    }
  }

  /// `10 May 2025`, `10th of May`.
  func englishDay(_ at: Int) -> Reading? {
    let digits = digitsEnd(at)
    guard digits - at <= 2, let (day, _) = small(at), day >= 1, day <= 31 else { return nil }
    var word = ordinalEnd(digits)
    guard self[word] == 0x20 else { return nil }
    word += 1
    if has([0x6F, 0x66, 0x20], at: word) { word += 3 }
    let end = lettersEnd(word)
    guard case .month(let month)? = LiteralWords.role(self, word, end) else { return nil }
    let canonical = "-" + Self.two(month) + "-" + Self.two(day)
    if let (year, past) = englishYear(self[end] == 0x2E ? end + 1 : end) {
      return Reading(kind: .date, canonical: year + canonical, start: at, end: past)
    }
    // “Form 1 may be used”: without a year the month must be written as one.
    guard month != 5 || isCapital(word) else { return nil }
    return Reading(kind: .date, canonical: "-" + canonical, start: at, end: end)
  }

  /// `May 10, 2025`, `May 2025`, `in May`.
  func englishMonth(_ at: Int, _ end: Int, _ month: Int) -> Reading? {
    let dot = self[end] == 0x2E ? end + 1 : end
    if self[dot] == 0x20, let (day, past) = small(dot + 1), isDigit(dot + 1), day >= 1, day <= 31,
      !isDigit(past)
    {
      let canonical = "-" + Self.two(month) + "-" + Self.two(day)
      let past = ordinalEnd(past)
      if let (year, past) = englishYear(past) {
        return Reading(kind: .date, canonical: year + canonical, start: at, end: past)
      }
      if month != 5 || isCapital(at) {
        return Reading(kind: .date, canonical: "-" + canonical, start: at, end: past)
      }
    }
    if let (year, past) = englishYear(dot) {
      return Reading(
        kind: .date, canonical: year + "-" + Self.two(month), start: at, end: past)
    }
    // “may” and “march” are verbs too, and a short form alone says little.
    guard end - at >= 3, end - at > 3 && month != 3 || isCapital(at) && afterPreposition(at) else {
      return nil
    }
    return Reading(kind: .date, canonical: "--" + Self.two(month), start: at, end: end)
  }

  private func englishYear(_ at: Int) -> (String, Int)? {
    var start = at
    if self[start] == 0x2C { start += 1 }
    guard self[start] == 0x20, isDigit(start + 1) else { return nil }
    start += 1
    let end = digitsEnd(start)
    guard end - start == 4, self[start] == 0x31 || self[start] == 0x32 else { return nil }
    return (string(start..<end), end)
  }

  private func ordinalEnd(_ at: Int) -> Int {
    let end = lettersEnd(at)
    guard end - at == 2 else { return at }
    switch (self[at], self[at + 1]) {
    case (0x74, 0x68), (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64): return end
    default: return at
    }
  }

  private static let prepositions = LiteralWords.list("in by of from since until to before after")

  private func afterPreposition(_ at: Int) -> Bool {
    guard self[at - 1] == 0x20 else { return false }
    return Self.prepositions.contains { word in
      has(word, at: at - 1 - word.count) && !(self[at - 2 - word.count] &- 0x61 < 26)
    }
  }
}
