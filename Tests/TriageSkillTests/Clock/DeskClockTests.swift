import CityAgent
import CityText
import FoundationEssentials
import Testing

@testable import TriageSkill

struct DeskClockTests {
  static let calendarText = try! String(
    contentsOfFile: Seeds.folder + "/calendar.csv", encoding: .utf8)
  static let calendar = try! WorkCalendar.read(Array(calendarText.utf8), path: "calendar.csv")
  static let clock = DeskClock(calendar: calendar)
  static let slow = SlowClock(csv: calendarText)

  struct Case: CustomStringConvertible {
    var start: Moment
    var limit: TimeLimit
    var pauses: [(from: Moment, to: Moment)] = []
    var later: TimeLimit?

    var description: String {
      "\(start) + \(limit.value) \(limit.unit.rawValue), paused \(pauses), extended \(String(describing: later))"
    }
  }

  /// The same cases every time.
  static func cases(_ count: Int, seed: UInt64, pauses: Bool) -> [Case] {
    var random = SplitMix(seed)
    let first = Moment("2022-01-01")!.seconds
    let last = Moment("2026-09-30")!.seconds
    return (0..<count).map { _ in
      let start = Moment(seconds: first + random.below((last - first) / 60) * 60)
      let unit = TimeLimit.Unit.allCases[random.below(5)]
      let most = [600, 120, 50, 15, 25][TimeLimit.Unit.allCases.firstIndex(of: unit)!]
      var one = Case(start: start, limit: TimeLimit(1 + random.below(most), unit))
      guard pauses else { return one }
      var at = start.seconds
      for _ in 0..<random.below(4) {
        let from = at + random.below(4 * 1_440) * 60
        let to = from + random.below(6 * 1_440) * 60
        one.pauses.append((Moment(seconds: from), Moment(seconds: to)))
        at = to
      }
      if random.below(3) == 0 {
        one.later = TimeLimit(1 + random.below(5), TimeLimit.Unit.allCases[random.below(5)])
      }
      return one
    }
  }

  /// The fast clock's and the slow clock's deadline.
  private static func both(_ one: Case) -> (String, String) {
    var due = clock.due(from: one.start, limit: one.limit)
    for pause in one.pauses { clock.pause(&due, from: pause.from, to: pause.to) }
    if let later = one.later { clock.extend(&due, by: later) }
    func walk(_ moment: Moment) -> SlowClock.Walk {
      slow.walk(moment.day, minute: moment.secondOfDay / 60)
    }
    let start = walk(one.start)
    let pauses = one.pauses.map { (walk($0.from), walk($0.to)) }
    var end = slow.deadline(from: start, one.limit, pauses: pauses)
    if let later = one.later { end = slow.deadline(from: end, later, pauses: []) }
    return (due.moment.description, end.text)
  }

  @Test func fiveHundredDeadlinesEqualAWalkMinuteByMinute() {
    for one in Self.cases(500, seed: 20_261_125, pauses: false) {
      let (fast, walked) = Self.both(one)
      #expect(fast == walked, "\(one)")
    }
  }

  @Test func fiveHundredPausedAndExtendedDeadlinesEqualAWalk() {
    for one in Self.cases(500, seed: 7, pauses: true) {
      let (fast, walked) = Self.both(one)
      #expect(fast == walked, "\(one)")
    }
  }

  @Test(
    arguments: [
      // Friday before National Day 2025; the holiday is 1 to 8 October, Sunday 28 September and Saturday 11 October are worked.
      ("2025-09-26 10:00", TimeLimit(1, .workDays), "2025-09-28 18:00"),
      ("2025-09-30 10:00", TimeLimit(1, .workDays), "2025-10-09 18:00"),
      ("2025-09-30 17:00", TimeLimit(2, .workHours), "2025-10-09 10:00"),
      ("2025-10-10 09:00", TimeLimit(1, .workDays), "2025-10-11 18:00"),
      ("2025-10-04 12:00", TimeLimit(1, .days), "2025-10-09 18:00"),
      ("2026-11-25 11:30", TimeLimit(30, .minutes), "2026-11-25 12:00"),
      ("2026-11-25 11:30", TimeLimit(1, .workHours), "2026-11-25 14:30"),
      ("2026-11-25 11:00", TimeLimit(1, .workHours), "2026-11-25 12:00"),
      ("2026-11-25 20:00", TimeLimit(7, .workHours), "2026-11-26 18:00"),
      ("2026-11-25 23:59", TimeLimit(24, .hours), "2026-11-26 23:59"),
      ("2026-11-27 09:00", TimeLimit(5, .workDays), "2026-12-04 18:00"),
    ])
  func deadlinesOfTheConventions(_ start: String, _ limit: TimeLimit, _ due: String) throws {
    let moment = try #require(Moment(start))
    #expect(Self.clock.deadline(from: moment, limit: limit).description == due)
  }

