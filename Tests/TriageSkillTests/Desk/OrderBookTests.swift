import CityAgent
import Testing

@testable import TriageSkill

struct OrderBookTests {
  private typealias Sample = DeskSample

  private func state(_ events: [(String, OrderEvent.Kind)]) throws -> OrderState {
    var book = try Sample.book()
    for (at, kind) in events { try book.apply(Sample.event("A", at, kind)) }
    return try #require(book["A"])
  }

  @Test func anOrdersLifeIsFoldedFromItsEvents() throws {
    let state = try state([
      ("25 09:07", .assigned(lead: "区水务局", limit: nil)),
      ("25 10:00", .returned(reason: "不在管养范围")),
      ("25 10:30", .reassigned(lead: "市交通运输局福田管理局", reason: "道路归其管养", limit: nil)),
      ("26 09:00", .replied(text: "已修复")), ("26 10:00", .closed(result: "已修复")),
      ("27 10:00", .rated(5, comment: "很快")),
    ])
    #expect(state.status == .closed && state.owner == "市交通运输局福田管理局")
    #expect(
      state.history.map(\.event) == [
        "filed", "assigned", "returned", "reassigned", "replied", "closed",
      ])
    #expect(state.history[2].reason == "不在管养范围" && state.history[2].by == "员工7")
    #expect(state.returns == 1 && state.rating == 5 && state.ratingComment == "很快")
    #expect(state.respondedAt == Moment("2026-11-25 09:07"))
    #expect(state.repliedAt == Moment("2026-11-26 09:00"))
    #expect(state.deadlines == Sample.filed().deadlines)
    #expect(!state.isOverdue(at: Moment("2027-11-26 09:00")!))
  }

  @Test func pausesAndExtensionsMoveTheDeadline() throws {
    let moved = try state([
      ("25 10:00", .paused(reason: "等市民补充地址")), ("27 10:00", .resumed),
      ("27 11:00", .extended(TimeLimit(2, .workDays), reason: "待材料")),
    ])
    // Five working days after the 25th is 2 December; two paused days, two more.
    #expect(moved.close.moment == Moment("2026-12-08 18:00"))
    #expect(!moved.isPaused && moved.extensions == 1 && !moved.wasExtendedLate)
    let standing = try state([("25 10:00", .paused(reason: "等市民"))])
    #expect(standing.isPaused && !standing.isOverdue(at: Moment("2028-01-01")!))
    #expect(standing.escalation(at: Moment("2028-01-01")!, clock: Sample.clock) == 0)
    #expect(standing.reminders(clock: Sample.clock).isEmpty)
  }

  @Test func urgentOrdersRunOnHours() throws {
    var book = OrderBook(clock: Sample.clock)
    try book.apply(Sample.event("U", "25 09:00", .filed(Sample.filed(urgency: .urgent))))
    try book.apply(Sample.event("U", "25 10:00", .paused(reason: "等市民")))
    try book.apply(Sample.event("U", "25 12:30", .resumed))
    #expect(book["U"]?.close.moment == Moment("2026-11-26 11:30"))
    #expect(book["U"]?.isOverdue(at: Moment("2026-11-26 11:31")!) == true)
    #expect(book["U"]?.escalation(at: Moment("2026-11-26 11:31")!, clock: Sample.clock) == 1)
    #expect(book["U"]?.reminders(clock: Sample.clock).count == 2)
  }

  @Test func anotherLimitCountsFromReceipt() throws {
    let state = try state([
      ("25 10:00", .reassigned(lead: "区住房和建设局", reason: "另一事项", limit: TimeLimit(15, .workDays)))
    ])
    #expect(state.limit == TimeLimit(15, .workDays))
    #expect(state.close.moment == Moment("2026-12-16 18:00"))
  }

  @Test func lateExtensionsSayThatTheyAre() throws {
    var book = try Sample.book()
    try book.apply(
      OrderEvent(
        "A", at: Moment("2026-12-03 09:00")!, .extended(TimeLimit(1, .workDays), reason: "忘了")))
    #expect(book["A"]?.wasExtendedLate == true)
    #expect(book["A"]?.close.moment == Moment("2026-12-03 18:00"))
  }

  @Test func aReopenedOrderBeginsItsLimitAnew() throws {
    let state = try state([
      ("25 10:00", .closed(result: "已处理")), ("26 10:00", .rated(1, comment: nil)),
      ("27 10:00", .reopened(reason: "没修好")),
    ])
    #expect(state.status == .assigned && state.closedAt == nil && state.rating == nil)
    #expect(state.reopenings == 1 && state.close.moment == Moment("2026-12-04 18:00"))
  }

  @Test func mergedOrdersGoOnWithTheirLeaderAndComeApartAgain() throws {
    var book = try Sample.book()
    try book.apply(Sample.event("B", "25 10:00", .merged(into: "A")))
    try book.apply(Sample.event("C", "25 10:01", .merged(into: "A")))
    #expect(book["A"]?.group == ["B", "C"] && book["B"]?.mergedInto == "A")
    #expect(book["B"]?.isOverdue(at: Moment("2030-01-01")!) == false)
    try book.apply(Sample.event("A", "26 10:00", .closed(result: "已通")))
    #expect(book.status(of: "B") == .closed && book["B"]?.status == .filed)
    try book.apply(Sample.event("B", "26 11:00", .rated(4, comment: nil)))
    try book.apply(Sample.event("B", "26 12:00", .unmerged))
    #expect(book["A"]?.group == ["C"] && book.status(of: "B") == .filed)
    // Every original is kept as it was filed.
    #expect(book["B"]?.filed == Sample.filed())
  }

  @Test func refusedEventsSayWhyAndChangeNothing() throws {
    func refusal(_ before: [(String, OrderEvent.Kind)], _ id: String, _ kind: OrderEvent.Kind)
      throws
      -> String
    {
      var book = try Sample.book()
      for (id, kind) in before { try book.apply(Sample.event(id, "25 10:00", kind)) }
      let was = book.orders
      do {
        try book.apply(Sample.event(id, "25 11:00", kind))
        return ""
      } catch {
        #expect(error.code == .notAllowed || error.code == .notFound)
        #expect(book.orders == was)
        return error.message
      }
    }
    let merged: [(String, OrderEvent.Kind)] = [("B", .merged(into: "A"))]
    let closed: [(String, OrderEvent.Kind)] = [("A", .closed(result: "好"))]
    let paused: [(String, OrderEvent.Kind)] = [("A", .paused(reason: "等"))]
    let assigned: [(String, OrderEvent.Kind)] = [("A", .assigned(lead: "甲", limit: nil))]
    let returned: [(String, OrderEvent.Kind)] = [("A", .returned(reason: "错"))]
    let cases: [([(String, OrderEvent.Kind)], String, OrderEvent.Kind, String)] = [
      (merged, "B", .closed(result: "好"), "goes on with A"),
      (merged, "B", .replied(text: "好"), "goes on with A"),
      (merged, "B", .merged(into: "C"), "goes on with A"),
      (merged, "C", .merged(into: "B"), "merge into that one"),
      (merged, "A", .merged(into: "C"), "leads a group"),
      (merged, "B", .rated(3, comment: nil), "is open"),
      ([], "A", .merged(into: "A"), "into itself"), ([], "A", .merged(into: "Z"), "no order Z"),
      ([], "A", .unmerged, "merged with none"), ([], "Z", .resumed, "no order Z"),
      ([], "A", .returned(reason: " "), "say why"), ([], "A", .resumed, "nothing to resume"),
      ([], "A", .assigned(lead: "", limit: nil), "name the unit"),
      ([], "A", .assigned(lead: "甲", limit: TimeLimit(0, .days)), "1 or more"),
      ([], "A", .reassigned(lead: "甲", reason: "　", limit: nil), "say why"),
      ([], "A", .extended(TimeLimit(0, .days), reason: "慢"), "1 or more"),
      ([], "A", .extended(TimeLimit(1, .days), reason: ""), "needs more time"),
      ([], "A", .reopened(reason: "错"), "is open"), ([], "A", .closed(result: "\n"), "what result"),
      ([], "A", .replied(text: ""), "is empty"), ([], "A", .rated(3, comment: nil), "is open"),
      ([], "A", .filed(Sample.filed()), "filed already"), ([], "A", .paused(reason: ""), "say why"),
      (paused, "A", .paused(reason: "等"), "stands already"),
      (paused, "A", .closed(result: "好"), "resume it first"),
      (paused, "A", .returned(reason: "错"), "resume it first"),
      (paused, "A", .merged(into: "B"), "resume it first"),
      (assigned, "A", .assigned(lead: "乙", limit: nil), "has an owner"),
      (returned, "A", .returned(reason: "错"), "returned already"),
      (closed, "A", .replied(text: "好"), "reopen it first"),
      (closed, "A", .closed(result: "好"), "closed already"),
      (closed, "A", .paused(reason: "等"), "has stopped"),
      (closed, "A", .rated(6, comment: nil), "1 to 5"),
      (closed, "B", .merged(into: "A"), "is closed"),
      (closed, "A", .merged(into: "B"), "is closed"),
    ]
    for (before, id, kind, message) in cases {
      let found = try refusal(before, id, kind)
      #expect(found.contains(message), "\(kind.name) of \(id) after \(before): \(found)")
    }
  }

  @Test func aClockSetBackIsNotedAndMovesNothing() throws {
    let state = try state([("25 10:00", .paused(reason: "等市民")), ("25 09:30", .resumed)])
    #expect(state.clockWentBack && state.close.moment == Moment("2026-12-02 18:00"))
    #expect(
      try !self.state([("25 10:00", .paused(reason: "等")), ("25 10:30", .resumed)]).clockWentBack)
  }

  @Test func idsCountOnByDay() throws {
    var book = OrderBook(clock: Sample.clock)
    let day = CalendarDay("2026-11-25")!
    #expect(book.nextID(on: day) == "20261125-0001")
    for id in ["20261125-0007", "20261125-x", "20261126-0003", "else", "20261125-9999"] {
      try book.apply(Sample.event(id, "25 09:00", .filed(Sample.filed())))
    }
    #expect(book.nextID(on: day) == "20261125-10000")
    #expect(book.nextID(on: CalendarDay("2026-11-26")!) == "20261126-0004")
    #expect(book.ids.first == "20261125-0007" && book.count == 5)
  }
}
