extension LiteralReader {
  /// What begins with an ASCII digit.
  func digits(_ at: Int, floor: Int) -> Reading? {
    // Within a token of letters (A4, G20) only the bare number counts.
    let inToken = self[at - 1] &- 0x61 < 26
    if inToken { return plain(at) }
    if let reading = carriedReading(at) { return reading }
    return longest(
      address(at), code(at, floor: floor), date(at), clock(at, floor: floor), englishDay(at),
      fraction(at), number(at), token(at))
  }

  /// What begins with a Chinese numeral.
  func hanDigits(_ at: Int, floor: Int) -> Reading? {
    // 百分之五, 千分之三, 万分之一: the part before 分 is no number of its own.
    if self[at + 1] == 0x5206, self[at + 2] == 0x4E4B, let power = HanNumeral.power(self[at]),
      power > 1, let share = quantity(at + 3)
    {
      return Reading(
        kind: .percent, canonical: share.value.shifted(by: 2 - power).text, start: at,
        end: share.end)
    }
    // 统一项目, 任意一个, 周一, 初二: the numeral belongs to the word before it.
    if LiteralUnits.binding.contains(self[at - 1]) { return nil }
    if let reading = carriedReading(at) { return reading }
    return longest(date(at), clock(at, floor: floor), fraction(at), number(at))
  }

  /// 三分之二 as `2/3`.
  private func fraction(_ at: Int) -> Reading? {
    guard let below = quantity(at), below.value.isWhole, self[below.end] == 0x5206,
      self[below.end + 1] == 0x4E4B, let above = quantity(below.end + 2), above.value.isWhole
    else { return nil }
    return Reading(
      kind: .number, canonical: above.value.text + "/" + below.value.text, start: at,
      end: above.end)
  }

  /// A number with its unit, with that of the other end of its span, or bare.
  func number(_ at: Int) -> Reading? {
    guard let quantity = quantity(at) else { return nil }
    return measured(quantity) ?? spanned(quantity) ?? bare(quantity)
  }

  private func bare(_ quantity: Quantity) -> Reading? {
    if quantity.script == .han {
      if quantity.length == 1 {
        let next = self[quantity.end]
        guard LiteralUnits.measures.contains(next) else { return nil }
        // 一次性, 一件事, 一本通, 一人一档
        if quantity.value.small == 1, next == 0x6B21 || next == 0x4EF6 || next == 0x672C,
          [0x6027, 0x4E8B, 0x901A, 0x529E].contains(self[quantity.end + 1])
        {
          return nil
        }
      }
      // The number of a heading: 十二、 or （十一）.
      let before = self[quantity.start - 1]
      let next = self[quantity.end]
      if next == 0x3001 && (before == 0 || before == 0x0A) || before == 0x28 && next == 0x29 {
        return nil
      }
    }
    return Reading(
      kind: .number, canonical: quantity.value.text, start: quantity.start, end: quantity.end)
  }

  private func plain(_ at: Int) -> Reading? {
    quantity(at).map {
      Reading(kind: .number, canonical: $0.value.text, start: at, end: $0.end)
    }
  }

  /// The first end of a span, which has the unit of the second: 3至5个工作日, 10-20万元, 9-11时.
  private func spanned(_ first: Quantity) -> Reading? {
    guard first.magnitude == 0, let next = connector(first.end), let second = quantity(next)
    else { return nil }
    func made(_ reading: Reading) -> Reading {
      var reading = reading
      reading.end = first.end
      return reading
    }
    if let date = date(next), date.end > second.end {
      if date.canonical.utf8.count == 4, first.length == 4, first.value.wholeDigits == 4 {
        return made(
          Reading(kind: .date, canonical: first.value.text, start: first.start, end: first.end))
      }
      return nil
    }
    if let value = first.value.small, value < 24, clock(next, floor: next) != nil,
      !isDigit(second.end + 1)
    {
      let canonical = Self.two(afternoon(value, before: first.start)) + ":00"
      return made(
        Reading(kind: .clock, canonical: canonical, start: first.start, end: first.end))
    }
    var shifted = first
    shifted.value = first.value.shifted(by: second.magnitude)
    if let unit = measured(second) {
      guard unit.kind != .number else { return nil }
      // Read with the second's unit: only the number differs.
      let rest = String(unit.canonical.drop { $0 != " " })
      switch unit.kind {
      case .percent:
        return made(
          Reading(
            kind: .percent, canonical: shifted.value.text + rest, start: first.start, end: 0))
      case .money:
        let currency = String(unit.canonical.prefix { $0 != " " })
        return made(
          Reading(
            kind: .money, canonical: currency + " " + shifted.value.text, start: first.start,
            end: 0))
      case .duration:
        guard second.value.isWhole || !rest.hasSuffix("minute") && !rest.hasSuffix("month") else {
          return nil
        }
        return made(
          Reading(
            kind: .duration, canonical: Self.duration(shifted.value, String(rest.dropFirst())),
            start: first.start, end: 0))
      default: return nil
      }
    }
    guard second.magnitude > 0, first.script == .arabic else { return nil }
    return made(
      Reading(kind: .number, canonical: shifted.value.text, start: first.start, end: 0))
  }

  /// -3.5%, where the sign cannot be a hyphen.
  func negative(_ at: Int, floor: Int) -> Reading? {
    switch self[at - 1] {
    case 0, 0x0A, 0x20, 0x28, 0x3A, 0x2C: break
    default: return nil
    }
    guard isDigit(at + 1), var reading = digits(at + 1, floor: floor), reading.start == at + 1,
      reading.kind == .percent || reading.kind == .number
    else { return nil }
    reading.start = at
    reading.canonical = "-" + reading.canonical
    return reading
  }

  /// 半小时, 半年, 半天.
  func half(_ at: Int) -> Reading? {
    let start = self[at + 1] == 0x4E2A ? at + 2 : at + 1
    let zeroFive = DecimalText([0, 5], fraction: 1)
    for (word, unit) in LiteralUnits.halves where has(word, at: start) {
      return Reading(
        kind: .duration, canonical: Self.duration(zeroFive, unit), start: at,
        end: start + word.count)
    }
    return nil
  }
}
