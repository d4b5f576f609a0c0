extension LiteralReader {
  /// What may follow a number.
  enum Unit {
    case percent, point, perMille
    case money(String)
    case duration(String)
    /// 个半小时: the number and a half.
    case andHalf(String)
    /// Looks like a unit and is none: 年级, 元素.
    case none
  }

  /// The number with the unit after it; nil where no unit stands there.
  func measured(_ quantity: Quantity) -> Reading? {
    var places = [quantity.end]
    if self[quantity.end] == 0x20 { places.append(quantity.end + 1) }
    if let past = bracketedCopy(quantity.end) { places.append(past) }
    for place in places {
      guard let (unit, end) = hanUnit(place) ?? englishUnit(place, after: quantity) else {
        continue
      }
      return reading(quantity, unit, end)
    }
    // 100多元, 20余天.
    if quantity.script == .arabic, self[quantity.end] == 0x591A || self[quantity.end] == 0x4F59,
      let (unit, end) = hanUnit(quantity.end + 1)
    {
      return reading(quantity, unit, end)
    }
    return nil
  }

  private func reading(_ quantity: Quantity, _ unit: Unit, _ end: Int) -> Reading? {
    let value = quantity.value
    func made(_ kind: Literal.Kind, _ canonical: String) -> Reading {
      Reading(kind: kind, canonical: canonical, start: quantity.start, end: end)
    }
    switch unit {
    case .none: return nil
    case .percent: return made(.percent, value.text)
    case .perMille: return made(.percent, value.shifted(by: -1).text)
    case .point: return made(.percent, value.text + " point")
    case .money(let currency):
      // 一块 is “together”.
      if quantity.script == .han, quantity.length == 1, self[end - 1] == 0x5757 { return nil }
      var reading = made(.money, currency + " " + value.text)
      if currency == "CNY" { reading.start = yuanPrefix(quantity.start) ?? reading.start }
      return reading
    case .duration(let unit):
      // 每月15日 names a day, it does not last.
      let before = self[quantity.start - 1] == 0x20 ? quantity.start - 2 : quantity.start - 1
      if self[before] == 0x6708, self[end - 1] == 0x65E5, unit == "day" { return nil }
      return made(.duration, Self.duration(value, unit))
    case .andHalf(let unit):
      let half = DecimalText([0, 5], fraction: 1)
      return made(.duration, Self.duration(value.plus(half), unit))
    }
  }

  /// Fractions of hours and years become minutes and months where these come out whole.
  static func duration(_ value: DecimalText, _ unit: String) -> String {
    if !value.isWhole,
      let (factor, smaller) = ["hour": (60, "minute"), "year": (12, "month")][unit],
      value.times(factor).isWhole
    {
      return value.times(factor).text + " " + smaller
    }
    return value.text + " " + unit
  }

  /// The start of 人民币 before an amount in yuan.
  private func yuanPrefix(_ at: Int) -> Int? {
    let before = self[at - 1] == 0x20 ? at - 1 : at
    return has([0x4EBA, 0x6C11, 0x5E01], at: before - 3) ? before - 3 : nil
  }

  /// Past `(three)` or `（三）` after a number.
  private func bracketedCopy(_ at: Int) -> Int? {
    let open = skipSpace(at)
    guard self[open] == 0x28 else { return nil }
    var end = open + 1
    while end < open + 10, self[end] &- 0x61 < 26 || isDigit(end) || HanNumeral.isNumeral(self[end])
    {
      end += 1
    }
    return end > open + 1 && self[end] == 0x29 ? skipSpace(end + 1) : nil
  }

  private func hanUnit(_ at: Int) -> (Unit, Int)? {
    if self[at] == 0x25 { return (.percent, at + 1) }
    if self[at] == 0x2030 { return (.perMille, at + 1) }
    guard let units = LiteralUnits.table[self[at]] else { return nil }
    for (word, unit) in units where has(word, at: at) { return (unit, at + word.count) }
    return nil
  }

  /// `working days`, `per cent`, `yuan`; a hyphen may join (`30-day`).
  private func englishUnit(_ at: Int, after quantity: Quantity) -> (Unit, Int)? {
    let start = at == quantity.end && self[at] == 0x2D ? at + 1 : at
    let end = lettersEnd(start)
    guard let role = LiteralWords.role(self, start, end), !isDigit(end) else { return nil }
    switch role {
    case .unit(let unit): return (.duration(unit), end)
    case .currency(let code): return (.money(code), end)
    case .working, .plain:
      let next = self[end] == 0x20 || self[end] == 0x2D ? end + 1 : end
      let past = lettersEnd(next)
      guard case .unit("day")? = LiteralWords.role(self, next, past) else { return nil }
      if case .working = role { return (.duration("workday"), past) }
      return (.duration("day"), past)
    case .percent:
      // percent, per cent, percentage point(s)
      let next = skipSpace(end)
      let past = lettersEnd(next)
      if end - start == 3, self[start] == 0x70, self[start + 1] == 0x65 {
        return LiteralUnits.cent.contains { has($0, at: next) && past == next + $0.count }
          ? (.percent, past) : nil
      }
      let isPoint = LiteralUnits.points.contains { has($0, at: next) && past == next + $0.count }
      if isPoint { return (.point, past) }
      return end - start == 10 ? nil : (.percent, end)
    case .dollar(let code):
      let next = skipSpace(end)
      return LiteralUnits.dollars.contains { has($0, at: next) }
        ? (.money(code), lettersEnd(next)) : nil
    default: return nil
    }
  }
}
