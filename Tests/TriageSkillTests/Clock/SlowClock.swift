import CityAgent

@testable import TriageSkill

/// Deadlines by walking minute by minute, with nothing of the fast clock: to be compared with it.
struct SlowClock {
  var holidays: Set<String> = []
  var workdays: Set<String> = []

  /// Reads the calendar's rows by cutting at commas.
  init(csv: String) {
    for line in csv.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",")
      if cells[1] == "holiday" { holidays.insert(String(cells[0])) }
      if cells[1] == "workday" { workdays.insert(String(cells[0])) }
    }
  }

  /// A minute of a day; walks on one at a time.
  struct Walk {
    var day: CalendarDay
    var minute: Int
    /// 0 for Monday.
    var weekday: Int
    /// Whether its day is a working day; nil until somebody looks.
    var works: Bool?

    mutating func step() {
      minute += 1
      guard minute == 1_440 else { return }
      minute = 0
      works = nil
      weekday = (weekday + 1) % 7
      day =
        CalendarDay(year: day.year, month: day.month, day: day.day + 1)
        ?? CalendarDay(year: day.year, month: day.month + 1, day: 1)
        ?? CalendarDay(year: day.year + 1, month: 1, day: 1)!
    }

    var text: String {
      func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
      return "\(day) \(two(minute / 60)):\(two(minute % 60))"
    }
  }

  func isWorking(_ walk: inout Walk) -> Bool {
    if let works = walk.works { return works }
    let day = walk.day.description
    let works = !holidays.contains(day) && (workdays.contains(day) || walk.weekday < 5)
    walk.works = works
    return works
  }

  /// 9 to 12 and 14 to 18 o'clock.
  func isOpen(_ walk: inout Walk) -> Bool {
    ((540..<720).contains(walk.minute) || (840..<1_080).contains(walk.minute)) && isWorking(&walk)
  }

  /// By the weekday of a known Monday, counting day by day.
  func walk(_ day: CalendarDay, minute: Int) -> Walk {
    var walk = Walk(day: CalendarDay("2021-11-01")!, minute: 0, weekday: 0)
    while walk.day < day {
      walk.minute = 1_439
      walk.step()
    }
    walk.minute = minute
    return walk
  }

  private func isBefore(_ a: Walk, _ b: Walk) -> Bool {
    a.day == b.day ? a.minute < b.minute : a.day < b.day
  }

  /// The deadline of a limit that begins at `start`; nothing counts while it is paused.
  func deadline(from start: Walk, _ limit: TimeLimit, pauses: [(from: Walk, to: Walk)]) -> Walk {
    var walk = start
    var left = limit.value
    if limit.unit == .hours || limit.unit == .workHours { left *= 60 }
    if left == 0 { return walk }
    while true {
      let isPaused = pauses.contains { !isBefore(walk, $0.from) && isBefore(walk, $0.to) }
      switch limit.unit {
      case .minutes, .hours:
        if !isPaused { left -= 1 }
        walk.step()
        if left == 0 { return walk }
      case .workHours:
        if !isPaused, isOpen(&walk) { left -= 1 }
        walk.step()
        if left == 0 { return walk }
      case .workDays, .days:
        // A new day counts at its beginning, unless it began in a pause; the time is up at closing.
        if left <= 0, walk.minute == 1_080, !isPaused, isWorking(&walk) { return walk }
        walk.step()
        if walk.minute == 0, limit.unit == .days || isWorking(&walk) {
          // A pause that ends at midnight sharp has seen the day begin.
          if !pauses.contains(where: { isBefore($0.from, walk) && !isBefore($0.to, walk) }) {
            left -= 1
          }
        }
      }
    }
  }
}
