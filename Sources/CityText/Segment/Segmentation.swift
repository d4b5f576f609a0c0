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
  public static func sentences(_ utf8: [UInt8], in range: Range<Int>? = nil) -> [Range<Int>] {
    fatalError("stub")
  }

  /// Clauses of Chinese official text by its numbering (一、 （一） 1. （1） 第…条 一是), paragraphs where
  /// there is none; leaf clauses only, in order, covering every non-blank byte once.
  public static func clauses(_ utf8: [UInt8], in range: Range<Int>? = nil) -> [TextClause] {
    fatalError("stub")
  }

  /// The items of a 顿号 list within one sentence: `身份证、户口簿、照片` → three ranges; one item, one range.
  public static func listItems(_ utf8: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    fatalError("stub")
  }
}
