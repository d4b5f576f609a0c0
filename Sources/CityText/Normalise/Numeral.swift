/// A number as it stands in a text, before its unit is known.
struct Numeral {
  enum Style { case arabic, chinese, english }

  var value: Quantity
  var style: Style
  /// Where it begins and ends in the ``LiteralText``.
  var start: Int
  var end: Int
  /// Digits or number words it is written with, magnitudes left out.
  var length: Int
  /// Whether it is a number only with a unit or measure word behind it: 三, but not 三十.
  var needsUnit = false
  /// 10^n of a magnitude behind it that a range may share: 1-3万元.
  var magnitude = 0

  /// The numeral that begins at `i`.
  init?(_ text: LiteralText, at i: Int) {
    if text.isDigit(i) {
      self.init(arabic: text, at: i)
    } else if text.isLetter(i) {
      self.init(english: text, at: i)
    } else {
      self.init(chinese: text, at: i)
    }
  }

  /// `1990`, `1,990`, `5.5`, `1.2万`, `20 million`.
  private init?(arabic text: LiteralText, at i: Int) {
    var mantissa: UInt64 = 0
    var count = 0
    func take(_ from: Int, _ to: Int) {
      for k in from..<to {
        mantissa = mantissa &* 10 &+ text.digit(k)
        count += 1
      }
    }
    var end = text.digitsEnd(i)
    // 18 digits are certain to fit; longer ones are codes.
    guard end - i <= 18 else { return nil }
    take(i, end)
    if end - i <= 3 {
      while Self.isThousands(text, comma: end), count <= 15 {
        take(end + 1, end + 4)
        end += 4
      }
    }
    var decimals = 0
    if text[end] == ".", text.isDigit(end + 1) {
      let last = text.digitsEnd(end + 1)
      // 1.2.3 is a code, 2025.5.10 a date: both are read elsewhere.
      guard count + last - end - 1 <= 18 else { return nil }
      take(end + 1, last)
      decimals = last - end - 1
      end = last
    }
    value = Quantity(mantissa: mantissa, decimals: decimals)
    style = .arabic
    start = i
    self.end = end
    length = count
    readMagnitude(text)
    // 3万5千 is one number.
    if magnitude > 2, text.isDigit(self.end), let rest = Numeral(text, at: self.end),
      rest.magnitude > 0, rest.magnitude < magnitude, let sum = value.plus(rest.value)
    {
      value = sum
      self.end = rest.end
    }
  }

  private static func isThousands(_ text: LiteralText, comma: Int) -> Bool {
    guard text[comma] == ",", text.digitsEnd(comma + 1) == comma + 4 else { return false }
    // A full-width comma between half-width digits is punctuation.
    return !text.isWide(comma) || text.isWide(comma - 1)
  }

  /// 三, 三十, 两万五, 二〇二三; nil where it is none or only about a number (三五个, 十几).
  private init?(chinese text: LiteralText, at i: Int) {
    guard let reading = ChineseNumber(text, at: i) else { return nil }
    value = Quantity(reading.value)
    style = .chinese
    start = i
    end = reading.end
    length = reading.end - i
    needsUnit = length == 1
    // 五点五 is 5.5 only before what is counted in parts; 五点五十分 is a time.
    if text[end] == "点", let decimals = ChineseNumber.digits(text, at: end + 1),
      NumeralWords.decimalUnits.match(text, at: decimals.end) != nil,
      let fraction = Quantity(decimals.value).scaled(by: 0),
      let sum = value.plus(
        Quantity(mantissa: fraction.mantissa, decimals: decimals.end - end - 1))
    {
      value = sum
      end = decimals.end
      length += 2
      readMagnitude(text)
    }
  }

  /// three, twenty-four, one hundred and five.
  private init?(english text: LiteralText, at i: Int) {
    var total: UInt64 = 0
    var section: UInt64 = 0
    var words = 0
    var last: UInt64 = .max
    var at = i
    var end = i
    while words < 12, let (worth, wordEnd) = NumeralWords.english.match(text, at: at) {
      if worth >= 1000 {
        guard section > 0 else { break }
        total += section * worth
        section = 0
        last = .max
      } else if worth == 100 {
        guard section > 0, section < 10 else { break }
        section *= 100
        last = 100
      } else {
        // twenty may take four, hundred may take twenty; four takes nothing.
        guard last == .max || last == 100 || last >= 20 && worth < 10 else { break }
        section += worth
        last = worth
      }
      words += 1
      end = wordEnd
      at = text[end] == "-" ? end + 1 : text.afterSpaces(end)
      if last == 100, let and = text.end(of: "and", at: at) { at = text.afterSpaces(and) }
    }
    guard words > 0, total < 1 << 40 else { return nil }
    value = Quantity(total + section)
    style = .english
    start = i
    self.end = end
    length = words
    // “one” is a pronoun as often as a number.
    needsUnit = value == Quantity(1)
  }

  /// Reads 万, 亿, million … behind Arabic digits.
  private mutating func readMagnitude(_ text: LiteralText) {
    while magnitude < 16 {
      let at = text.afterSpaces(end, atMost: 1)
      guard let (exponent, wordEnd) = NumeralWords.magnitudes.match(text, at: at),
        NumeralWords.notAfterMagnitude.match(text, at: wordEnd) == nil,
        let scaled = value.scaled(by: exponent)
      else { return }
      value = scaled
      magnitude += exponent
      end = wordEnd
    }
  }

  /// The same numeral under the magnitude of the other end of its range.
  func sharing(magnitude other: Int) -> Numeral? {
    guard magnitude == 0, other > 0, let scaled = value.scaled(by: other) else { return nil }
    var numeral = self
    numeral.value = scaled
    numeral.magnitude = other
    return numeral
  }
}

/// Words that numerals are made of or told by.
enum NumeralWords {
  static let magnitudes = WordTable<Int>([
    ("百", 2), ("千 thousand", 3), ("万", 4), ("亿", 8), ("million", 6), ("billion", 9),
    ("trillion", 12),
  ])
  /// What makes 千 or 百 part of a unit: 千克, 千瓦, 百分点.
  static let notAfterMagnitude = WordTable<Bool>([("克 米 瓦 帕 卡 伏 赫 焦 字节 分点", true)])
  static let decimalUnits = WordTable<Bool>([
    ("万 亿 倍 元 米 平方 公里 公顷 亩 吨 % 个百分点 个点", true)
  ])
  static let english = WordTable<UInt64>([
    ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13),
    ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18),
    ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60),
    ("seventy", 70), ("eighty", 80), ("ninety", 90), ("hundred", 100), ("thousand", 1000),
    ("million", 1_000_000), ("billion", 1_000_000_000),
  ])
}
