/// A literal fact in a text: a number, date, amount … in one canonical form, with its place.
public struct Literal: Sendable, Hashable {
  public enum Kind: String, Sendable, Codable {
    case number, percent, money, date, duration, clock, phone, identifier, url
  }
  public var kind: Kind
  /// The canonical form; two literals that mean the same have the same kind and form.
  ///
  /// number `1990`, `0.2`, `12000`(1.2万) · percent `99.23`, `0.5 point` (percentage points) ·
  /// money `CNY 12000`, `HKD 540` · date `2023`, `2023-11`, `2023-11-01`, `--05-10`, `--05` ·
  /// duration `3 workday`, `8 month`, `30 minute` (half an hour) · clock `09:00` · phone `0755-12345` ·
  /// identifier `10-30-24`, `深民规〔2019〕2号`, `第33条` · url as written, folded.
  public var canonical: String
  /// Where it stands, in bytes of the scanned text.
  public var range: Range<Int>

  public init(kind: Kind, canonical: String, range: Range<Int>) {
    self.kind = kind
    self.canonical = canonical
    self.range = range
  }
}

/// Finds literals: Arabic, full-width and Chinese numerals, dates, money, durations, phones.
///
/// 三个工作日 = 3个工作日 = 3 working days (`3 workday`); 二〇二三年 = 2023年; 1.2万元 = 12,000元 (`CNY 12000`);
/// 百分之五 = 5%; 半小时 = 30分钟 (`30 minute`); 两年内 (`2 year`); 5月10日 (`--05-10`).
/// A Chinese numeral counts only with a unit or measure word, or from two digits up (一般, 一起 are no numbers).
/// The ends of a span share the unit of the last: 3至5个工作日 is `3 workday` and `5 workday`.
public enum LiteralScanner {
  /// The literals of valid UTF-8, in text order, never overlapping; the longest reading wins.
  /// - Complexity: O(n).
  public static func scan(_ utf8: [UInt8], in range: Range<Int>? = nil) -> [Literal] {
    let range = (range ?? 0..<utf8.count).clamped(to: 0..<utf8.count)
    guard !range.isEmpty else { return [] }
    let part = range.count == utf8.count ? utf8 : Array(utf8[range])
    let folded = FoldedText(part)
    var reader = LiteralReader(folded, source: part)
    var literals: [Literal] = []
    var floor = 0
    var at = 0
    while at < reader.count {
      guard let reading = reader.read(at, floor: floor) else {
        at = max(at + 1, reader.skip(at))
        continue
      }
      let place = reader.source(of: reading.start..<reading.end)
      literals.append(
        Literal(
          kind: reading.kind, canonical: reading.canonical,
          range: (range.lowerBound + place.lowerBound)..<(range.lowerBound + place.upperBound)))
      reader.remember(reading)
      floor = reading.end
      at = reading.end
    }
    return literals
  }
}
