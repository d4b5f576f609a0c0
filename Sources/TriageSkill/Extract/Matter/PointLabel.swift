/// The label of a point in a list: `一、`, `1.`, `（2）`, `③`, `第四，`, `Firstly,`.
struct PointLabel: Equatable {
  /// How it is written; the points of one list are written alike.
  enum Style: Equatable { case digit, bracketed, chinese, bracketedChinese, circled, ordinal, word }
  var style: Style
  var number: Int
  /// Where the label and its mark end.
  var end: Int

  /// Reads the label at `place`; nil where none begins there.
  init?(_ text: [UInt8], at place: Int) {
    guard place < text.count else { return nil }
    var at = place
    if text[at] == 0xE2, at + 2 < text.count, text[at + 1] == 0x91,
      (0xA0...0xB3).contains(text[at + 2])
    {
      self.init(style: .circled, number: Int(text[at + 2]) - 0x9F, end: at + 3)
      return
    }
    let isOpen = Self.has("(", text, at) ?? Self.has("（", text, at)
    if let end = isOpen { at = end }
    let isOrdinal = isOpen == nil ? Self.has("第", text, at) ?? Self.has("其", text, at) : nil
    if let end = isOrdinal { at = end }
    if let (number, end) = Self.digits(text, at), isOrdinal == nil {
      if isOpen != nil {
        guard let end = Self.mark([")", "）"], text, end) else { return nil }
        self.init(style: .bracketed, number: number, end: end)
        return
      }
      guard let marked = Self.mark(["、", ".", "．", "。", ")", "）", ":", "："], text, end),
        !Self.isDigit(text, marked)
      else { return nil }
      self.init(style: .digit, number: number, end: marked)
      return
    }
    guard let (number, end) = Self.chinese(text, at) else { return nil }
    if isOpen != nil {
      guard let end = Self.mark([")", "）"], text, end) else { return nil }
      self.init(style: .bracketedChinese, number: number, end: end)
    } else if isOrdinal != nil {
      guard
        let end = Self.mark(
          ["，", ",", "、", "：", ":", "个问题", "点，", "点、", "点：", "件事", "是", "个是", "点是"], text, end)
      else { return nil }
      self.init(style: .ordinal, number: number, end: end)
    } else {
      guard let end = Self.mark(["、", ".", "．", "是", "，", ",", "：", ":"], text, end) else {
        return nil
      }
      self.init(style: .chinese, number: number, end: end)
    }
  }

  init(style: Style, number: Int, end: Int) {
    self.style = style
    self.number = number
    self.end = end
  }

  private static func has(_ word: String, _ text: [UInt8], _ at: Int) -> Int? {
    let end = at + word.utf8.count
    guard end <= text.count, text[at..<end].elementsEqual(word.utf8) else { return nil }
    return end
  }

  private static func mark(_ marks: [String], _ text: [UInt8], _ at: Int) -> Int? {
    for mark in marks {
      if let end = has(mark, text, at) { return end }
    }
    return nil
  }

  private static func isDigit(_ text: [UInt8], _ at: Int) -> Bool {
    at < text.count && text[at] &- 0x30 < 10
  }

  /// One or two digits, plain or full-width.
  private static func digits(_ text: [UInt8], _ place: Int) -> (Int, Int)? {
    var at = place
    var number = 0
    var count = 0
    while count < 3, at < text.count {
      if text[at] &- 0x30 < 10 {
        number = number * 10 + Int(text[at] - 0x30)
        at += 1
      } else if text[at] == 0xEF, at + 2 < text.count, text[at + 1] == 0xBC,
        (0x90...0x99).contains(text[at + 2])
      {
        number = number * 10 + Int(text[at + 2]) - 0x90
        at += 3
      } else {
        break
      }
      count += 1
    }
    return (1...2).contains(count) ? (number, at) : nil
  }

  private static let numerals: [String] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
  ]

  private static func chinese(_ text: [UInt8], _ at: Int) -> (Int, Int)? {
    for (i, numeral) in numerals.enumerated() {
      if let end = has(numeral, text, at) { return (i + 1, end) }
    }
    return nil
  }
}
