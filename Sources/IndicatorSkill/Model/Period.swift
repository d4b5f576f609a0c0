/// A span of months within one year, or a whole year: what an observation is of.
///
/// Written `2016`, `2016Q1`, `2016-05`, `2016-01/02` (the merged first two months). Ordered by end, then by
/// length. Whether a number of 2016Q3 is of the quarter or of the first three is its ``Basis``, not its period.
public struct Period: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  /// 1…12.
  public let firstMonth: Int
  /// `firstMonth`…12.
  public let lastMonth: Int

  public init?(year: Int, months: ClosedRange<Int>) {
    guard (1...9999).contains(year), months.lowerBound >= 1, months.upperBound <= 12 else {
      return nil
    }
    self.year = year
    firstMonth = months.lowerBound
    lastMonth = months.upperBound
  }

  public static func year(_ year: Int) -> Period? { Period(year: year, months: 1...12) }

  public static func quarter(_ quarter: Int, of year: Int) -> Period? {
    guard (1...4).contains(quarter) else { return nil }
    return Period(year: year, months: (3 * quarter - 2)...(3 * quarter))
  }

  public static func month(_ month: Int, of year: Int) -> Period? {
    (1...12).contains(month) ? Period(year: year, months: month...month) : nil
  }

  /// Reads the spellings above, and `2016H1` as the second quarter's end would be written by some: 2016-01/06.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, let year = Int(String(decoding: bytes[..<4], as: UTF8.self)) else {
      return nil
    }
    let rest = String(decoding: bytes[4...], as: UTF8.self)
    let months: ClosedRange<Int>
    if rest.isEmpty {
      months = 1...12
    } else if rest.first == "Q", let quarter = Int(rest.dropFirst()), (1...4).contains(quarter) {
      months = (3 * quarter - 2)...(3 * quarter)
    } else if rest.first == "H", let half = Int(rest.dropFirst()), (1...2).contains(half) {
      months = (6 * half - 5)...(6 * half)
    } else if rest.first == "-" {
      let parts = rest.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, let first = Int(parts[0]),
        let last = parts.count == 2 ? Int(parts[1]) : first, first <= last
      else { return nil }
      months = first...last
    } else {
      return nil
    }
    self.init(year: year, months: months)
  }

  /// How many months it covers.
  public var length: Int { lastMonth - firstMonth + 1 }
  public var isYear: Bool { length == 12 }
  /// 1…4 where it is a quarter.
  public var quarter: Int? { length == 3 && lastMonth % 3 == 0 ? lastMonth / 3 : nil }
  public var isMonth: Bool { length == 1 }

  /// The same months `years` earlier (or later, where negative).
  public func yearsBefore(_ years: Int) -> Period? {
    Period(year: year - years, months: firstMonth...lastMonth)
  }

  public static func < (a: Period, b: Period) -> Bool {
    (a.year, a.lastMonth, -a.firstMonth) < (b.year, b.lastMonth, -b.firstMonth)
  }

  public var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    if isYear { return "\(year)" }
    if let quarter { return "\(year)Q\(quarter)" }
    if isMonth { return "\(year)-\(two(firstMonth))" }
    return "\(year)-\(two(firstMonth))/\(two(lastMonth))"
  }
}
