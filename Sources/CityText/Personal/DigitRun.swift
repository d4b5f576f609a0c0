/// A run of digits with their places: groups of digits with at most three separators between them.
struct DigitRun {
  /// 0…9.
  private(set) var digits: [UInt8] = []
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  /// Where each group begins, in ``digits``.
  private(set) var groups: [Int] = []

  var count: Int { digits.count }

  /// Reads the run that begins with the digit at `start`; returns where it ends.
  mutating func read(_ text: [UInt8], at start: Int) -> Int {
    clear()
    var at = start
    while at < text.count {
      groups.append(digits.count)
      while at < text.count {
        let (byte, end) = PersonalReader.ascii(text, at)
        guard byte &- 0x30 < 10 else { break }
        // Two numbers that touch but are not of one width are two.
        if let last = ends.last, last == at, end - at != last - starts[digits.count - 1] {
          groups.append(digits.count)
        }
        digits.append(byte - 0x30)
        starts.append(at)
        ends.append(end)
        at = end
      }
      guard let next = Self.afterSeparators(text, at) else { break }
      at = next
    }
    return at
  }

  /// Reads a run of Chinese digits as one group; returns where it ends.
  mutating func readChinese(_ text: [UInt8], at start: Int) -> Int {
    clear()
    groups.append(0)
    var at = start
    while let digit = PersonalReader.chineseDigit(text, at) {
      digits.append(digit)
      starts.append(at)
      ends.append(at + 3)
      at += 3
    }
    return at
  }

  private mutating func clear() {
    digits.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
  }

  /// The digit behind one to three separators; nil where none follows.
  private static func afterSeparators(_ text: [UInt8], _ start: Int) -> Int? {
    var at = start
    for _ in 0..<3 {
      let (byte, end) = PersonalReader.ascii(text, at)
      switch byte {
      case 0x20, 0x2D, 0x2E, 0x29: at = end  // space - . )
      case 0:
        guard let end = wideSeparator(text, at) else { return nil }
        at = end
      default: return nil
      }
      if PersonalReader.ascii(text, at).byte &- 0x30 < 10 { return at }
    }
    return nil
  }

  /// · and no-break space, hyphens, dashes, the ideographic space.
  private static func wideSeparator(_ text: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < text.count else { return nil }
    if text[at] == 0xC2, text[at + 1] == 0xA0 || text[at + 1] == 0xB7 { return at + 2 }
    guard at + 2 < text.count else { return nil }
    switch (text[at], text[at + 1], text[at + 2]) {
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xE3, 0x80, 0x80): return at + 3
    default: return nil
    }
  }

  /// The number that some of the digits write.
  func value(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(digits[$1]) } }
}
