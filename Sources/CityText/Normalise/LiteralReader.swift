/// One pass over a text that collects its literals.
struct LiteralReader {
  let text: LiteralText
  private(set) var found: [Literal] = []
  /// Where the last literal ends: nothing is read back beyond it.
  private(set) var floor = 0
  /// The date and the part of day that a range may go on from, and where they end.
  var lastDate: (date: LiteralDate, end: Int)?
  var lastPart: (part: LiteralClock.DayPart, end: Int)?
  /// The end of the last run of letters and digits that is known to be no address.
  var plainRunEnd = 0

  init(_ text: LiteralText) { self.text = text }

  mutating func read() -> [Literal] {
    var i = 0
    while i < text.count {
      if let end = literal(at: i), end > i {
        i = end
      } else {
        // A word is left whole: no literal begins inside it.
        i = text.isLetter(i) ? max(i + 1, text.lettersEnd(i)) : i + 1
      }
    }
    return found
  }

  /// Reads the literal that begins at `i`; returns where to go on, nil where none begins.
  private mutating func literal(at i: Int) -> Int? {
    let scalar = text[i]
    if text.isDigit(i) { return digits(at: i) }
    if text.isLetter(i) { return latin(at: i) }
    switch scalar {
    case "¥", "\u{FFE5}", "$", "€", "£": return currencySign(at: i)
    case "+", "(":
      return phone(at: i) ?? (scalar == "(" ? documentNumber(at: i) ?? label(at: i) : nil)
    case "〔", "[", "【": return documentNumber(at: i)
    case "第": return ordinal(at: i)
    case "半": return half(at: i)
    case "上", "下", "早", "晚", "中", "正", "凌", "清", "傍", "夜", "午", "今", "明":
      return dayPart(at: i)
    case "人", "港", "美", "澳", "欧", "英", "日":
      return currencyWord(at: i)
    case "百", "千", "万": return hundredth(at: i)
    default:
      guard ChineseNumber.begins(scalar) else { return nil }
      return label(at: i) ?? fraction(at: i) ?? number(at: i)
    }
  }

  /// Records a literal over the scalars from `start` to before `end`.
  mutating func add(_ kind: Literal.Kind, _ canonical: String, _ start: Int, _ end: Int) {
    found.append(
      Literal(kind: kind, canonical: canonical, range: text.sourceRange(start, end)))
    floor = end
  }

  /// What begins with an Arabic digit.
  private mutating func digits(at i: Int) -> Int? {
    if let end = label(at: i) { return end }
    return address(at: i) ?? isoDate(at: i) ?? phone(at: i) ?? code(at: i) ?? time(at: i)
      ?? number(at: i) ?? text.digitsEnd(i)
  }

  /// Goes past the label of a list item at a line's start: `1.`, `12、`, `（3）`, `十二、`.
  private func label(at i: Int) -> Int? {
    let open = text[i] == "("
    let start = open ? i + 1 : i
    var end = start
    while end - start < 4, text.isDigit(end) || ChineseNumber.begins(text[end]) { end += 1 }
    guard end > start, end - start < 4 else { return nil }
    let mark = text[end]
    let closes = open ? mark == ")" : mark == "." || mark == "、" || mark == ")"
    guard closes, !text.isDigit(end + 1), text.isLineStart(i) else { return nil }
    return end + 1
  }

  /// A number, amount, duration, percentage, date or time that begins with the numeral at `i`.
  ///
  /// - Parameter start: where the literal begins: before a currency sign.
  mutating func number(at i: Int, from start: Int? = nil, currency: String? = nil) -> Int? {
    guard let numeral = Numeral(text, at: i) else { return nil }
    let start = start ?? i
    if currency == nil {
      if let end = date(numeral) ?? clock(numeral, from: start) { return end }
    }
    if let end = range(numeral, from: start, currency: currency) { return end }
    return quantity(numeral, from: start, currency: currency)
  }

  /// A number and its unit; nil where a numeral does not count alone.
  private mutating func quantity(_ numeral: Numeral, from start: Int, currency: String?) -> Int? {
    guard let (unit, end) = unit(of: numeral, currency: currency) else {
      guard !numeral.needsUnit else { return nil }
      return plain(numeral, from: start)
    }
    var value = numeral.value
    var last = end
    switch unit {
    case .money("CNY", 0):
      (value, last) = withParts(value, end)
    case .duration(let duration):
      (value, last) = withHalf(value, end)
      if duration == .hour, let (minutes, end) = withMinutes(value, last) {
        add(.duration, LiteralUnit.duration(minutes, .minute), start, end)
        return end
      }
    case .measure: last = numeral.end
    default: break
    }
    guard let (kind, canonical) = unit.literal(value) else { return plain(numeral, from: start) }
    add(kind, canonical, start, last)
    return last
  }

