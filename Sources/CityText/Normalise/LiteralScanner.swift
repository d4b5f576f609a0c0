/// Finds literals: Arabic, full-width and Chinese numerals, dates, money, durations, phones.
///
/// 三个工作日 = 3个工作日 = 3 working days (`3 workday`); 二〇二三年 = 2023年; 1.2万元 = 12,000元 (`CNY 12000`);
/// 百分之五 = 5%; 半小时 = 30分钟 (`30 minute`); 两年内 (`2 year`); 5月10日 (`--05-10`).
/// A Chinese numeral counts only with a unit or measure word, or from two digits up (一般, 一起 are no numbers).
public enum LiteralScanner {
  /// The literals of valid UTF-8, in text order, never overlapping; the longest reading wins.
  ///
  /// Both ends of a range carry its unit: 3-5个工作日 is `3 workday` and `5 workday`. The numbers that only
  /// label a list (`1.`, `（2）` at a line's start) are none.
  /// - Complexity: O(n).
  public static func scan(_ utf8: [UInt8], in range: Range<Int>? = nil) -> [Literal] {
    let whole = 0..<utf8.count
    var reader = LiteralReader(LiteralText(utf8, in: (range ?? whole).clamped(to: whole)))
    return reader.read()
  }
}
