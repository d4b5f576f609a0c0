/// One pass over a text that collects its personal data.
///
/// Every kind is found from a character it cannot do without: a digit, an @, 粤, 号, the 先 of 先生. A table of
/// all characters of up to three bytes says which these are; all others are passed by at memory speed.
struct PersonalReader {
  let text: [UInt8]
  private(set) var found: [PersonalData] = []
  /// The digits of the run that is read, their places, and where its groups begin.
  var run: DigitRun = DigitRun()

  init(_ text: [UInt8]) { self.text = text }

  mutating func read() -> [PersonalData] {
    var at = 0
    while let (place, signs) = next(from: at) {
      let end = Self.scalarEnd(text, place)
      at = max(end, read(signs, at: place) ?? end)
    }
    return found
  }

  private mutating func read(_ signs: UInt8, at place: Int) -> Int? {
    if signs & Sign.digit != 0 { return number(at: place) }
    if signs & Sign.at != 0 { return email(at: place) }
    if signs & Sign.letter != 0 { return englishName(at: place) }
    if signs & Sign.province != 0, let end = plate(at: place) { return end }
    if signs & Sign.unit != 0, let end = address(at: place) { return end }
    if signs & (Sign.nameCue | Sign.title) != 0 {
      // 我 and 老 stand everywhere: most are left after one look at the next character.
      let second = Sign.seconds[scalar(at: place + 3)]
      if second & signs & Sign.nameCue != 0, let end = nameAfterCue(at: place) { return end }
      if second & signs & Sign.title != 0, let end = nameBeforeTitle(at: place) { return end }
    }
    if signs & Sign.chineseDigit != 0 { return chineseNumber(at: place) }
    return nil
  }

  /// Records a finding; what overlaps it of earlier ones becomes part of it, and the longest names the kind.
  mutating func add(_ kind: PersonalData.Kind, _ range: Range<Int>) {
    var kind = kind
    var range = range
    while let last = found.last, last.range.upperBound > range.lowerBound {
      if last.range.count > range.count { kind = last.kind }
      range =
        min(range.lowerBound, last.range.lowerBound)..<max(range.upperBound, last.range.upperBound)
      found.removeLast()
    }
    found.append(PersonalData(kind, range: range))
  }

  /// The character of three bytes at `at`; 0 for any other.
  private func scalar(at place: Int) -> Int {
    guard place + 2 < text.count, text[place] >= 0xE0, text[place] < 0xF0 else { return 0 }
    return Int(text[place] & 0x0F) << 12 | Int(text[place + 1] & 0x3F) << 6
      | Int(text[place + 2] & 0x3F)
  }

  /// Where the last finding ends.
  var floor: Int { found.last?.range.upperBound ?? 0 }

  /// The next character that personal data may be told from.
  private func next(from start: Int) -> (place: Int, signs: UInt8)? {
    let signs = Sign.table
    return text.withUnsafeBufferPointer { text in
      var at = start
      while at < text.count {
        let byte = text[at]
        if byte < 0x80 {
          let sign = signs[Int(byte)]
          if sign != 0 {
            // A word's inner letters tell nothing.
            if sign != Sign.letter || at == 0 || !isLetter(text[at - 1]) { return (at, sign) }
          }
          at += 1
        } else if byte >= 0xE0, byte < 0xF0, at + 2 < text.count {
          let scalar =
            Int(byte & 0x0F) << 12 | Int(text[at + 1] & 0x3F) << 6 | Int(text[at + 2] & 0x3F)
          let sign = signs[scalar]
          if sign != 0 { return (at, sign) }
          at += 3
        } else {
          at += 1
        }
      }
      return nil
    }
  }
}

/// Whether the byte is an ASCII letter.
@inline(__always) func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
