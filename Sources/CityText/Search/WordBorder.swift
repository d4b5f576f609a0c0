/// Where words of alphabets begin and end; CJK text has no such borders.
enum WordBorder {
  /// Whether a phrase may begin or end at `offset`: letters of an alphabet do not stand on both sides.
  static func isBorder(_ text: [UInt8], at offset: Int) -> Bool {
    guard offset > 0, offset < text.count else { return true }
    return !(isLetter(text, at: offset) && isLetter(text, before: offset))
  }

  private static func isLetter(_ text: [UInt8], before offset: Int) -> Bool {
    var start = offset - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return isLetter(text, at: start)
  }

  /// ASCII letters and digits, and U+00C0…U+052F: Latin, Greek, Cyrillic.
  private static func isLetter(_ text: [UInt8], at offset: Int) -> Bool {
    switch text[offset] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0xC3...0xD4: true
    default: false
    }
  }
}
