import CityText

extension ReportReading {
  /// The literals of a text, read only in sentences that hold a numeral: half of a message holds none.
  static func literals(of text: [UInt8]) -> [Literal] {
    var literals: [Literal] = []
    var start = 0
    var hasNumeral = false
    var at = 0
    while at <= text.count {
      if at == text.count || isBorder(text, at) {
        if hasNumeral { literals += LiteralScanner.scan(text, in: start..<at) }
        hasNumeral = false
        start = at
        if at == text.count { break }
      }
      let byte = text[at]
      if byte < 0xE3 {
        // English writes “ten days” in letters.
        if byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 { hasNumeral = true }
        at += 1
      } else {
        if !hasNumeral, isNumeral(text, at) { hasNumeral = true }
        at += byte < 0xF0 ? 3 : 4
      }
      at = min(at, text.count)
    }
    return literals
  }

  /// 。！？； and the line feed: no literal goes on over them.
  private static func isBorder(_ text: [UInt8], _ at: Int) -> Bool {
    if text[at] == 0x0A { return true }
    guard at + 2 < text.count else { return false }
    if text[at] == 0xE3 { return text[at + 1] == 0x80 && text[at + 2] == 0x82 }
    return text[at] == 0xEF && text[at + 1] == 0xBC && [0x81, 0x9B, 0x9F].contains(text[at + 2])
  }

  /// Whether a full-width digit or a Chinese numeral stands there; 一 and 半 count only before a unit.
  private static func isNumeral(_ text: [UInt8], _ at: Int) -> Bool {
    guard at + 2 < text.count else { return false }
    let scalar = scalar(text, at)
    switch scalar {
    case 0xFF10...0xFF19: return true
    case 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343,
      0x4E07, 0x842C, 0x4E24, 0x5169, 0x3007, 0x96F6:  // 二三四五六七八九十百千万萬两兩〇零
      return true
    case 0x4E00, 0x534A:  // 一 半
      guard at + 5 < text.count else { return false }
      return units.contains(self.scalar(text, at + 3))
    default: return false
    }
  }

  private static func scalar(_ text: [UInt8], _ at: Int) -> UInt32 {
    UInt32(text[at] & 0x0F) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
  }

  private static let units: Set<UInt32> = Set(
    "个個天年月周週小点點户戶人名位日号號星礼禮刻多家口分季百千万萬十二三四五六七八九零〇".unicodeScalars.map(\.value))
}
