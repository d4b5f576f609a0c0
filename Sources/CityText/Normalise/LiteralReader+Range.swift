extension LiteralReader {
  /// Two ends of a range that share a unit: 3-5个工作日, 200至500元, 3-4月, 9-12点.
  mutating func range(_ first: Numeral, from start: Int, currency: String?) -> Int? {
    if currency == nil, LiteralUnit.match(text, after: first.end) != nil { return nil }
    guard let next = rangeSign(at: first.end), let second = Numeral(text, at: next),
      second.style == first.style, let shared = sharedUnit(first, second, currency: currency)
    else { return nil }
    var low = first
    // 1-3万元 is 10,000 to 30,000; 500-1000万 would be a guess.
    if second.magnitude > 0, let scaled = first.sharing(magnitude: second.magnitude),
      scaled.value.mantissa < second.value.mantissa || second.value.decimals > 0
    {
      low = scaled
    }
    guard let (kind, canonical) = shared.literal(low.value) else { return nil }
    add(kind, canonical, start, first.end)
    if kind == .date { lastDate = (LiteralDate(low.value, shared), first.end) }
    let number = number(at: next, currency: currency)
    return number ?? next
  }

  /// Where the second number of a range begins, if a range sign stands at `i`.
  func rangeSign(at i: Int) -> Int? {
    var at = text.afterSpaces(i)
    let spaced = at > i
    switch text[at] {
    case "-", "–", "—", "~", "～", "−", "至", "到":
      at += 1
      if text[at] == "—" || text[at] == "-" { at += 1 }
    default:
      guard spaced, let end = text.end(of: "to", at: at) else { return nil }
      at = end
    }
    return text.afterSpaces(at)
  }

  /// The unit of the second number, where it can be the first one's too.
  private func sharedUnit(_ first: Numeral, _ second: Numeral, currency: String?) -> LiteralUnit? {
    if currency == nil {
      if text[second.end] == "月", text[second.end + 1] != "龄",
        let month = first.value.whole, (1...12).contains(month)
      {
        return .month
      }
      if text[second.end] == "年", second.length == 4, first.length == 4 { return .year }
      if isClockWord(at: second.end, after: second, saidBefore: false) { return .clock }
    }
    guard let (unit, _) = unit(of: second, currency: currency), unit != .measure else {
      return first.needsUnit && MeasureWords.follow(text, at: second.end, numeralAt: second.start)
        ? .measure : nil
    }
    if unit == .duration(.day), text[first.start - 1] == "月" { return .dayOfMonth }
    return unit
  }
}
