extension LiteralReader {
  /// What begins with a Latin letter: addresses, currencies, months, number words, codes like A4.
  mutating func latin(at i: Int) -> Int? {
    if let end = address(at: i) { return end }
    if let (code, end) = Self.currencies.match(text, at: i),
      let last = amount(code, after: end, from: i)
    {
      return last
    }
    if let end = article(at: i) ?? englishMonth(at: i) ?? englishHalf(at: i) { return end }
    if NumeralWords.english.match(text, at: i) != nil, let end = number(at: i) { return end }
    return mixedCode(at: i)
  }

  private static let currencies = WordTable<String>([
    ("rmb cny rmb¥ cny¥ 人民币", "CNY"), ("hk$ hkd hkd$ 港币 港元", "HKD"), ("us$ usd 美元 美金", "USD"),
    ("mop$ mop 澳门币", "MOP"), ("eur 欧元", "EUR"), ("gbp 英镑", "GBP"), ("日元", "JPY"),
  ])

  /// RMB 20, 人民币20万元, 港币540元.
  mutating func currencyWord(at i: Int) -> Int? {
    guard let (code, end) = Self.currencies.match(text, at: i) else { return nil }
    return amount(code, after: end, from: i)
  }

  /// ¥3,600.
  mutating func currencySign(at i: Int) -> Int? {
    let code =
      switch text[i] {
      case "$": "USD"
      case "€": "EUR"
      case "£": "GBP"
      default: "CNY"
      }
    return amount(code, after: i + 1, from: i)
  }

  private mutating func amount(_ code: String, after end: Int, from start: Int) -> Int? {
    var at = text.afterSpaces(end)
    if text[at] == "¥" || text[at] == "\u{FFE5}" || text[at] == "$" {
      at = text.afterSpaces(at + 1)
    }
    // A Chinese numeral behind the word needs 元: 人民币三种面额 is no amount.
    if !text.isDigit(at) {
      guard let numeral = Numeral(text, at: at), numeral.style == .chinese,
        let (unit, _) = LiteralUnit.match(text, after: numeral.end), case .money = unit
      else { return nil }
    }
    return number(at: at, from: start, currency: code)
  }

  /// Article 33 is 第33条.
  private mutating func article(at i: Int) -> Int? {
    guard let word = text.end(of: "article", at: i) else { return nil }
    let at = text.afterSpaces(word)
    let end = text.digitsEnd(at)
    guard end > at, end - at <= 4, let number = Numeral(text, at: at)?.value.whole else {
      return nil
    }
    add(.identifier, "第\(number)条", i, end)
    return end
  }

  /// half an hour, half a year, half-day.
  private mutating func englishHalf(at i: Int) -> Int? {
    guard var at = text.end(of: "half", at: i) else { return nil }
    at = text.afterSpaces(text[at] == "-" ? at + 1 : at)
    if let end = text.end(of: "an", at: at) ?? text.end(of: "a", at: at) {
      at = text.afterSpaces(end)
    }
    return halfUnit(from: i, at: at)
  }

  /// 半小时, 半年, 半个工作日.
  mutating func half(at i: Int) -> Int? { halfUnit(from: i, at: i + 1) }

  private mutating func halfUnit(from start: Int, at i: Int) -> Int? {
    guard let (unit, end) = LiteralUnit.match(text, after: i), case .duration(let duration) = unit,
      text[end - 1] != "日" || duration == .workday, text[end - 1] != "岁"
    else { return nil }
    add(.duration, LiteralUnit.duration(.half, duration), start, end)
    return end
  }

  /// 百分之五, 千分之三, 百分之百.
  mutating func hundredth(at i: Int) -> Int? {
    let decimals: Int
    if text.has("百分之", at: i) {
      decimals = 0
    } else if text.has("千分之", at: i) {
      decimals = 1
    } else if text.has("万分之", at: i) {
      decimals = 2
    } else {
      return nil
    }
    let at = i + 3
    if decimals == 0, text[at] == "百" {
      add(.percent, "100", i, at + 1)
      return at + 1
    }
    guard let numeral = Numeral(text, at: at), numeral.magnitude == 0 else { return nil }
    var value = numeral.value
    var end = numeral.end
    if text[end] == "点", let part = ChineseNumber.digits(text, at: end + 1), part.end - end <= 10,
      let sum = value.plus(Quantity(mantissa: part.value, decimals: part.end - end - 1))
    {
      value = sum
      end = part.end
    }
    add(
      .percent, Quantity(mantissa: value.mantissa, decimals: value.decimals + decimals).text, i, end
    )
    return end
  }

  /// 三分之二.
  mutating func fraction(at i: Int) -> Int? {
    guard let below = Numeral(text, at: i), text.has("分之", at: below.end),
      let above = Numeral(text, at: below.end + 2), below.value.whole != nil,
      above.value.whole != nil
    else { return nil }
    add(.number, above.value.text + "/" + below.value.text, i, above.end)
    return above.end
  }

  /// A4, COVID-19, G04, GB/T 33358-2016: letters with digits.
  private mutating func mixedCode(at i: Int) -> Int? {
    let letters = text.lettersEnd(i)
    if let end = standard(at: i, letters: letters) { return end }
    var end = letters
    var hasDigits = false
    while end - i < 64 {
      if text.isDigit(end) {
        hasDigits = true
        end += 1
      } else if text.isLetter(end) {
        end += 1
      } else if text[end] == "-" || text[end] == "/" || text[end] == "_" || text[end] == ".",
        text.isDigit(end + 1)
      {
        end += 1
      } else {
        break
      }
    }
    guard hasDigits else { return nil }
    // “Tel.12345” and “about/3” are words before numbers.
    guard text[letters] != "." && text[letters] != "/" else { return letters }
    add(.identifier, text.string(i, end), i, end)
    return end
  }

  /// GB/T 33358-2016: a standard and its year.
  private mutating func standard(at i: Int, letters: Int) -> Int? {
    guard letters - i <= 5, text.isCapital(i), text.isCapital(letters - 1) else { return nil }
    var at = letters
    if text[at] == "/", text.isCapital(at + 1), !text.isLetter(at + 2) { at += 2 }
    let prefixEnd = at
    at = text.afterSpaces(at)
    var end = text.digitsEnd(at)
    guard end > at, end - at <= 6 else { return nil }
    if text[end] == ".", text.isDigit(end + 1) { end = text.digitsEnd(end + 1) }
    guard text[end] == "-" || text[end] == "—", text.digitsEnd(end + 1) == end + 5 else {
      return nil
    }
    add(
      .identifier,
      text.string(i, prefixEnd) + text.string(at, end) + "-" + text.string(end + 1, end + 5), i,
      end + 5)
    return end + 5
  }
}
