/// A deadline that pauses and extensions can still move.
public struct DueTime: Sendable, Equatable {
  public internal(set) var moment: Moment
  /// The clock it runs on.
  public internal(set) var unit: TimeLimit.Unit
  /// Of a period of days its last day, before it moved to a working day; else the deadline's own.
  var day: Int
}

extension DeskClock {
  /// When a limit is up, as something that pauses and extensions move.
  public func due(from moment: Moment, limit: TimeLimit) -> DueTime {
    let deadline = deadline(from: moment, limit: limit)
    let isInDays = limit.unit == .days && limit.value > 0 && deadline < Self.end
    return DueTime(
      moment: deadline, unit: limit.unit,
      day: isInDays ? moment.dayNumber + limit.value : deadline.dayNumber)
  }

  /// A deadline that was written down earlier, with the limit it came from; that of an urgent order runs on hours.
  public func due(
    at deadline: Moment, from moment: Moment, limit: TimeLimit, urgency: Urgency = .normal
  ) -> DueTime {
    let unit = unit(of: limit, urgency: urgency)
    if unit == limit.unit {
      let due = due(from: moment, limit: limit)
      if due.moment == deadline { return due }
    }
    return DueTime(moment: deadline, unit: unit, day: deadline.dayNumber)
  }

  /// Moves a deadline by a pause: later by what passed of its own clock meanwhile.
  ///
  /// Of working days and days a pause counts as many as begin while it lasts; the deadline is then never before the
  /// first closing of the office after it. A pause that begins when the time is already up moves nothing.
  public func pause(_ due: inout DueTime, from: Moment, to: Moment) {
    guard from < due.moment, from < to else { return }
    let to = min(to, Self.end)
    switch due.unit {
    case .minutes, .hours:
      due.moment = min(due.moment.adding(seconds: to.seconds - from.seconds), Self.end)
    case .workHours:
      let passed = openSeconds(before: to) - openSeconds(before: from)
      guard passed > 0 else { return }
      due.moment = moment(openSeconds: openSeconds(before: due.moment) + passed)
    case .workDays:
      let passed =
        calendar.workingDays(before: to.dayNumber + 1)
        - calendar.workingDays(before: from.dayNumber + 1)
      let later = deadline(from: due.moment, limit: TimeLimit(passed, .workDays))
      due.moment = max(later, to > due.moment ? firstClose(after: to) : later)
    case .days:
      due.day += to.dayNumber - from.dayNumber
      let later = closeOnOrAfter(due.day)
      due.moment = max(later, to > due.moment ? firstClose(after: to) : later)
    }
    due.moment = min(due.moment, Self.end)
  }

  /// Moves a deadline by an extension, which begins where the deadline stands.
  public func extend(_ due: inout DueTime, by limit: TimeLimit) {
    guard limit.value > 0 else { return }
    due = self.due(from: due.moment, limit: limit)
  }

  /// The first moment from `moment` on at which the office closes.
  private func firstClose(after moment: Moment) -> Moment {
    let day = moment.dayNumber
    let isLate = moment.secondOfDay > rules.officeHours.close
    return closeOnOrAfter(isLate ? day + 1 : day)
  }
}
