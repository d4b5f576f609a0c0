/// The levels of the numbering of Chinese official texts, the highest first.
///
/// Source: GB/T 9704-2012 for 一、（一）1.（1）; the drafting rules for laws for 章, 节, 条.
enum ClauseNumber: Int, Comparable {
  case chapter, section, article
  /// 一、
  case han
  /// （一）
  case bracketedHan
  /// 1. and 1、
  case digit
  /// （1）and 1）
  case bracketedDigit
  /// ①
  case circled
  /// 一是
  case ordinal

  static func < (a: ClauseNumber, b: ClauseNumber) -> Bool { a.rawValue < b.rawValue }

  /// The numbering a line begins with, if any.
  static func read(_ text: ScalarLine, _ line: Range<Int>) -> ClauseNumber? {
    let start = line.lowerBound
    let first = text[start]
    func peek(_ at: Int) -> UInt32 { at < line.upperBound ? text[at] : 0 }
    if first == 0x7B2C { return article(peek, start + 1) }
    if isOpening(first) {
      let han = skip(peek, start + 1, isHanDigit)
      if han > start + 1, isClosing(peek(han)) { return .bracketedHan }
      let digit = skip(peek, start + 1, ScalarLine.isDigit)
      return digit > start + 1 && isClosing(peek(digit)) ? .bracketedDigit : nil
    }
    if first >= 0x2460 && first <= 0x2473 { return .circled }
    if isHanDigit(first) {
      let end = skip(peek, start, isHanDigit)
      if peek(end) == 0x3001 { return .han }
      return peek(end) == 0x662F ? .ordinal : nil
    }
    guard ScalarLine.isDigit(first) else { return nil }
    let end = skip(peek, start, ScalarLine.isDigit)
    guard end - start <= 3 else { return nil }
    switch peek(end) {
    case 0x3001: return .digit
    case 0x2E, 0xFF0E: return ScalarLine.isDigit(peek(end + 1)) ? nil : .digit
    case 0x29, 0xFF09: return .bracketedDigit
    default: return nil
    }
  }

  private static func article(_ peek: (Int) -> UInt32, _ start: Int) -> ClauseNumber? {
    let end = skip(peek, start) { isHanDigit($0) || ScalarLine.isDigit($0) }
    guard end > start else { return nil }
    switch peek(end) {
    case 0x7AE0: return .chapter
    case 0x8282, 0x7BC0: return .section
    case 0x6761, 0x689D:
      // 第三条规定的 …, 第三条所称 …, 第三条第二款 …: a reference, not the article.
      switch peek(end + 1) {
      case 0x89C4, 0x898F, 0x6240, 0x7684, 0x3001, 0x81F3, 0x548C, 0x7B2C: return nil
      default: return .article
      }
    default: return nil
    }
  }

  private static func skip(
    _ peek: (Int) -> UInt32, _ start: Int, _ test: (UInt32) -> Bool
  ) -> Int {
    var at = start
    while test(peek(at)) { at += 1 }
    return at
  }

  private static func isOpening(_ scalar: UInt32) -> Bool { scalar == 0x28 || scalar == 0xFF08 }
  private static func isClosing(_ scalar: UInt32) -> Bool { scalar == 0x29 || scalar == 0xFF09 }

  private static func isHanDigit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E,
      0x5343, 0x3007, 0x96F6:
      true
    default: false
    }
  }
}
