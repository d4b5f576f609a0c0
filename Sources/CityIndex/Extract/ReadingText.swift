import CityText

/// A text as reading sees it: its units, what separates them, its literals.
struct ReadingText {
  /// What stands between two units, the strongest of it.
  enum Border: UInt8, Comparable {
    case none
    /// A bracket, a quote, a dash, the comma of a list.
    case weak
    /// A comma, a colon; a blank between Chinese characters, which parts lines of flattened texts.
    case comma
    case semicolon
    /// A stop or a line's end.
    case stop
    /// Where the text begins and ends.
    case edge

    static func < (a: Border, b: Border) -> Bool { a.rawValue < b.rawValue }
  }

  /// Marks in the gap before a unit.
  struct Marks: OptionSet {
    var rawValue: UInt8
    static let list = Marks(rawValue: 1)
    static let colon = Marks(rawValue: 2)
    /// The gap ends with an opening bracket or quote.
    static let opens = Marks(rawValue: 4)
    /// The gap begins with a closing one.
    static let closes = Marks(rawValue: 8)
    /// A question mark.
    static let asks = Marks(rawValue: 16)
    /// The dot between the parts of a foreign name, and nothing else.
    static let dot = Marks(rawValue: 32)
  }

  let units: [ReadingUnit]
  /// By unit what stands before it; one more for the end.
  private(set) var borders: [Border]
  private(set) var marks: [Marks]
  /// By unit the number of its sentence.
  private(set) var sentences: [Int32]
  /// The same for evidence: a heading is of one piece with the sentence below it.
  private(set) var pieces: [Int32]
  /// By unit whether it is a word that begins with a capital letter.
  private(set) var isCapital: [Bool]
  /// Whether a literal goes on from the unit before.
  private(set) var isWithinLiteral: [Bool]
  /// Literals of the kinds asked for, by units.
  private(set) var literals: [Range<Int>] = []

  /// - Complexity: O(n).
  init(_ text: [UInt8], in range: Range<Int>, for question: ReadingQuestion) {
    let units = ReadingUnit.units(of: text, in: range)
    self.units = units
    borders = [Border](repeating: .none, count: units.count + 1)
    marks = [Marks](repeating: [], count: units.count + 1)
    sentences = [Int32](repeating: 0, count: units.count)
    pieces = sentences
    isWithinLiteral = [Bool](repeating: false, count: units.count + 1)
    isCapital = units.map { !$0.isHan && text[$0.start] &- 0x41 < 26 }
    borders[0] = .edge
    borders[units.count] = .edge
    guard let first = units.first, let last = units.last else { return }
    readGap(text, range.lowerBound..<first.start, before: 0)
    readGap(text, last.end..<range.upperBound, before: units.count)
    var sentence: Int32 = 0
    var piece: Int32 = 0
    var lineStart = 0
    for i in 1..<max(1, units.count) {
      if units[i - 1].end < units[i].start || !(units[i - 1].isHan || units[i].isHan) {
        let isLineEnd = readGap(text, units[i - 1].end..<units[i].start, before: i)
        if borders[i] == .stop {
          sentence += 1
          // A short line that no mark ends is the heading of the next.
          if !(isLineEnd && i - lineStart <= Self.headingUnits) { piece += 1 }
          lineStart = i
        }
      }
      sentences[i] = sentence
      pieces[i] = piece
    }
    findLiterals(text, range, for: question)
  }

  private static let headingUnits = 24

