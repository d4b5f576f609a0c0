import CityAgent
import Glibc
import Testing

@testable import TriageSkill

struct OrderDeskTests {
  private typealias Sample = DeskSample

  /// One event of each kind, in an order that is allowed.
  private static let events: [OrderEvent] = [
    OrderEvent(
      "A", at: Moment("2026-11-25 09:00")!,
      .filed(Sample.filed(order: #"{"text":"井盖\n“坏”","n":[1.50,null,true]}"#))),
    Sample.event("B", "25 09:01", .filed(Sample.filed(urgency: .emergency))),
    Sample.event("A", "25 09:02", .assigned(lead: "甲", limit: TimeLimit(3, .workHours))),
    Sample.event("A", "25 09:03", .returned(reason: "不是我们的\n真的")),
    Sample.event("A", "25 09:04", .reassigned(lead: "乙", reason: "归乙", limit: nil)),
    Sample.event("A", "25 09:05", .paused(reason: "等市民")),
    Sample.event("A", "25 09:06", .resumed),
    Sample.event("A", "25 09:07", .extended(TimeLimit(2, .days), reason: "雨天")),
    Sample.event("B", "25 09:08", .merged(into: "A")), Sample.event("B", "25 09:09", .unmerged),
    Sample.event("A", "25 09:10", .replied(text: "已修好 🙂")),
    Sample.event("A", "25 09:11", .closed(result: "修复")),
    Sample.event("A", "25 09:12", .rated(2, comment: "慢")),
    Sample.event("A", "25 09:13", .reopened(reason: "又坏了")),
  ]

  @Test(arguments: events) func everyEventReadsBack(_ event: OrderEvent) throws {
    let line = event.json
    #expect(!line.contains(0x0A))
    #expect(try OrderEvent(json: line) == event.normalised())
  }

  @Test func aLogReadsBackAsItWasWritten() throws {
    let folder = DeskFolder()
    do {
      let desk = try OrderDesk(folder: folder.path, clock: Sample.clock)
      try desk.append(Array(Self.events[..<5]))
      for event in Self.events[5...] { try desk.append(event) }
    }
    var problems: [TriageError] = []
    let book = try OrderDesk.read(folder: folder.path, clock: Sample.clock) { problems.append($0) }
    #expect(problems.isEmpty && book.ids == ["A", "B"])
    #expect(book["A"]?.reopenings == 1 && book["A"]?.owner == "乙")
    #expect(
      book["A"].map { String(decoding: $0.filed.order, as: UTF8.self) }
        == #"{"text":"井盖\n“坏”","n":[1.50,null,true]}"#)
  }

  /// A crash may leave any beginning of the log: its whole lines serve, and the next writer goes on behind them.
  @Test func aLogCutAtAnyByteServesItsWholeLines() throws {
    var whole: [UInt8] = []
    for event in Self.events { whole += try event.normalised().json + [0x0A] }
    var expected = OrderBook(clock: Sample.clock)
    var ends: [Int: [OrderState]] = [:]
    var end = 0
    for event in Self.events {
      ends[end] = expected.orders
      try expected.apply(event.normalised())
      end += try event.normalised().json.count + 1
    }
    ends[end] = expected.orders
    let folder = DeskFolder()
    var lastWhole = 0
    for cut in 0...whole.count {
      if ends[cut] != nil { lastWhole = cut }
      folder.log = Array(whole[..<cut])
      var problems: [TriageError] = []
      let desk = try OrderDesk(folder: folder.path, clock: Sample.clock) { problems.append($0) }
      #expect(problems.isEmpty)
      #expect(desk.book.orders == ends[lastWhole])
      #expect(folder.log == Array(whole[..<lastWhole]))
      // Every tenth time something is added; a sync a byte would take minutes.
      if cut % 10 == 0 {
        let next = Sample.event("N", "25 10:00", .filed(Sample.filed()))
        try desk.append(next)
        #expect(folder.log == Array(whole[..<lastWhole]) + next.json + [0x0A])
      }
    }
  }

  @Test func damagedLinesInTheMiddleAreReportedAndTheRestServes() throws {
    let folder = DeskFolder()
    folder.log =
      Self.events[0].json + [0x0A]
      + Array("{\"order\":\"A\",\"at\":\"2026-11-25\",\"event\":\"danced\"}\nrubbish\n\n".utf8)
      + Array(#"{"order":"A","at":"soon","event":"resumed"}"#.utf8) + [0x0A]
      + Sample.event("A", "25 09:30", .resumed).json + [0x0A]
      + Sample.event("A", "25 09:40", .closed(result: "好")).json + [0x0A]
    var problems: [TriageError] = []
    let book = try OrderDesk.read(folder: folder.path, clock: Sample.clock) { problems.append($0) }
    #expect(problems.map(\.line) == [2, 3, 5, 6])
    #expect(
      problems[0].message.contains("danced") && problems[3].message.contains("nothing to resume"))
    #expect(problems.allSatisfy { $0.path?.hasSuffix("orders.jsonl") == true })
    #expect(book["A"]?.status == .closed)
  }

  @Test func twoWritersAreHeldApart() throws {
    let folder = DeskFolder()
    var first: OrderDesk? = try OrderDesk(folder: folder.path, clock: Sample.clock)
    try first?.append(Self.events[0])
    #expect {
      _ = try OrderDesk(folder: folder.path, clock: Sample.clock)
    } throws: { error in
      (error as? TriageError)?.message.contains("another process") == true
    }
    // Reading goes on meanwhile.
    #expect(try OrderDesk.read(folder: folder.path, clock: Sample.clock).ids == ["A"])
    first = nil
    #expect(try OrderDesk(folder: folder.path, clock: Sample.clock).book.ids == ["A"])
  }

  @Test func refusedEventsLeaveTheLogAlone() throws {
    let folder = DeskFolder()
    let desk = try OrderDesk(folder: folder.path, clock: Sample.clock)
    try desk.append(Self.events[0])
    let before = folder.log
    #expect(throws: TriageError.self) { try desk.append(Sample.event("A", "25 10:00", .resumed)) }
    // The second one is not allowed: the first is not written either.
    #expect(throws: TriageError.self) {
      try desk.append([
        Sample.event("A", "25 10:00", .paused(reason: "等")),
        Sample.event("A", "25 10:01", .closed(result: "好")),
      ])
    }
    #expect(folder.log == before && desk.book["A"]?.isPaused == false)
  }

  @Test func documentsAreKeptInOneLineAndMustBeObjects() throws {
    let folder = DeskFolder()
    let desk = try OrderDesk(folder: folder.path, clock: Sample.clock)
    let id = try desk.file(received: Moment("2026-11-25 09:00")!, at: Moment("2026-11-25 09:00")!) {
      Sample.filed(order: "{\n  \"id\": \"\($0)\"\n}")
    }
    #expect(id == "20261125-0001")
    #expect(folder.log.filter { $0 == 0x0A }.count == 1)
    let second = try desk.file(
      received: Moment("2026-11-25 09:00")!, at: Moment("2026-11-26 09:00")!
    ) { _ in
      Sample.filed()
    }
    #expect(second == "20261125-0002")
    let deep = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    for bad in ["[1]", "{", "{}{}", "{\"a\":\(deep)}"] {
      #expect(throws: TriageError.self) {
        try desk.append(Sample.event("X", "25 09:00", .filed(Sample.filed(order: bad))))
      }
    }
    #expect(desk.book.count == 2)
  }

  @Test func aFolderThatCannotBeWrittenIsAClearError() throws {
    #expect {
      _ = try OrderDesk(folder: "/proc/desk", clock: Sample.clock)
    } throws: { error in
      (error as? TriageError)?.code == .unwritable
    }
    #expect(try OrderDesk.read(folder: "/nowhere", clock: Sample.clock).count == 0)
  }

  /// Many threads at one desk: every event is whole, every id given once.
  @Test func manyThreadsFileInTurn() async throws {
    let folder = DeskFolder()
    let desk = try OrderDesk(folder: folder.path, clock: Sample.clock)
    let moment = Moment("2026-11-25 09:00")!
    let ids = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<40 {
        group.addTask { try desk.file(received: moment, at: moment) { _ in Sample.filed() } }
      }
      var ids: [String] = []
      for try await id in group { ids.append(id) }
      return ids
    }
    #expect(Set(ids).count == 40)
    let book = try OrderDesk.read(folder: folder.path, clock: Sample.clock)
    #expect(book.ids == (1...40).map { "20261125-00" + ($0 < 10 ? "0\($0)" : "\($0)") })
  }
}