  private mutating func plain(_ numeral: Numeral, from start: Int) -> Int {
    var end = numeral.end
    if numeral.style == .arabic, numeral.value.decimals == 0, text.isLetter(end) {
      for suffix in ["st", "nd", "rd", "th"] {
        if let past = text.end(of: suffix, at: end) { end = past }
      }
    }
    if isYear(numeral) {
      add(.date, LiteralDate(year: numeral.value.whole).canonical, start, end)
    } else {
      add(.number, numeral.value.text, start, end)
    }
    return end
  }

  /// “in 2023”, “since 2020”: an English year.
  private func isYear(_ numeral: Numeral) -> Bool {
    guard numeral.style == .arabic, numeral.length == 4, numeral.end - numeral.start == 4,
      let year = numeral.value.whole, (1900...2100).contains(year), text[numeral.start - 1] == " "
    else { return false }
    return ["in", "since", "year", "during", "until"].contains {
      text.has($0, before: numeral.start - 1) && !text.isLetter(numeral.start - 2 - $0.utf8.count)
    }
  }

  /// The unit of a numeral and where it ends.
  func unit(of numeral: Numeral, currency: String?) -> (LiteralUnit, Int)? {
    let match = LiteralUnit.match(text, after: numeral.end)
    if let currency {
      // 港币540元: the word before says which 元.
      if let (unit, end) = match, case .money(let code, let exponent) = unit {
        return (.money(code == "CNY" ? currency : code, exponent), end)
      }
      return (.money(currency, 0), numeral.end)
    }
    if let (unit, end) = match {
      if unit == .duration(.day), text[end - 1] == "日", text[numeral.start - 1] == "月" {
        return (.dayOfMonth, end)
      }
      return (unit, end)
    }
    // 5个半小时 has its unit behind 个半.
    if text.has("个半", at: numeral.end),
      let (unit, end) = LiteralUnit.words.match(text, at: numeral.end + 2), case .duration = unit
    {
      return (unit, end)
    }
    if numeral.style == .arabic, text[numeral.end] == "角" {
      return (.money("CNY", -1), numeral.end + 1)
    }
    if numeral.style == .arabic, text[numeral.end] == "块", !text.isHan(numeral.end + 1) {
      return (.money("CNY", 0), numeral.end + 1)
    }
    guard numeral.needsUnit else { return nil }
    if numeral.style == .english { return nil }
    if text[numeral.end] == "块", !text.isHan(numeral.end + 1) {
      return (.money("CNY", 0), numeral.end + 1)
    }
    return MeasureWords.follow(text, at: numeral.end, numeralAt: numeral.start)
      ? (.measure, numeral.end) : nil
  }

  /// 5元5角, 3元2角5分.
  private func withParts(_ value: Quantity, _ end: Int) -> (Quantity, Int) {
    var sum = value
    var last = end
    for (word, exponent) in [("角", -1), ("分", -2)] as [(Unicode.Scalar, Int)] {
      guard let part = Numeral(text, at: last), text[part.end] == word,
        let total = part.value.scaled(by: exponent).flatMap({ sum.plus($0) })
      else { continue }
      sum = total
      last = part.end + 1
    }
    return (sum, last)
  }

  /// 两年半, 三天半, 两个半小时.
  private func withHalf(_ value: Quantity, _ end: Int) -> (Quantity, Int) {
    guard value.whole != nil, let more = value.plus(.half) else { return (value, end) }
    if text[end] == "半" { return (more, end + 1) }
    var at = end - 1
    while at > end - 5, text.isHan(at), text[at] != "半" { at -= 1 }
    return text[at] == "半" && text[at - 1] == "个" ? (more, end) : (value, end)
  }

  /// 1小时30分钟, as minutes.
  private func withMinutes(_ hours: Quantity, _ end: Int) -> (Quantity, Int)? {
    guard hours.whole != nil, text[end - 1] == "时" || text[end - 1] == "头",
      let part = Numeral(text, at: end), part.value.whole != nil, text[part.end] == "分",
      let minutes = hours.times(60)?.plus(part.value)
    else { return nil }
    return (minutes, text[part.end + 1] == "钟" ? part.end + 2 : part.end + 1)
  }
}
