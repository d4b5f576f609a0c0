extension PersonalReader {
  /// What a character may be the sign of.
  enum Sign {
    static let digit: UInt8 = 1
    static let at: UInt8 = 2
    static let province: UInt8 = 4
    static let unit: UInt8 = 8
    static let nameCue: UInt8 = 16
    static let title: UInt8 = 32
    static let chineseDigit: UInt8 = 64
    /// The first letter of an English word that a name may stand behind.
    static let letter: UInt8 = 128

    /// By scalar up to U+FFFF. A bare pointer because every character of every text is looked up in it.
    nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
      let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 0x10000)
      table.initialize(repeating: 0, count: 0x10000)
      func mark(_ text: String, _ sign: UInt8) {
        for scalar in text.unicodeScalars { table[Int(scalar.value)] |= sign }
      }
      mark("0123456789０１２３４５６７８９", digit)
      mark("@＠", at)
      mark(PersonalWords.provinces, province)
      mark("号號栋棟幢座单單室房", unit)
      for cue in PersonalWords.nameCues + PersonalWords.weakNameCues {
        mark(String(cue.unicodeScalars.first!), nameCue)
      }
      for word in PersonalWords.titles { mark(String(word.unicodeScalars.first!), title) }
      mark("〇零一二三四五六七八九幺", chineseDigit)
      mark("mMnNdDcC", letter)
      return UnsafePointer(table)
    }()

    /// By scalar: whether a cue or a title has it as its second character.
    nonisolated(unsafe) static let seconds: UnsafePointer<UInt8> = {
      let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 0x10000)
      table.initialize(repeating: 0, count: 0x10000)
      func mark(_ words: [String], _ sign: UInt8) {
        for word in words { table[Int(word.unicodeScalars.dropFirst().first!.value)] |= sign }
      }
      mark(PersonalWords.nameCues + PersonalWords.weakNameCues, nameCue)
      mark(PersonalWords.titles, title)
      return UnsafePointer(table)
    }()
  }

  /// Where the character at `at` ends.
  static func scalarEnd(_ text: [UInt8], _ at: Int) -> Int {
    let byte = text[at]
    let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return min(at + length, text.count)
  }

  /// Where the character that ends before `end` begins.
  static func scalarStart(_ text: [UInt8], before end: Int) -> Int {
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80, end - start < 4 { start -= 1 }
    return start
  }

  /// The ASCII character at `at`, plain or full-width, and where it ends; 0 for any other.
  static func ascii(_ text: [UInt8], _ at: Int) -> (byte: UInt8, end: Int) {
    guard at >= 0, at < text.count else { return (0, at) }
    let byte = text[at]
    if byte < 0x80 { return (byte, at + 1) }
    if byte == 0xEF, at + 2 < text.count {
      // U+FF01…U+FF5E
      if text[at + 1] == 0xBC, text[at + 2] >= 0x81 { return (text[at + 2] - 0x60, at + 3) }
      if text[at + 1] == 0xBD, text[at + 2] <= 0x9E { return (text[at + 2] - 0x20, at + 3) }
    }
    return (0, scalarEnd(text, at))
  }

  /// The ASCII character that ends before `end`, and where it begins; 0 for any other.
  static func ascii(_ text: [UInt8], before end: Int) -> (byte: UInt8, start: Int) {
    guard end > 0, end <= text.count else { return (0, end) }
    let start = scalarStart(text, before: end)
    return (ascii(text, start).byte, start)
  }

  /// The value of a Chinese numeral below ten.
  static func chineseDigit(_ text: [UInt8], _ at: Int) -> UInt8? {
    guard at + 2 < text.count, text[at] >= 0xE3, text[at] <= 0xE9 else { return nil }
    switch (text[at], text[at + 1], text[at + 2]) {
    case (0xE3, 0x80, 0x87), (0xE9, 0x9B, 0xB6): return 0  // 〇 零
    case (0xE4, 0xB8, 0x80), (0xE5, 0xB9, 0xBA): return 1  // 一 幺
    case (0xE4, 0xBA, 0x8C): return 2
    case (0xE4, 0xB8, 0x89): return 3
    case (0xE5, 0x9B, 0x9B): return 4
    case (0xE4, 0xBA, 0x94): return 5
    case (0xE5, 0x85, 0xAD): return 6
    case (0xE4, 0xB8, 0x83): return 7
    case (0xE5, 0x85, 0xAB): return 8
    case (0xE4, 0xB9, 0x9D): return 9
    default: return nil
    }
  }

  /// 十, which house numbers are written with.
  static func isTen(_ text: [UInt8], _ at: Int) -> Bool {
    at + 2 < text.count && text[at] == 0xE5 && text[at + 1] == 0x8D && text[at + 2] == 0x81
  }

  /// Whether a character of U+3400…U+9FFF stands at `at`.
  func isHan(_ at: Int) -> Bool {
    guard at >= 0, at + 2 < text.count, text[at] >= 0xE3, text[at] <= 0xE9 else { return false }
    return text[at] > 0xE3 || text[at + 1] >= 0x90
  }

  /// The end of the word that stands at `at`; nil where another does.
  func end(of word: String, at place: Int) -> Int? {
    let utf8 = word.utf8
    guard place >= 0, place + utf8.count <= text.count else { return nil }
    var at = place
    for byte in utf8 {
      if text[at] != byte { return nil }
      at += 1
    }
    return at
  }

  /// The first of some words at `place`, and where it ends.
  func end(ofAny words: [String], at place: Int) -> Int? {
    for word in words {
      if let end = end(of: word, at: place) { return end }
    }
    return nil
  }

  /// Where the first of some words begins that ends before `place`.
  func start(ofAny words: [String], before place: Int) -> Int? {
    for word in words {
      let start = place - word.utf8.count
      if start >= 0, end(of: word, at: start) != nil { return start }
    }
    return nil
  }

  /// The ASCII word, in small letters, that stands at `place`.
  func word(at place: Int) -> (text: String, end: Int) {
    var end = place
    var bytes: [UInt8] = []
    while end < text.count, isLetter(text[end]), end - place < 16 {
      bytes.append(text[end] | 0x20)
      end += 1
    }
    return (String(decoding: bytes, as: UTF8.self), end)
  }

  /// Goes past spaces, plain and full-width.
  func afterSpaces(_ place: Int) -> Int {
    var at = place
    while at < text.count {
      let (byte, end) = Self.ascii(text, at)
      if byte == 0x20 || byte == 0x09 {
        at = end
      } else if text[at] == 0xE3, self.end(of: "\u{3000}", at: at) != nil {
        at += 3
      } else {
        break
      }
    }
    return at
  }
}
