extension LiteralReader {
  /// What begins with a letter: addresses, months, number words, currencies, articles.
  func word(_ at: Int) -> Reading? {
    if self[at - 1] &- 0x61 < 26 || isDigit(at - 1) { return nil }
    let end = lettersEnd(at)
    switch self[end] {
    case 0x2E, 0x3A, 0x40, 0x2D, 0x5F, 0x30...0x39:
      if let address = address(at) { return address }
    default: break
    }
    switch LiteralWords.role(self, at, end) {
    case .number(let value):
      let quantity = Quantity(
        value: DecimalText(value), start: at, end: end, script: .english, length: end - at)
      return measured(quantity) ?? spannedWord(quantity)
    case .month(let month): return englishMonth(at, end, month)
    case .currency(let code): return money(end, code, from: at)
    case .dollar(let code): return self[end] == 0x24 ? money(end + 1, code, from: at) : nil
    case .half: return englishHalf(at, end)
    case .article:
      let past = self[end] == 0x2E ? end + 1 : end
      guard self[past] == 0x20, isDigit(past + 1), let number = quantity(past + 1),
        number.value.isWhole, number.magnitude == 0
      else { return nil }
      return Reading(
        kind: .identifier, canonical: "第" + number.value.text + "条", start: at, end: number.end,
        shared: .article)
    default: break
    }
    return isDigit(end) ? token(at) : nil
  }

  /// `three to five working days`: the first end.
  private func spannedWord(_ first: Quantity) -> Reading? {
    guard let next = connector(first.end) else { return nil }
    let second: Quantity
    if case .number(let value)? = LiteralWords.role(self, next, lettersEnd(next)) {
      second = Quantity(
        value: DecimalText(value), start: next, end: lettersEnd(next), script: .english, length: 1)
    } else if let number = quantity(next) {
      second = number
    } else {
      return nil
    }
    guard var unit = measured(second), unit.kind == .duration, second.value.isWhole,
      let name = unit.canonical.split(separator: " ").last
    else { return nil }
    unit.canonical = first.value.text + " " + name
    unit.start = first.start
    unit.end = first.end
    return unit
  }

  /// ¥3,600, $20, €5.
  func symbol(_ at: Int) -> Reading? {
    let code =
      switch self[at] {
      case 0x24: "USD"
      case 0xA3: "GBP"
      case 0x20AC: "EUR"
      default: "CNY"
      }
    return money(at + 1, code, from: at)
  }

  private func money(_ at: Int, _ code: String, from start: Int) -> Reading? {
    var place = skipSpace(at)
    if self[place] == 0xA5 || self[place] == 0xFFE5 || self[place] == 0x24 {
      place = skipSpace(place + 1)
    }
    guard isDigit(place), let amount = quantity(place) else { return nil }
    var end = amount.end
    // RMB 20元, ¥20 yuan: the unit says it again.
    if let again = measured(amount), again.kind == .money { end = again.end }
    return Reading(
      kind: .money, canonical: code + " " + amount.value.text, start: start, end: end,
      shared: .currency(code))
  }

  /// `half an hour`, `half a year`, `half-day`.
  private func englishHalf(_ at: Int, _ end: Int) -> Reading? {
    guard self[end] == 0x20 || self[end] == 0x2D else { return nil }
    var start = end + 1
    if self[start] == 0x61, self[start + 1] == 0x20 {
      start += 2
    } else if has([0x61, 0x6E, 0x20], at: start) {
      start += 3
    }
    let past = lettersEnd(start)
    guard case .unit(let unit)? = LiteralWords.role(self, start, past) else { return nil }
    return Reading(
      kind: .duration, canonical: Self.duration(DecimalText([0, 5], fraction: 1), unit), start: at,
      end: past)
  }

  /// A web or mail address: with a scheme, with two dots in its host, or with a path.
  func address(_ at: Int) -> Reading? {
    if case .web? = LiteralWords.role(self, at, lettersEnd(at)),
      has([0x3A, 0x2F, 0x2F], at: lettersEnd(at))
    {
      let start = lettersEnd(at) + 3
      let end = pathEnd(start)
      return end > start ? url(at, end) : nil
    }
    // A host ends within the 253 characters of RFC 1035.
    var end = at
    var dots = 0
    var lastDot = at
    var mail = false
    while end < at + 254, isNarrow(end), isHostPart(end) || self[end] == 0x2E || self[end] == 0x40 {
      if self[end] == 0x40 {
        mail = true
        dots = 0
      } else if self[end] == 0x2E {
        guard isHostPart(end + 1), isNarrow(end + 1), end > at, self[end - 1] != 0x2E else { break }
        dots += 1
        lastDot = end
      }
      end += 1
    }
    let top = lettersEnd(lastDot + 1)
    guard dots > 0, top == end, end - lastDot > 2, end < at + 254 else { return nil }
    let hasPath = self[end] == 0x2F && isNarrow(end)
    // e.g.this is no host.
    guard mail || hasPath || dots > 1 && lastDot - at > 3 else { return nil }
    return url(at, hasPath ? pathEnd(end) : end)
  }

  private func url(_ start: Int, _ end: Int) -> Reading {
    Reading(kind: .url, canonical: string(start..<end), start: start, end: end)
  }

  private func isHostPart(_ at: Int) -> Bool {
    self[at] &- 0x61 < 26 || isDigit(at) || self[at] == 0x2D || self[at] == 0x5F
  }

  /// The end of what RFC 3986 allows, without the punctuation of the sentence around.
  private func pathEnd(_ at: Int) -> Int {
    var end = at
    while isNarrow(end), self[end] > 0x20, self[end] < 0x7F {
      switch self[end] {
      case 0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: break
      default:
        end += 1
        continue
      }
      break
    }
    while end > at {
      switch self[end - 1] {
      case 0x21, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: end -= 1
      default: return end
      }
    }
    return end
  }
}
