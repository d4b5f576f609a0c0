extension LiteralReader {
  /// A phone number without hyphens: 12345, a mobile number, digits after 电话.
  func phone(_ at: Int, _ end: Int) -> Reading? {
    let length = end - at
    guard length >= 3, length <= 12, !(self[end] &- 0x61 < 26) else { return nil }
    func made() -> Reading {
      Reading(kind: .phone, canonical: string(at..<end), start: at, end: end)
    }
    if length == 11, self[at] == 0x31, self[at + 1] >= 0x33 { return made() }
    if length == 5, self[at] == 0x31, self[at + 1] == 0x32, !isCounted(at, end) { return made() }
    if length >= 10, self[at] == 0x30 { return made() }
    guard length >= 7 || length >= 5 && (self[at] == 0x31 || self[at] == 0x39) || length == 3,
      length != 3 || self[at] == 0x31, !isCounted(at, end), isAnnounced(at)
    else { return nil }
    return made()
  }

  /// Whether the digits count something, or are round: 12000, 12345份.
  private func isCounted(_ at: Int, _ end: Int) -> Bool {
    if self[end - 1] == 0x30, self[end - 2] == 0x30, self[end - 3] == 0x30 { return true }
    let next = self[end]
    if LiteralUnits.measures.contains(next) || next == 0x4F59 || next == 0x591A { return true }
    return quantity(at).map { $0.end > end || measured($0) != nil } ?? false
  }

  /// 0755 12345678, 0755 - 12345.
  func spacedPhone(_ at: Int, _ area: Int) -> Reading? {
    var start = skipSpace(area)
    if Self.isDash(self[start]) { start = skipSpace(start + 1) }
    guard start > area else { return nil }
    let end = digitsEnd(start)
    guard (7...8).contains(end - start) || (start > area + 1 && end - start == 5) else {
      return nil
    }
    return Reading(
      kind: .phone, canonical: string(at..<area) + "-" + string(start..<end), start: at, end: end)
  }

  /// +86-755-12345: the domestic form with its 0; other countries as written.
  func countryCode(_ at: Int) -> Reading? {
    var end = digitsEnd(at + 1)
    guard end > at + 1, end - at <= 4 else { return nil }
    let isChina = end == at + 3 && self[at + 1] == 0x38 && self[at + 2] == 0x36
    var groups: [Range<Int>] = []
    let country = end
    while groups.count < 4 {
      var start = end
      if self[start] == 0x20 || Self.isDash(self[start]) { start += 1 }
      let open = self[start] == 0x28
      if open { start += 1 }
      let past = digitsEnd(start)
      guard past > start, past - start <= 11 else { break }
      groups.append(start..<past)
      end = open && self[past] == 0x29 ? past + 1 : past
    }
    guard let last = groups.last, groups.reduce(0, { $0 + $1.count }) >= 5 else { return nil }
    var canonical = groups.map(string).joined(separator: "-")
    if !isChina {
      canonical = "+" + string(at + 1..<country) + "-" + canonical
    } else if self[groups[0].lowerBound] == 0x31, groups[0].count != 2 {
      canonical = groups.map(string).joined()
    } else if self[groups[0].lowerBound] != 0x30, groups.count > 1 {
      canonical = "0" + canonical
    }
    return Reading(kind: .phone, canonical: canonical, start: at, end: max(end, last.upperBound))
  }

  private static let announcing = LiteralWords.list(
    "电话 热线 拨打 致电 手机 传真 call hotline phone dial tel")

  /// Whether 电话, “call” … stand shortly before, in the same sentence.
  private func isAnnounced(_ at: Int) -> Bool {
    var place = at - 1
    while place >= 0, place > at - 16, self[place] != 0x3002, self[place] != 0x0A {
      for word in Self.announcing where has(word, at: place) { return true }
      place -= 1
    }
    return false
  }
}
