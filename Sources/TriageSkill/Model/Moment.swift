public import CityAgent

/// A moment on the desk's own clock: whole seconds since 1970-01-01 00:00 of local time, without a zone.
public struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  public init(_ day: CalendarDay, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    seconds = Self.dayNumber(day) * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// Reads `2026-11-25`, `2026/11/25 9:30`, `2026-11-25T09:30:00`, with `Z` or `+08:00` behind it.
  ///
  /// - Parameter offset: what the desk's clock is ahead of UTC, in seconds; a moment with a zone is brought to it.
  public init?(_ text: some StringProtocol, offset: Int = Self.standardOffset) {
    let bytes = Array(text.utf8)
    var reader = Reader(bytes)
    guard let year = reader.number(4...4), reader.take("-/."), let month = reader.number(1...2),
      reader.take("-/."), let date = reader.number(1...2),
      let day = CalendarDay(year: year, month: month, day: date)
    else { return nil }
    self.init(day)
    if reader.isAtEnd { return }
    guard reader.take("T "), let hour = reader.number(1...2), reader.take(":"),
      let minute = reader.number(2...2), hour < 24, minute < 60
    else { return nil }
    seconds += hour * 3_600 + minute * 60
    if reader.take(":") {
      guard let second = reader.number(2...2), second < 61 else { return nil }
      seconds += min(second, 59)
      if reader.take(".,"), reader.number(1...9) == nil { return nil }
    }
    if reader.isAtEnd { return }
    guard let zone = reader.zone(), reader.isAtEnd else { return nil }
    seconds += offset - zone
  }

  /// China Standard Time, UTC+8, in seconds.
  public static let standardOffset: Int = 28_800

  public var day: CalendarDay { Self.day(number: dayNumber) }
  /// Days since 1970-01-01.
  public var dayNumber: Int { Int((Double(seconds) / 86_400).rounded(.down)) }
  public var secondOfDay: Int { seconds - dayNumber * 86_400 }

  public func adding(seconds more: Int) -> Moment { Moment(seconds: seconds + more) }

  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  /// `2026-11-25 09:30`, with seconds where there are any.
  public var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let time = secondOfDay
    let tail = time % 60 == 0 ? "" : ":" + two(time % 60)
    return "\(day) \(two(time / 3_600)):\(two(time / 60 % 60))\(tail)"
  }

  /// The moment without its seconds, as people say it.
  public var minute: Moment { Moment(seconds: seconds - secondOfDay % 60) }

  /// `2026-11-25T09:30:00+08:00`, as Open311 and JSON readers want it.
  public func iso8601(offset: Int = Self.standardOffset) -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let time = secondOfDay
    let sign = offset < 0 ? "-" : "+"
    let ahead = abs(offset)
    return "\(day)T\(two(time / 3_600)):\(two(time / 60 % 60)):\(two(time % 60))"
      + "\(sign)\(two(ahead / 3_600)):\(two(ahead / 60 % 60))"
  }

  /// Days since 1970-01-01 (Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, days_from_civil).
  public static func dayNumber(_ day: CalendarDay) -> Int {
    let year = day.month <= 2 ? day.year - 1 : day.year
    let era = (year >= 0 ? year : year - 399) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// The day of a number (civil_from_days of the same source); 0001-01-01 and 9999-12-31 bound it.
  public static func day(number: Int) -> CalendarDay {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    return CalendarDay(year: year + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
      ?? CalendarDay(
        year: number < 0 ? 1 : 9999, month: number < 0 ? 1 : 12, day: number < 0 ? 1 : 31)!
  }

  /// Walks over the bytes of a date.
  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }

    mutating func take(_ any: StaticString) -> Bool {
      guard at < bytes.count else { return false }
      for i in 0..<any.utf8CodeUnitCount where any.utf8Start[i] == bytes[at] {
        at += 1
        return true
      }
      return false
    }

    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
      var value = 0
      var count = 0
      while at < bytes.count, count < digits.upperBound, (0x30...0x39).contains(bytes[at]) {
        value = value * 10 + Int(bytes[at] - 0x30)
        at += 1
        count += 1
      }
      return count >= digits.lowerBound ? value : nil
    }

    /// Seconds ahead of UTC.
    mutating func zone() -> Int? {
      if take("Zz") { return 0 }
      let sign = take("+") ? 1 : take("-") ? -1 : 0
      guard sign != 0, let hours = number(2...2), hours <= 14 else { return nil }
      _ = take(":")
      let minutes = number(2...2) ?? 0
      return sign * (hours * 3_600 + minutes * 60)
    }
  }
}
