/// A literal fact in a text: a number, date, amount … in one canonical form, with its place.
public struct Literal: Sendable, Hashable {
  public enum Kind: String, Sendable, Codable {
    case number, percent, money, date, duration, clock, phone, identifier, url
  }
  public var kind: Kind
  /// The canonical form; two literals that mean the same have the same kind and form.
  ///
  /// number `1990`, `0.2`, `12000`(1.2万), `2/3` · percent `99.23`, `5 pp` (percentage points) ·
  /// money `CNY 12000`, `HKD 540` · date `2023`, `2023-11`, `2023-11-01`, `--05`, `--05-10`, `---15` ·
  /// duration `3 workday`, `8 month`, `30 minute` (also 0.5 小时), `16 year` (also an age) · clock `09:00` ·
  /// phone `0755-12345`, `82918333-2069` · identifier `10-30-24`, `深民规〔2019〕2号`, `第33条`, `a4` ·
  /// url as written, folded.
  public var canonical: String
  /// Where it stands, in bytes of the scanned text.
  public var range: Range<Int>

  public init(kind: Kind, canonical: String, range: Range<Int>) {
    self.kind = kind
    self.canonical = canonical
    self.range = range
  }
}