  @Test(
    arguments: [
      // Paused on the last day and resumed after closing: the next closing counts.
      (TimeLimit(1, .workDays), "2026-11-26 10:00", "2026-11-26 20:00", "2026-11-27 18:00"),
      (TimeLimit(1, .workDays), "2026-11-26 10:00", "2026-11-26 15:00", "2026-11-26 18:00"),
      (TimeLimit(1, .workDays), "2026-11-25 10:00", "2026-11-28 10:00", "2026-11-30 18:00"),
      (TimeLimit(4, .workHours), "2026-11-25 10:00", "2026-11-25 13:00", "2026-11-25 17:00"),
      (TimeLimit(2, .hours), "2026-11-25 09:30", "2026-11-25 10:00", "2026-11-25 11:30"),
      // The time was up before the pause began, or the clock went backwards: nothing moves.
      (TimeLimit(2, .hours), "2026-11-25 11:00", "2026-11-26 10:00", "2026-11-25 11:00"),
      (TimeLimit(2, .hours), "2026-11-25 10:00", "2026-11-25 09:30", "2026-11-25 11:00"),
    ])
  func pausesMoveADeadlineOnItsOwnClock(
    _ limit: TimeLimit, _ from: String, _ to: String, _ due: String
  ) throws {
    var time = Self.clock.due(from: Moment("2026-11-25 09:00")!, limit: limit)
    Self.clock.pause(&time, from: try #require(Moment(from)), to: try #require(Moment(to)))
    #expect(time.moment.description == due)
  }

  @Test func urgentOrdersCloseWithinADayOrSooner() {
    let start = Moment("2026-11-25 09:00")!
    let slow = Self.clock.deadlines(
      received: start, limit: TimeLimit(5, .workDays), urgency: .urgent)
    #expect(slow.respond == Moment("2026-11-25 09:10"))
    #expect(slow.feedback == Moment("2026-11-25 09:30"))
    #expect(slow.close == Moment("2026-11-26 09:00"))
    let quick = Self.clock.deadlines(
      received: start, limit: TimeLimit(2, .hours), urgency: .emergency)
    #expect(quick.close == Moment("2026-11-25 11:00"))
    let normal = Self.clock.deadlines(
      received: start, limit: TimeLimit(5, .workDays), urgency: .normal)
    #expect(normal.close == Moment("2026-12-02 18:00"))
    #expect(normal.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("2026-12-28 10:00", TimeLimit(5, .workDays), true),
      ("2021-12-30 10:00", TimeLimit(1, .days), true),
      ("2026-12-28 10:00", TimeLimit(2, .workDays), false),
      ("2031-01-01 10:00", TimeLimit(5, .workHours), true),
    ])
  func yearsWithoutACalendarAreWarnedOf(_ start: String, _ limit: TimeLimit, _ warns: Bool) throws {
    let moment = try #require(Moment(start))
    let deadlines = Self.clock.deadlines(received: moment, limit: limit, urgency: .normal)
    #expect(deadlines.warnings.isEmpty == !warns)
    if warns { #expect(deadlines.warnings[0].contains("年的放假安排")) }
  }

  @Test func hoursOnTheWallNeedNoCalendar() {
    let deadlines = Self.clock.deadlines(
      received: Moment("2031-01-01 10:00")!, limit: TimeLimit(5, .hours), urgency: .normal)
    #expect(deadlines.warnings.isEmpty)
  }

  @Test(arguments: TimeLimit.Unit.allCases)
  func hugeLimitsEndWithTheYear9999(_ unit: TimeLimit.Unit) {
    let start = Moment("2026-11-25 09:00")!
    for value in [1_000_000_000, Int.max] {
      let deadlines = Self.clock.deadlines(
        received: start, limit: TimeLimit(value, unit), urgency: .normal)
      #expect(deadlines.close <= DeskClock.end)
      #expect(deadlines.close > Moment("2900-01-01")!)
    }
    let all = Self.clock.deadlines(
      received: start, limit: TimeLimit(.max, unit), urgency: .normal)
    #expect(all.close == DeskClock.end && all.warnings.contains { $0.contains("9999") })
    #expect(Self.clock.deadline(from: start, limit: TimeLimit(0, unit)) == start)
    #expect(Self.clock.deadline(from: start, limit: TimeLimit(.min, unit)) == start)
    #expect(
      Self.clock.deadline(from: Moment(seconds: .max), limit: TimeLimit(1, unit)) == DeskClock.end)
    #expect(Self.clock.deadline(from: Moment(seconds: .min), limit: TimeLimit(1, unit)) < start)
  }

  @Test func remindersLieBetweenReceiptAndDeadline() {
    let start = Moment("2026-11-25 09:00")!
    #expect(
      Self.clock.reminders(from: start, deadline: Moment("2026-11-25 19:00")!, unit: .hours)
        .map(\.description) == ["2026-11-25 14:00", "2026-11-25 17:00"])
    // Seven open hours a day: half of two days is the first closing.
    #expect(
      Self.clock.reminders(from: start, deadline: Moment("2026-11-26 18:00")!, unit: .workDays)
        .map(\.description) == ["2026-11-25 18:00", "2026-11-26 15:12"])
    #expect(Self.clock.reminders(from: start, deadline: start, unit: .hours).isEmpty)
  }

  @Test(
    arguments: [
      ("2026-11-25 18:00", 0), ("2026-11-25 18:01", 1), ("2026-12-02 18:00", 1),
      ("2026-12-02 18:01", 2), ("2027-11-25 18:00", 2),
    ])
  func escalationRisesAfterTheDeadline(_ now: String, _ level: Int) throws {
    let deadline = Moment("2026-11-25 18:00")!
    #expect(Self.clock.escalation(deadline: deadline, now: try #require(Moment(now))) == level)
  }
}

/// A small generator of the same numbers everywhere (Steele, Lea, Flood 2014: SplitMix64).
struct SplitMix {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ z >> 31) % UInt64(bound))
  }
}

/// Where the project's own data lies.
enum Seeds {
  static let folder: String = {
    var parts = #filePath.split(separator: "/").map(String.init)
    parts.removeLast(4)
    return "/" + parts.joined(separator: "/") + "/seeds"
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
  }
}
