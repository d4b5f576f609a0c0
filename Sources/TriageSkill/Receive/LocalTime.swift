public import CityAgent

/// A minute of the district's wall clock (China Standard Time, no daylight saving).
public struct LocalTime: Sendable, Hashable, Comparable {
  public var day: CalendarDay
  /// Minutes since midnight, 0…1439.
  public var minute: Int

  public init(day: CalendarDay, minute: Int) {
    self.day = day
    self.minute = minute
  }

  public static func < (a: LocalTime, b: LocalTime) -> Bool {
    (a.day, a.minute) < (b.day, b.minute)
  }
}
