/// A part of an official text, found by its numbering: 一、（一）1. 第…条, headings, tables, lists.
public struct TextClause: Sendable, Hashable {
  /// Labels from the outermost in: `["二、2024年工作计划", "六是"]`; empty for text before any numbering.
  public var path: [String]
  /// The clause's own bytes, numbering included, trailing white space not.
  public var range: Range<Int>
}

/// Cuts valid UTF-8 into sentences and clauses.
public enum Segmentation {
  /// Sentences: end at 。！？；!?… (closing quotes and brackets kept) and at line ends; `.` ends one in
  /// Latin text only before white space and not inside numbers, URLs or after an abbreviation.
  /// Ranges are trimmed of white space, non-empty and in order.
  /// - Complexity: O(n).
  public static func sentences(_ utf8: [UInt8], in range: Range<Int>? = nil) -> [Range<Int>] {
    let text = ScalarLine(utf8, in: range)
    var sentences: [Range<Int>] = []
    var start = 0
    var at = 0
    func end(before end: Int) {
      if let trimmed = text.trimmed(start..<end) { sentences.append(text.bytes(of: trimmed)) }
      start = end
    }
    while at < text.count {
      let scalar = text[at]
      if isLineEnd(scalar) {
        end(before: at)
        at += 1
      } else if isStop(scalar), SentenceStop.ends(text, at, sentenceStart: start) {
        at += 1
        while at < text.count, isStop(text[at]) || text[at] == 0x2E { at += 1 }
        while at < text.count, isCloser(text[at]) { at += 1 }
        end(before: at)
      } else {
        at += 1
      }
    }
    end(before: text.count)
    return sentences
  }

  /// Clauses of Chinese official text by its numbering (一、 （一） 1. （1） 第…条 一是), paragraphs where
  /// there is none; leaf clauses only, in order, covering every non-blank byte once.
  ///
  /// A paragraph is a line with text. A short numbered line (40 characters at most) that ends no sentence
  /// is a heading: it goes into the paths of what follows, and is a clause of its own only where nothing
  /// follows it. A numbered paragraph is a clause whose label – its text up to the first comma, colon or
  /// stop, 40 characters at most; of 一是 just that – ends its path.
  /// - Complexity: O(n).
  public static func clauses(_ utf8: [UInt8], in range: Range<Int>? = nil) -> [TextClause] {
    let text = ScalarLine(utf8, in: range)
    var outline = ClauseOutline()
    var start = 0
    for at in 0...text.count where at == text.count || isLineEnd(text[at]) {
      if let line = text.trimmed(start..<at) { outline.add(line, of: text) }
      start = at + 1
    }
    return outline.finish()
  }

  /// The items of a 顿号 list within one sentence: `身份证、户口簿、照片` → three ranges; one item, one range.
  ///
  /// Brackets are not looked into. Before the last item 和, 及 or 以及 separates as well. Commas and stops
  /// around the items of a list are trimmed.
  /// - Complexity: O(n).
  public static func listItems(_ utf8: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    let text = ScalarLine(utf8, in: range)
    var items: [Range<Int>] = []
    var start = 0
    var depth = 0
    for at in 0..<text.count {
      switch text[at] {
      case 0x28, 0xFF08, 0x300A, 0x3010, 0x201C, 0x300C: depth += 1
      case 0x29, 0xFF09, 0x300B, 0x3011, 0x201D, 0x300D: depth = max(0, depth - 1)
      case 0x3001 where depth == 0:
        items.append(start..<at)
        start = at + 1
      default: break
      }
    }
    guard !items.isEmpty else {
      return text.trimmed(0..<text.count).map { [text.bytes(of: $0)] } ?? []
    }
    if let conjunction = ListConjunction.find(text, in: start..<text.count) {
      items += [start..<conjunction.lowerBound, conjunction.upperBound..<text.count]
    } else {
      items.append(start..<text.count)
    }
    return items.compactMap { text.trimmed($0, alsoOf: isItemEdge).map(text.bytes(of:)) }
  }

  static func isLineEnd(_ scalar: UInt32) -> Bool {
    scalar == 0x0A || scalar == 0x0D || scalar == 0x2028 || scalar == 0x2029
  }

  /// 。！？；…, their half-width forms, and the full stop, which needs a closer look.
  static func isStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x2E, 0x3B, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1B, 0xFF1F, 0xFF61: true
    default: false
    }
  }

  private static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09,
      0xFF3D:
      true
    default: false
    }
  }

  private static func isItemEdge(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x3B, 0x2E, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0x3A: true
    default: false
    }
  }
}
