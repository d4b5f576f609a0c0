/// A folded question as characters with their byte offsets: what the period grammar reads.
struct QuestionCharacters: Sendable {
  private var scalars: [Unicode.Scalar] = []
  private var offsets: [Int] = []

  init(_ folded: [UInt8]) {
    scalars.reserveCapacity(folded.count)
    offsets.reserveCapacity(folded.count + 1)
    var at = 0
    for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
      scalars.append(scalar)
      offsets.append(at)
      at += UTF8.width(scalar)
    }
    offsets.append(at)
  }

  var count: Int { scalars.count }

  /// NUL outside the text.
  subscript(i: Int) -> Unicode.Scalar { scalars.indices.contains(i) ? scalars[i] : "\0" }

  /// The byte at which the character stands.
  func offset(_ i: Int) -> Int { offsets[min(max(i, 0), offsets.count - 1)] }

  func has(_ word: String, at start: Int) -> Bool {
    guard start >= 0 else { return false }
    var i = start
    for scalar in word.unicodeScalars {
      guard i < scalars.count, scalars[i] == scalar else { return false }
      i += 1
    }
    return true
  }

  func skipping(_ start: Int, _ words: [String]) -> Int {
    var i = start
    while let word = words.first(where: { has($0, at: i) }) { i += word.unicodeScalars.count }
    return i
  }

  /// Behind the word of letters that begins there.
  func skippingWord(_ start: Int) -> Int {
    var i = start
    while self[i].isLetter { i += 1 }
    return i
  }

  /// Behind a sign between the ends of a range: -, —, 至, 到, to.
  func rangeSign(_ i: Int) -> Int? {
    for sign in ["-", "—", "–", "~", "～", "至", "到", " to ", "to ", " and ", "and "]
    where has(sign, at: i) {
      var end = i + sign.unicodeScalars.count
      while has("—", at: end) || has("-", at: end) { end += 1 }
      return end
    }
    return nil
  }

  /// Digits 0–9, at most eight.
  func digits(_ start: Int) -> (value: Int, end: Int)? {
    var i = start
    var value = 0
    while self[i].isDigit, i - start < 8 {
      value = value * 10 + Int(self[i].value - 0x30)
      i += 1
    }
    return i > start && !self[i].isDigit ? (value, i) : nil
  }

  /// Digits, or Chinese numerals by digits (二〇二三) or by tens (十二, 二十).
  func number(_ start: Int) -> (value: Int, end: Int)? {
    if let digits = digits(start) { return digits }
    var i = start
    var value = 0
    var tens: Int?
    while let digit = self[i].chineseDigit, i - start < 4 {
      if digit == 10 {
        guard tens == nil else { return nil }
        tens = i == start ? 1 : value
        value = 0
      } else {
        value = value * 10 + digit
      }
      i += 1
    }
    guard i > start else { return nil }
    return ((tens ?? 0) * 10 + value, i)
  }

  /// A small number as an English word.
  func word(_ start: Int) -> (value: Int, end: Int)? {
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"]
    for (place, word) in words.enumerated() where has(word, at: start) {
      return (place == 9 ? 12 : place + 2, start + word.utf8.count)
    }
    return nil
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { (0x30...0x39).contains(value) }
  var isLetter: Bool { (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value) }
  /// A digit or a Chinese numeral.
  var isNumeral: Bool { isDigit || chineseDigit != nil }
  /// 0…9 of 〇零一…九两, 10 of 十.
  var chineseDigit: Int? {
    switch self {
    case "〇", "零": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    default: nil
    }
  }
}
