extension LiteralReader {
  /// Runs of digits that are written as one: dates, phones, codes.
  func code(_ at: Int, floor: Int) -> Reading? {
    let first = digitsEnd(at)
    switch self[first] {
    case 0x2E where isDigit(first + 1): return dotted(at)
    case 0x2F where isDigit(first + 1): return slashed(at)
    case let scalar where Self.isDash(scalar) && isDigit(first + 1): return hyphened(at)
    default: break
    }
    if self[at] == 0x30, first - at >= 3, first - at <= 4, let phone = spacedPhone(at, first) {
      return phone
    }
    return phone(at, first)
  }

  private func groups(_ at: Int, _ isSeparator: (UInt32) -> Bool) -> [Range<Int>] {
    var groups = [at..<digitsEnd(at)]
    while let end = groups.last?.upperBound, isSeparator(self[end]), isDigit(end + 1) {
      groups.append(end + 1..<digitsEnd(end + 1))
    }
    return groups
  }

  private func value(_ group: Range<Int>) -> Int {
    group.prefix(9).reduce(0) { $0 * 10 + Int(self[$1] - 0x30) }
  }

  private func calendarDate(_ groups: [Range<Int>]) -> Reading? {
    guard groups.count == 3, groups[0].count == 4, groups[1].count <= 2, groups[2].count <= 2,
      (1...12).contains(value(groups[1])), (1...31).contains(value(groups[2])),
      (1000..<3000).contains(value(groups[0]))
    else { return nil }
    let canonical =
      string(groups[0]) + "-" + Self.two(value(groups[1])) + "-" + Self.two(value(groups[2]))
    return Reading(
      kind: .date, canonical: canonical, start: groups[0].lowerBound, end: groups[2].upperBound)
  }

  /// 2025.5.10; 1.2.3 is a code, 1.2 a number.
  private func dotted(_ at: Int) -> Reading? {
    let groups = groups(at) { $0 == 0x2E }
    guard groups.count > 2 else { return nil }
    return calendarDate(groups) ?? identifier(groups, ".")
  }

  private func slashed(_ at: Int) -> Reading? { calendarDate(groups(at) { $0 == 0x2F }) }

  private func hyphened(_ at: Int) -> Reading? {
    let groups = groups(at, Self.isDash)
    if let date = calendarDate(groups) { return date }
    let lengths = groups.map(\.count)
    func joined() -> Reading {
      Reading(
        kind: .phone, canonical: groups.map(string).joined(separator: "-"), start: at,
        end: groups[groups.count - 1].upperBound)
    }
    let head = value(groups[0])
    let isArea = self[at] == 0x30 && (3...4).contains(lengths[0])
    if isArea, groups.count <= 3, (5...8).contains(lengths[1]) { return joined() }
    if lengths[0] == 3, head == 400 || head == 800, groups.count <= 3,
      lengths.dropFirst().reduce(0, +) == 7
    {
      return joined()
    }
    if lengths == [3, 4, 4], self[at] == 0x31 { return joined() }
    if groups.count == 2, (7...8).contains(lengths[0]), lengths[1] <= 6 { return joined() }
    // 2025-05, but not the span 2019—12.
    if groups.count == 2, lengths == [4, 2], self[groups[0].upperBound] == 0x2D,
      (1900..<2200).contains(head), (1...12).contains(value(groups[1])),
      !HanNumeral.isNumeral(self[groups[1].upperBound]), self[groups[1].upperBound] != 0x5E74
    {
      return Reading(
        kind: .date, canonical: string(groups[0]) + "-" + string(groups[1]), start: at,
        end: groups[1].upperBound)
    }
    return groups.count > 2 ? identifier(groups, "-") : nil
  }

  private func identifier(_ groups: [Range<Int>], _ separator: String) -> Reading {
    Reading(
      kind: .identifier, canonical: groups.map(string).joined(separator: separator),
      start: groups[0].lowerBound, end: groups[groups.count - 1].upperBound)
  }

  /// 深民规〔2019〕2号, or an area code in brackets.
  func bracket(_ at: Int, floor: Int) -> Reading? {
    let digits = digitsEnd(at + 1)
    let close = self[digits]
    guard digits > at + 1, [0x29, 0x5D, 0x3011, 0x3015, 0xFE5E].contains(close) else { return nil }
    let next = skipSpace(digits + 1)
    if self[at + 1] == 0x30, (4...5).contains(digits - at) {
      let end = digitsEnd(next)
      guard (5...8).contains(end - next) else { return nil }
      return Reading(
        kind: .phone, canonical: string(at + 1..<digits) + "-" + string(next..<end), start: at,
        end: end)
    }
    guard digits - at == 5 else { return nil }
    let ordinal = self[next] == 0x7B2C ? next + 1 : next
    let end = digitsEnd(ordinal)
    let sign = skipSpace(end)
    guard end > ordinal, end - ordinal <= 6, self[sign] == 0x53F7 else { return nil }
    var start = at
    while start > floor, start > at - 9, isIssuer(self[start - 1]) { start -= 1 }
    guard start < at else { return nil }
    let canonical =
      string(start..<at) + "〔" + string(at + 1..<digits) + "〕" + string(ordinal..<end) + "号"
    return Reading(kind: .identifier, canonical: canonical, start: start, end: sign + 1)
  }

  /// A character of the issuer's short name: Han, but for words that lead up to it.
  private func isIssuer(_ scalar: UInt32) -> Bool {
    scalar >= 0x3400 && scalar < 0xA000 && !Self.leading.contains(scalar)
  }

  private static let leading = Set("据照按见于和及与的是由以行布了号令为依即".unicodeScalars.map(\.value))

  /// 第三十三条 as `第33条`; other ordinals are no literals.
  func article(_ at: Int) -> Reading? {
    guard let quantity = quantity(at + 1), quantity.value.isWhole else { return nil }
    var end = quantity.end
    if self[end] == 0x6761 {
      end += 1
    } else {
      // The first end of 第17-20条.
      guard let next = connector(end), let last = self.quantity(next), self[last.end] == 0x6761
      else { return nil }
    }
    return Reading(
      kind: .identifier, canonical: "第" + quantity.value.text + "条", start: at, end: end,
      shared: .article)
  }

  /// A code of letters and digits: 11440300MB2D.
  func token(_ at: Int) -> Reading? {
    var end = at
    var digits = 0
    var turns = 0
    while end < at + 64, isDigit(end) || self[end] &- 0x61 < 26 {
      if isDigit(end) {
        digits += 1
        if end > at, !isDigit(end - 1) { turns += 1 }
      }
      end += 1
    }
    // An identity card may end in X.
    let isCard = end - at == 18 && digits == 17
    guard end - at >= 6, digits >= 2, turns > 0 || isCard else { return nil }
    return Reading(
      kind: .identifier, canonical: string(at..<end).uppercased(), start: at, end: end)
  }
}
