extension LiteralReader {
  /// A number with its magnitude (万, 亿, million), before any unit.
  struct Quantity {
    enum Script { case arabic, han, english }
    var value: DecimalText
    var start: Int
    var end: Int
    var script: Script
    /// How many scalars the numeral itself has.
    var length: Int
    /// The power of ten of its magnitude, 0 where it has none.
    var magnitude = 0
  }

  /// The number at `at`, in Arabic or Chinese numerals.
  func quantity(_ at: Int) -> Quantity? {
    isDigit(at) ? arabic(at) : HanNumeral.isNumeral(self[at]) ? han(at) : nil
  }

  private func arabic(_ at: Int) -> Quantity? {
    var (digits, end) = groupedDigits(at)
    var fraction = 0
    if self[end] == 0x2E, isDigit(end + 1) {
      let point = end + 1
      end = digitsEnd(point)
      fraction = end - point
      digits += (point..<end).map { UInt8(self[$0] - 0x30) }
    }
    var quantity = Quantity(
      value: DecimalText(digits, fraction: fraction), start: at, end: end, script: .arabic,
      length: end - at)
    guard let (power, past) = magnitude(end) else { return quantity }
    quantity.value = quantity.value.shifted(by: power)
    quantity.end = past
    quantity.magnitude = power
    // 1亿2000万, 3万5千: the rest must be smaller than the magnitude.
    if fraction == 0, isDigit(past), past == end + 1, let rest = arabicRest(past, below: power) {
      quantity.value = quantity.value.plus(rest.value)
      quantity.end = rest.end
    }
    return quantity
  }

  private func arabicRest(_ at: Int, below power: Int) -> Quantity? {
    var (digits, end) = groupedDigits(at)
    // A longer digit run is a number of its own.
    guard digits.count <= power, self[end] != 0x2E else { return nil }
    if let (lower, past) = magnitude(end) {
      guard digits.count + lower <= power else { return nil }
      digits += [UInt8](repeating: 0, count: lower)
      end = past
    } else if self[end] != 0x5143 {
      return nil
    }
    return Quantity(value: DecimalText(digits), start: at, end: end, script: .arabic, length: 0)
  }

  /// Digits with commas between groups of three: 12,000, but not 2023，100.
  private func groupedDigits(_ at: Int) -> ([UInt8], Int) {
    var end = digitsEnd(at)
    var digits = (at..<end).map { UInt8(self[$0] - 0x30) }
    guard end - at <= 3 else { return (digits, end) }
    while self[end] == 0x2C, isNarrow(end), digitsEnd(end + 1) == end + 4 {
      digits += (end + 1..<end + 4).map { UInt8(self[$0] - 0x30) }
      end += 4
    }
    return (digits, end)
  }

  /// The magnitude after an Arabic numeral; 余 and 多 may stand before it.
  private func magnitude(_ at: Int) -> (power: Int, end: Int)? {
    var start = skipSpace(at)
    let isRough = start == at && (self[at] == 0x4F59 || self[at] == 0x591A)
    if isRough { start += 1 }
    if let power = HanNumeral.power(self[start]), power > 1 {
      let next = self[start + 1]
      if power == 4 && next == 0x4EBF { return (12, start + 2) }
      if power < 4, next == 0x4E07 || next == 0x4EBF {
        return (power + (next == 0x4E07 ? 4 : 8), start + 2)
      }
      // 千米, 千克, 千瓦, 百分点, 万分之.
      let isUnit: Bool
      switch next {
      case 0x7C73, 0x514B, 0x74E6, 0x4F0F, 0x5361, 0x5E15, 0x8D6B, 0x5206: isUnit = true
      default: isUnit = false
      }
      return isUnit || start > at && power < 4 && !isRough ? nil : (power, start + 1)
    }
    guard start > at, !isRough else { return nil }
    let end = lettersEnd(start)
    switch LiteralWords.role(self, start, end) {
    case .magnitude(let power): return (power, end)
    default: return nil
    }
  }

  private func han(_ at: Int) -> Quantity? {
    var end = at
    while HanNumeral.isNumeral(self[end]) { end += 1 }
    // 十几, 几十, 数百: no numbers.
    guard self[end] != 0x51E0, self[end] != 0x6570, self[at - 1] != 0x51E0,
      self[at - 1] != 0x6570, end - at <= 20
    else { return nil }
    let scalars = (at..<end).map { self[$0] }
    var value: DecimalText
    if let digits = HanNumeral.sequence(scalars) {
      // 三四 and 三五 are guesses, 一二九 a name; 二〇 and 二〇二三 are numbers.
      let hasZero = digits.contains(0)
      guard digits.count == 1 || digits.count >= 4 || hasZero else { return nil }
      guard digits.count > 1 || digits[0] > 0 else { return decimal(at, end, digits) }
      if let decimal = decimal(at, end, digits) { return decimal }
      value = DecimalText(digits)
    } else if let number = HanNumeral.value(scalars) {
      value = DecimalText(number)
      if let decimal = decimal(at, end, String(number).utf8.map { $0 - 0x30 }) { return decimal }
    } else {
      return nil
    }
    return Quantity(value: value, start: at, end: end, script: .han, length: end - at)
  }

  /// 三点五, 零点二亿; not 三点五十分.
  private func decimal(_ at: Int, _ point: Int, _ whole: [UInt8]) -> Quantity? {
    guard self[point] == 0x70B9 else { return nil }
    var end = point + 1
    var digits = whole
    while end < point + 20, let digit = HanNumeral.digit(self[end]) {
      digits.append(UInt8(digit))
      end += 1
    }
    guard end > point + 1, self[end] != 0x5206, self[end] != 0x523B, self[end] != 0x5341 else {
      return nil
    }
    var quantity = Quantity(
      value: DecimalText(digits, fraction: end - point - 1), start: at, end: end, script: .han,
      length: end - at)
    if let power = HanNumeral.power(self[end]), power >= 4 {
      quantity.value = quantity.value.shifted(by: power)
      quantity.end += 1
    }
    return quantity
  }

  /// A whole number of at most two digits, for days, months and hours.
  func small(_ at: Int) -> (value: Int, end: Int)? {
    if isDigit(at) {
      let end = digitsEnd(at)
      guard end - at <= 2, !(self[end] == 0x2E && isDigit(end + 1)) else { return nil }
      return ((at..<end).reduce(0) { $0 * 10 + Int(self[$1] - 0x30) }, end)
    }
    var end = at
    while HanNumeral.isNumeral(self[end]) { end += 1 }
    guard end > at, end - at <= 3 else { return nil }
    let scalars = (at..<end).map { self[$0] }
    guard let value = HanNumeral.value(scalars), value < 100 else { return nil }
    return (value, end)
  }
}
