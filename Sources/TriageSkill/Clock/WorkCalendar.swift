public import CityAgent

/// Which days are working days: weekdays, less public holidays, plus the weekend days worked in exchange (调休).
///
/// Outside the years of its table only weekends are known, and every deadline that reaches there says so.
/// - Complexity: counting working days and finding the n-th one are O(1), by sums made once.
public struct WorkCalendar: Sendable, Equatable {
  /// A day that is not what its weekday says.
  struct Exception: Sendable, Equatable {
    var day: Int
    var isWorking: Bool
  }

  /// By day, without doubles.
  let exceptions: [Exception]
  /// The years whose holidays are all in the table, in order.
  public let years: [Int]
  /// The first day of the sums, as days since 1970.
  private let first: Int
  /// Working days of the table's span before each of its days, and one more for its end.
  private let before: [Int32]
  /// The working days of the span, in order, less ``first``.
  private let working: [Int32]
  /// The covered days where the years follow each other without a gap; else empty.
  private let coveredDays: Range<Int>

  /// A year counts as covered from this many holidays: the fewest that the State Council's rule gives
  /// (全国年节及纪念日放假办法: 11 days until 2024, 13 since).
  static let leastHolidays = 11

  /// Weekends only.
  public init() { self.init(exceptions: []) }

  /// - Parameter exceptions: by day, each day once, within the years 1900 to 2200.
  init(exceptions: [Exception]) {
    self.exceptions = exceptions
    var holidays: [(year: Int, count: Int)] = []
    for exception in exceptions where !exception.isWorking {
      let year = Moment.day(number: exception.day).year
      if holidays.last?.year == year {
        holidays[holidays.count - 1].count += 1
      } else {
        holidays.append((year, 1))
      }
    }
    years = holidays.filter { $0.count >= Self.leastHolidays }.map(\.year)
    guard let low = exceptions.first, let high = exceptions.last else {
      (first, before, working, coveredDays) = (0, [0], [], 0..<0)
      return
    }
    first = Self.newYear(Moment.day(number: low.day).year)
    let end = Self.newYear(Moment.day(number: high.day).year + 1)
    var before: [Int32] = [0]
    var working: [Int32] = []
    before.reserveCapacity(end - first + 1)
    var next = 0
    for day in first..<end {
      var isWorking = Self.isWeekday(day)
      if next < exceptions.count, exceptions[next].day == day {
        isWorking = exceptions[next].isWorking
        next += 1
      }
      if isWorking { working.append(Int32(day - first)) }
      before.append(Int32(working.count))
    }
    self.before = before
    self.working = working
    let isWhole = zip(years, years.dropFirst()).allSatisfy { $0 + 1 == $1 }
    if isWhole, let from = years.first, let to = years.last {
      coveredDays = Self.newYear(from)..<Self.newYear(to + 1)
    } else {
      coveredDays = 0..<0
    }
  }

  public func isWorkingDay(_ day: CalendarDay) -> Bool { isWorking(Moment.dayNumber(day)) }

  func isWorking(_ day: Int) -> Bool {
    let i = day - first
    return i >= 0 && i < before.count - 1 ? before[i + 1] > before[i] : Self.isWeekday(day)
  }

  /// Working days before a day, counted from the table's first; negative before that.
  func workingDays(before day: Int) -> Int {
    let i = day - first
    if i < 0 { return Self.weekdays(before: day) - Self.weekdays(before: first) }
    if i < before.count { return Int(before[i]) }
    let end = first + before.count - 1
    return working.count + Self.weekdays(before: day) - Self.weekdays(before: end)
  }

  /// The working day with `number` working days before it: the inverse of ``workingDays(before:)``.
  func workingDay(_ number: Int) -> Int {
    if number < 0 { return Self.weekday(number + Self.weekdays(before: first)) }
    if number < working.count { return first + Int(working[number]) }
    let end = first + before.count - 1
    return Self.weekday(number - working.count + Self.weekdays(before: end))
  }

  /// The first year from one day to another whose holidays the table does not have; nil for none.
  func uncoveredYear(from start: Int, to end: Int) -> Int? {
    if coveredDays.contains(start), coveredDays.contains(end) { return nil }
    let last = Moment.day(number: end).year
    var year = Moment.day(number: start).year
    while year <= last, years.contains(year) { year += 1 }
    return year <= last ? year : nil
  }

  private static func newYear(_ year: Int) -> Int {
    Moment.dayNumber(CalendarDay(year: year, month: 1, day: 1)!)
  }

  /// Monday to Friday; day 0 was a Thursday.
  static func isWeekday(_ day: Int) -> Bool { (day + 3) - 7 * floor(day + 3, 7) < 5 }

  /// Mondays to Fridays before a day, from Monday 1969-12-29 on.
  private static func weekdays(before day: Int) -> Int {
    let weeks = floor(day + 3, 7)
    return weeks * 5 + min(day + 3 - weeks * 7, 5)
  }

  /// The inverse: the weekday with `number` weekdays before it.
  private static func weekday(_ number: Int) -> Int {
    let weeks = floor(number, 5)
    return weeks * 7 + (number - weeks * 5) - 3
  }

  private static func floor(_ value: Int, _ by: Int) -> Int {
    value >= 0 ? value / by : -((by - 1 - value) / by)
  }
}