  /// Notes what stands between two units; says whether it is only a line's end.
  @discardableResult
  private mutating func readGap(_ text: [UInt8], _ gap: Range<Int>, before i: Int) -> Bool {
    let isInner = i > 0 && i < units.count
    // 1,036.5 and 0755-8290: one number.
    if isInner, gap.count <= 1, !units[i - 1].isHan, !units[i].isHan,
      gap.isEmpty || [0x2C, 0x2E, 0x3A, 0x2D, 0x2F].contains(text[gap.lowerBound])
    {
      borders[i] = gap.isEmpty || Self.isDigit(text[units[i].start]) ? .none : .weak
      isWithinLiteral[i] = borders[i] == .none
      return false
    }
    var strongest = Border.none
    var found: Marks = []
    var isLineEnd = false
    var hasOther = false
    var at = gap.lowerBound
    var isFirst = true
    while at < gap.upperBound {
      let scalar = Self.scalar(text, &at)
      let border: Border
      switch scalar {
      case 0x0A, 0x0D, 0x2028, 0x2029:
        border = .stop
        isLineEnd = true
      case 0x3002, 0xFF01, 0x21, 0x2026, 0xFF61: border = .stop
      case 0xFF1F, 0x3F:
        border = .stop
        found.insert(.asks)
      case 0x2E: border = at == gap.upperBound ? .weak : .stop
      case 0x3B, 0xFF1B:
        border = .semicolon
        found.insert(.list)
      case 0x2C, 0xFF0C, 0x3000: border = .comma
      case 0x3A, 0xFF1A:
        border = .comma
        found.insert(.colon)
      case 0x20, 0x09, 0xA0:
        border =
          isInner && units[i - 1].isHan && units[i].isHan ? .comma : isInner ? .none : .weak
      case 0x3001:
        border = .weak
        found.insert(.list)
      case 0xB7, 0x2022, 0x2027, 0x30FB:
        border = .weak
        if gap.count <= 3 { found.insert(.dot) }
      default: border = .weak
      }
      if !(scalar == 0x0A || scalar == 0x0D || scalar == 0x20 || scalar == 0x3000) {
        hasOther = true
      }
      if isFirst, Self.isCloser(scalar) { found.insert(.closes) }
      if at == gap.upperBound, Self.isOpener(scalar) { found.insert(.opens) }
      isFirst = false
      strongest = max(strongest, border)
    }
    if isInner { borders[i] = strongest }
    marks[i] = found
    return isLineEnd && !hasOther
  }

  private mutating func findLiterals(
    _ text: [UInt8], _ range: Range<Int>, for question: ReadingQuestion
  ) {
    let wanted = question.kind.literals
    var i = 0
    for literal in LiteralScanner.scan(text, in: range) {
      while i < units.count, units[i].end <= literal.range.lowerBound { i += 1 }
      var end = i
      while end < units.count, units[end].start < literal.range.upperBound { end += 1 }
      guard end > i else { continue }
      for k in i + 1..<max(i + 1, end) { isWithinLiteral[k] = true }
      guard wanted.contains(literal.kind), !question.literals.contains(literal.canonical)
      else { continue }
      // The measure word belongs to the count: 20张.
      if question.kind == .number, end < units.count, borders[end] == .none, units[end].isHan,
        units[end - 1].end == literal.range.upperBound || units[end - 1].isHan == false,
        !Self.afterCounts.contains(units[end].key)
      {
        end += 1
      }
      literals.append(i..<end)
    }
  }

  /// By unit whether its sentence ends with a question mark.
  func asking() -> [Bool] {
    var asking = [Bool](repeating: false, count: units.count)
    var asks = false
    for i in units.indices.reversed() {
      if borders[i + 1] >= .stop { asks = marks[i + 1].contains(.asks) }
      asking[i] = asks
    }
    return asking
  }

  /// Takes names for literals.
  mutating func add(_ names: NameShapes) {
    literals += names.ranges
    for name in names.ranges {
      for k in name.dropFirst() { isWithinLiteral[k] = true }
      // What joins the parts of a name parts nothing.
      for k in name.dropFirst() where marks[k].contains(.dot) { borders[k] = .none }
    }
  }

  private static let afterCounts = ReadingUnit.keys("的了是在与和及为由以并而等至到从")

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The scalar at `at` of valid UTF-8; moves behind it.
  private static func scalar(_ text: [UInt8], _ at: inout Int) -> UInt32 {
    let first = UInt32(text[at])
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var scalar = count == 1 ? first : first & (0xFF >> UInt32(count + 1))
    for k in 1..<max(1, count) where at + k < text.count {
      scalar = scalar << 6 | UInt32(text[at + k] & 0x3F)
    }
    at += count
    return scalar
  }

  private static func isOpener(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300A, 0x201C, 0x300C, 0x300E, 0x22: true
    default: false
    }
  }

  private static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300B, 0x201D, 0x300D, 0x300F, 0x22: true
    default: false
    }
  }
}
