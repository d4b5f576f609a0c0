/// Reads literals out of one folded text, at one place after another.
struct LiteralReader {
  /// One reading of a stretch of scalars.
  struct Reading {
    var kind: Literal.Kind
    var canonical: String
    var start: Int
    var end: Int
    /// What the other end of a span shares: 8月1日至31日, 下午2:00-6:00, ¥20-50, 第17-20条.
    var shared: Shared?
  }

  enum Shared {
    case currency(String)
    case date(year: String, month: Int?)
    case afternoon(hour: Int)
    case article
  }

  private let scalars: [UInt32]
  /// Where each scalar begins in the folded bytes, and the end.
  private let starts: [Int]
  private let folded: FoldedText
  private let source: [UInt8]
  /// What the literal before shares, and where the other end of its span begins.
  private(set) var carried: (shared: Shared, at: Int)?

  init(_ folded: FoldedText, source: [UInt8]) {
    var scalars: [UInt32] = []
    var starts: [Int] = []
    scalars.reserveCapacity(folded.bytes.count / 2)
    starts.reserveCapacity(folded.bytes.count / 2)
    folded.bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        starts.append(at)
        scalars.append(ScalarReader.next(bytes, &at))
      }
    }
    starts.append(folded.bytes.count)
    self.scalars = scalars
    self.starts = starts
    self.folded = folded
    self.source = source
  }

  var count: Int { scalars.count }

  /// The folded scalar at `at`, 0 outside the text.
  subscript(_ at: Int) -> UInt32 { at >= 0 && at < scalars.count ? scalars[at] : 0 }

  func source(of range: Range<Int>) -> Range<Int> {
    folded.source(of: starts[range.lowerBound]..<starts[range.upperBound])
  }

  /// Whether an ASCII scalar was written as one, not in full width.
  func isNarrow(_ at: Int) -> Bool {
    guard at >= 0, at < scalars.count else { return false }
    return source[Int(folded.sources[starts[at]])] < 0x80
  }

  /// Whether a letter was written as a capital.
  func isCapital(_ at: Int) -> Bool {
    at >= 0 && at < scalars.count && source[Int(folded.sources[starts[at]])] &- 0x41 < 26
  }

  func string(_ range: Range<Int>) -> String {
    String(
      decoding: folded.bytes[starts[range.lowerBound]..<starts[range.upperBound]], as: UTF8.self)
  }

  mutating func remember(_ reading: Reading) {
    carried = nil
    if let shared = reading.shared, let at = connector(reading.end) { carried = (shared, at) }
  }

  /// The literal at `at`; `floor` is the end of the one before.
  func read(_ at: Int, floor: Int) -> Reading? {
    let scalar = self[at]
    switch scalar {
    case 0x30...0x39: return digits(at, floor: floor)
    case 0x61...0x7A: return word(at)
    case 0x24, 0xA3, 0xA5, 0x20AC, 0xFFE5: return symbol(at)
    case 0x28, 0x5B, 0x3010, 0x3014, 0xFE5D: return bracket(at, floor: floor)
    case 0x2B: return countryCode(at)
    case 0x2D, 0x2212: return negative(at, floor: floor)
    case 0x7B2C: return article(at)
    case 0x534A: return half(at)
    default:
      return HanNumeral.isNumeral(scalar) ? hanDigits(at, floor: floor) : nil
    }
  }

  /// Where to go on when nothing reads at `at`: a word or a numeral is passed as a whole.
  func skip(_ at: Int) -> Int {
    var end = at + 1
    switch self[at] {
    case 0x61...0x7A:
      while self[end] &- 0x61 < 26 { end += 1 }
    case 0x51E0, 0x6570, 0x7B2C:
      // 几十, 数百, 第一: no literals.
      while HanNumeral.isNumeral(self[end]) { end += 1 }
    case let scalar where HanNumeral.isNumeral(scalar):
      while HanNumeral.isNumeral(self[end]) { end += 1 }
    default: break
    }
    return end
  }

  /// The longest of some readings, the first among equals.
  func longest(_ readings: Reading?...) -> Reading? {
    var best: Reading?
    for case let reading? in readings where reading.end > best?.end ?? 0 { best = reading }
    return best
  }

  func isDigit(_ at: Int) -> Bool { self[at] &- 0x30 < 10 }

  /// Where the run of ASCII digits at `at` ends.
  func digitsEnd(_ at: Int) -> Int {
    var end = at
    while isDigit(end) { end += 1 }
    return end
  }

  func lettersEnd(_ at: Int) -> Int {
    var end = at
    while self[end] &- 0x61 < 26 { end += 1 }
    return end
  }

  func skipSpace(_ at: Int) -> Int { self[at] == 0x20 ? at + 1 : at }

  func has(_ word: [UInt32], at: Int) -> Bool {
    guard at >= 0, at + word.count <= scalars.count else { return false }
    for i in word.indices where scalars[at + i] != word[i] { return false }
    return true
  }

  static func isDash(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar >= 0x2010 && scalar <= 0x2015 || scalar == 0x2212
  }

  /// Past what joins the two ends of a span: -, —, ~, 至, 到, to.
  func connector(_ at: Int) -> Int? {
    var end = skipSpace(at)
    switch self[end] {
    case let scalar where Self.isDash(scalar):
      end += 1
      if Self.isDash(self[end]) { end += 1 }
    case 0x7E, 0x301C, 0x81F3, 0x5230: end += 1
    case 0x74 where end > at && self[end + 1] == 0x6F && self[end + 2] == 0x20: end += 2
    default: return nil
    }
    return skipSpace(end)
  }
}
