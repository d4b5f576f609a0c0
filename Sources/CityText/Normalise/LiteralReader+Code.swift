extension LiteralReader {
  /// Codes of digits: 10-30-24, 1.2.3, 5G, ID numbers.
  mutating func code(at i: Int) -> Int? {
    let first = text.digitsEnd(i)
    var end = first
    var parts = 1
    var longest = first - i
    let sign = text[first]
    if sign == "-" || sign == "." || sign == "/" {
      while text[end] == sign, text.isDigit(end + 1) {
        let next = text.digitsEnd(end + 1)
        longest = max(longest, next - end - 1)
        end = next
        parts += 1
      }
    }
    let isCode = parts > 2 || parts == 2 && sign == "-" && longest > 4 && !isAmount(end)
    if isCode {
      add(.identifier, text.string(i, end), i, end)
      return end
    }
    if parts == 2, sign == "/", longest <= 3, end - i <= 5 {
      add(.number, text.string(i, end), i, end)
      return end
    }
    if first - i > 11 {
      guard text[first] != ".", !isAmount(first) else { return first - i > 18 ? first : nil }
      // Letters inside belong to it: the check character X, item codes.
      var last = first
      while last - i < 64, text.isLetter(last) || text.isDigit(last) { last += 1 }
      add(.identifier, text.string(i, last), i, last)
      return last
    }
    // 5G, 3D, 4K, but not 24h, 9am, 20 kg.
    let letters = text.lettersEnd(first)
    if letters > first, letters - first <= 2, first - i <= 3,
      LiteralUnit.words.match(text, at: first) == nil,
      LiteralClock.DayPart.words.match(text, at: first) == nil,
      text.isCapital(first) || !Self.shortUnits.contains(text.string(first, letters))
    {
      add(.identifier, text.string(i, letters), i, letters)
      return letters
    }
    return nil
  }

  /// What letters behind digits are units or ordinal endings.
  private static let shortUnits: Set<String> = [
    "st", "nd", "rd", "th", "km", "kg", "cm", "mm", "m", "g", "t", "l", "ml", "x",
  ]

  private func isAmount(_ i: Int) -> Bool {
    LiteralUnit.match(text, after: i) != nil || NumeralWords.magnitudes.match(text, at: i) != nil
  }

  /// 第33条, 第三十三条, 第2款; other ordinals are numbers.
  mutating func ordinal(at i: Int) -> Int? {
    let at = text.afterSpaces(i + 1, atMost: 1)
    guard let numeral = Numeral(text, at: at), let number = numeral.value.whole,
      numeral.magnitude == 0
    else { return nil }
    let mark = text.afterSpaces(numeral.end, atMost: 1)
    if Self.parts.contains(text[mark]) {
      add(.identifier, "第\(number)\(text[mark])", i, mark + 1)
      return mark + 1
    }
    // 第17-20条 names its two ends.
    if let next = rangeSign(at: numeral.end), let last = Numeral(text, at: next),
      let lastNumber = last.value.whole, Self.parts.contains(text[last.end])
    {
      add(.identifier, "第\(number)\(text[last.end])", i, numeral.end)
      add(.identifier, "第\(lastNumber)\(text[last.end])", next, last.end + 1)
      return last.end + 1
    }
    guard !numeral.needsUnit || MeasureWords.follow(text, at: numeral.end, numeralAt: at) else {
      return nil
    }
    add(.number, numeral.value.text, at, numeral.end)
    return numeral.end
  }

  /// The parts of laws and numbered orders.
  private static let parts: Set<Unicode.Scalar> = ["条", "款", "项", "章", "节", "编", "号", "目"]

  /// 深民规〔2019〕2号, also in round or square brackets.
  mutating func documentNumber(at i: Int) -> Int? {
    guard text.digitsEnd(i + 1) == i + 5 else { return nil }
    switch (text[i], text[i + 5]) {
    case ("〔", "〕"), ("[", "]"), ("(", ")"), ("【", "】"): break
    default: return nil
    }
    var at = text.afterSpaces(i + 6)
    if text[at] == "第" { at = text.afterSpaces(at + 1) }
    let end = text.digitsEnd(at)
    let mark = text.afterSpaces(end)
    guard end > at, end - at <= 6, text[mark] == "号" else { return nil }
    // The issuer's short name: Han characters back to where the sentence's own words end.
    var start = i
    while start > floor, i - start < 10, text.isHan(start - 1),
      !Self.beforeIssuer.contains(text[start - 1])
    {
      start -= 1
    }
    guard start < i else { return nil }
    var number = text.string(at, end)
    while number.count > 1, number.hasPrefix("0") { number.removeFirst() }
    add(
      .identifier, text.string(start, i) + "〔" + text.string(i + 1, i + 5) + "〕" + number + "号",
      start,
      mark + 1)
    return mark + 1
  }

  /// Last characters of words that stand before a document number: 根据, 按照, 和, 的.
  private static let beforeIssuer: Set<Unicode.Scalar> = Set(
    "据照按依由见和与及在为对以于将了是的件布".unicodeScalars)

  /// URLs, host names and e-mail addresses.
  mutating func address(at i: Int) -> Int? {
    guard i >= plainRunEnd else { return nil }
    for scheme in ["https://", "http://"] where text.has(scheme, at: i) {
      return address(i, addressEnd(i + scheme.utf8.count, limit: 4096))
    }
    let end = addressEnd(i, limit: 256)
    var hostStart = i
    var hostEnd = i
    while hostEnd < end, text[hostEnd] != "/", text[hostEnd] != "?", text[hostEnd] != ":" {
      if text[hostEnd] == "@" { hostStart = hostEnd + 1 }
      hostEnd += 1
    }
    plainRunEnd = end
    guard hostEnd > hostStart else { return nil }
    let labels = text.string(hostStart, hostEnd).split(
      separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let top = labels.last,
      Self.topDomains.contains(String(top))
    else { return nil }
    return address(i, end)
  }

  private mutating func address(_ start: Int, _ end: Int) -> Int? {
    var last = end
    while last > start,
      [".", ",", ";", ":", "!", "?", ")", "'", "\"", "-"].contains(text[last - 1])
    {
      last -= 1
    }
    guard last > start else { return nil }
    plainRunEnd = last
    add(.url, text.string(start, last), start, last)
    return last
  }

  /// The end of the ASCII that can be part of an address.
  private func addressEnd(_ i: Int, limit: Int) -> Int {
    var end = i
    while end - i < limit {
      let scalar = text[end].value
      guard scalar > 0x20, scalar < 0x7F, !text.isWide(end),
        !"<>\"(){}|\\^`,;".unicodeScalars.contains(text[end])
      else { break }
      end += 1
    }
    return end
  }

  private static let topDomains: Set<String> = [
    "cn", "com", "org", "net", "gov", "edu", "hk", "mo", "io", "info", "top", "int",
  ]
}
