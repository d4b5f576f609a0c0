/// A number in Chinese numerals, plain or financial, by units (三百五十) or by digits (二〇二三).
struct ChineseNumber {
  var value: UInt64
  var end: Int

  /// The number that begins at `i`; nil where none does, or where it stands for “about” (三五, 十几).
  init?(_ text: LiteralText, at i: Int) {
    guard Self.begins(text[i]) else { return nil }
    let before = text[i - 1]
    // 几十, 数百, 好几千 and the like name no number; 百分之… and 第… are read by their first character.
    if before == "几" || before == "数" || Self.begins(before) || Self.unit(before) != nil {
      return nil
    }
    let run = Self.digits(text, at: i)
    if let run, run.end - i >= 2 {
      // Two or three digits in a row are “two or three”, unless a zero stands among them.
      let isPlain = (i..<run.end).contains { Self.digit(text[$0]) == 0 } || run.end - i >= 4
      guard isPlain, Self.unit(text[run.end]) == nil else { return nil }
      value = run.value
      end = run.end
      return
    }
    guard let whole = Self.byUnits(text, at: i) else { return nil }
    value = whole.value
    end = whole.end
    if text[end] == "几" || text[end] == "数" || text[end] == "来" { return nil }
    // A financial numeral alone is a common character: 登陆, 伍.
    if end - i == 1, Self.isFinancial(text[i]) { return nil }
  }

  /// A run of digits without units.
  static func digits(_ text: LiteralText, at i: Int) -> (value: UInt64, end: Int)? {
    var value: UInt64 = 0
    var end = i
    while end - i < 18, let digit = digit(text[end]), text[end] != "两" {
      value = value * 10 + digit
      end += 1
    }
    return end > i ? (value, end) : nil
  }

  private static func byUnits(_ text: LiteralText, at i: Int) -> (value: UInt64, end: Int)? {
    var total: UInt64 = 0
    var section: UInt64 = 0
    var pending: UInt64?
    var lastUnit: UInt64 = 10_000
    var sawZero = false
    var at = i
    if digit(text[i]) == 0 { return digit(text[i + 1]) == nil ? (0, i + 1) : nil }
    while at - i < 24 {
      let scalar = text[at]
      if let digit = digit(scalar) {
        guard pending == nil else { return nil }
        if digit == 0 {
          // 一百零五: only between parts.
          guard self.digit(text[at + 1]) != nil || text[at + 1] == "十" else { break }
          sawZero = true
        } else {
          pending = digit
        }
      } else if let unit = unit(scalar), unit < 10_000 {
        guard unit < lastUnit else { break }
        if pending == nil {
          guard unit == 10, section == 0 || sawZero || lastUnit == 100 else { break }
          pending = 1
        }
        section += (pending ?? 0) * unit
        pending = nil
        lastUnit = unit
        sawZero = false
      } else if let unit = unit(scalar) {
        let part = section + (pending ?? 0)
        guard part > 0 || total > 0, total < 1 << 32, part < 1 << 32 else { break }
        total = unit == 100_000_000 ? (total + part) * unit : total + part * unit
        section = 0
        pending = nil
        lastUnit = 10_000
        sawZero = false
      } else {
        break
      }
      at += 1
    }
    guard at > i else { return nil }
    if let digit = pending {
      // 两万五 is 25,000, 三百五 is 350; 十五 and 三百零五 say what they mean.
      let before = unit(text[at - 2]) ?? 1
      section += sawZero || before < 100 ? digit : digit * before / 10
    }
    return (total + section, at)
  }

  /// Whether a number can begin with the character: a digit or 十.
  static func begins(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || scalar == "十" || scalar == "拾"
  }

  static func digit(_ scalar: Unicode.Scalar) -> UInt64? {
    switch scalar {
    case "零", "〇", "○": 0
    case "一", "壹": 1
    case "二", "两", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  static func unit(_ scalar: Unicode.Scalar) -> UInt64? {
    switch scalar {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1000
    case "万": 10_000
    case "亿": 100_000_000
    default: nil
    }
  }

  private static func isFinancial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "○": true
    default: false
    }
  }
}
