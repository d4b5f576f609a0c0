/// Works out by when things are due at a desk: its calendar with its rules.
///
/// The conventions are those of the Civil Code (民法典 arts. 201–203): minutes and hours run from the moment of receipt;
/// of days and working days the day of receipt does not count; a period of days whose last day is no working day
/// ends with the next one; and the last day ends when the office closes. Working hours pass only while it is open – our
/// own reading: a limit that is up exactly at closing time ends then, not when the office opens again.
public struct DeskClock: Sendable, Equatable {
  public let calendar: WorkCalendar
  public let rules: DeskRules

  public init(calendar: WorkCalendar, rules: DeskRules = DeskRules()) {
    self.calendar = calendar
    self.rules = rules
  }

  /// No deadline lies beyond this moment, however long the limit.
  static let end = Moment(seconds: 253_402_300_740)
  private static let start = Moment(seconds: -62_135_596_800)

  /// When a limit is up that begins at `moment`; at once for a limit of 0 or less.
  /// - Complexity: O(1).
  public func deadline(from moment: Moment, limit: TimeLimit) -> Moment {
    let from = min(max(moment, Self.start), Self.end)
    // Beyond any calendar, and far from overflow in seconds.
    let value = min(limit.value, 10_000_000_000)
    guard value > 0 else { return from }
    let due: Moment
    switch limit.unit {
    case .minutes: due = from.adding(seconds: value * 60)
    case .hours: due = from.adding(seconds: value * 3_600)
    case .workHours: due = self.moment(openSeconds: openSeconds(before: from) + value * 3_600)
    case .workDays:
      // The day of receipt does not count, whether it is a working day or not.
      due = close(
        of: calendar.workingDay(calendar.workingDays(before: from.dayNumber + 1) + value - 1))
    case .days: due = closeOnOrAfter(from.dayNumber + value)
    }
    return min(due, Self.end)
  }

  /// The clock that an order's closing runs on: the matter's own, or hours where it is urgent.
  public func unit(of limit: TimeLimit, urgency: Urgency) -> TimeLimit.Unit {
    urgency == .normal ? limit.unit : .hours
  }

  /// The three moments of an order received at `moment`: respond, feedback, close.
  ///
  /// An urgent order closes within ``DeskRules/urgentClose``, or its matter's own limit where that is shorter.
  /// - Complexity: O(1); below two microseconds.
  public func deadlines(received moment: Moment, limit: TimeLimit, urgency: Urgency) -> Deadlines {
    var close = deadline(from: moment, limit: limit)
    var isOnCalendar = Self.needsCalendar(limit.unit)
    if urgency > .normal {
      let urgent = deadline(from: moment, limit: rules.urgentClose)
      if urgent <= close {
        close = urgent
        isOnCalendar = Self.needsCalendar(rules.urgentClose.unit)
      }
    }
    let respond = deadline(from: moment, limit: rules.respond)
    let feedback = deadline(from: moment, limit: rules.feedback)
    isOnCalendar =
      isOnCalendar || Self.needsCalendar(rules.respond.unit)
      || Self.needsCalendar(rules.feedback.unit)
    return Deadlines(
      respond: respond, feedback: feedback, close: close,
      warnings: warnings(from: moment, to: max(respond, feedback, close), onCalendar: isOnCalendar))
  }

  /// Why a deadline may be wrong: it lies in, or was counted through, a year that the calendar does not have.
  public func warnings(from: Moment, to: Moment, onCalendar: Bool = true) -> [String] {
    var warnings: [String] = []
    let words = ClockWords(rules.language)
    if onCalendar, let year = calendar.uncoveredYear(from: from.dayNumber, to: to.dayNumber) {
      warnings.append(words.uncovered(year: year))
    }
    if to >= Self.end { warnings.append(words.beyond) }
    return warnings
  }

  /// When to remind before a deadline: at the shares of ``DeskRules/reminders``, measured on the deadline's own clock.
  public func reminders(from: Moment, deadline: Moment, unit: TimeLimit.Unit) -> [Moment] {
    guard from < deadline else { return [] }
    return rules.reminders.map { share in
      switch unit {
      case .minutes, .hours, .days:
        return from.adding(
          seconds: Int((Double(deadline.seconds - from.seconds) * share).rounded()))
      case .workHours, .workDays:
        let start = openSeconds(before: from)
        let open = openSeconds(before: deadline) - start
        return min(
          moment(openSeconds: start + max(1, Int((Double(open) * share).rounded()))), deadline)
      }
    }
  }

  /// The level of escalation at `now`: 0 until the deadline, then the steps of ``DeskRules/escalation`` that have begun.
  public func escalation(deadline: Moment, now: Moment) -> Int {
    guard now > deadline else { return 0 }
    return rules.escalation.prefix { self.deadline(from: deadline, limit: $0) < now }.count
  }

  static func needsCalendar(_ unit: TimeLimit.Unit) -> Bool {
    switch unit {
    case .minutes, .hours: false
    case .workHours, .workDays, .days: true
    }
  }

  /// Seconds the office was open before a moment, counted from the calendar's first day.
  func openSeconds(before moment: Moment) -> Int {
    let day = moment.dayNumber
    let full = calendar.workingDays(before: day) * rules.officeHours.secondsADay
    guard calendar.isWorking(day) else { return full }
    return full + rules.officeHours.openSeconds(before: moment.secondOfDay)
  }

  /// The first moment by which so many seconds have passed.
  func moment(openSeconds open: Int) -> Moment {
    let whole = rules.officeHours.secondsADay
    var days = (open - 1) / whole
    var rest = open - days * whole
    if rest <= 0 {
      days -= 1
      rest += whole
    }
    let day = calendar.workingDay(days)
    return Moment(seconds: day * 86_400 + rules.officeHours.second(after: rest))
  }

  private func close(of day: Int) -> Moment {
    Moment(seconds: day * 86_400 + rules.officeHours.close)
  }

  func closeOnOrAfter(_ day: Int) -> Moment {
    close(of: calendar.workingDay(calendar.workingDays(before: day)))
  }
}
