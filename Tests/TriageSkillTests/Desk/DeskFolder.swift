import FoundationEssentials

@testable import TriageSkill

/// A folder of its own for one test, gone with it.
final class DeskFolder {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/desk-\(UUID().uuidString)"
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var log: [UInt8] {
    get { [UInt8](FileManager.default.contents(atPath: path + "/orders.jsonl") ?? Data()) }
    set {
      _ = FileManager.default.createFile(atPath: path + "/orders.jsonl", contents: Data(newValue))
    }
  }
}

/// What most tests of the desk begin with.
enum DeskSample {
  static let clock = DeskClockTests.clock

  static func filed(
    _ received: String = "2026-11-25 09:00", limit: TimeLimit = TimeLimit(5, .workDays),
    urgency: Urgency = .normal, order: String = "{}"
  ) -> FiledOrder {
    let received = Moment(received)!
    return FiledOrder(
      received: received, lead: "区水务局", limit: limit, urgency: urgency,
      deadlines: clock.deadlines(received: received, limit: limit, urgency: urgency),
      reporter: "acc-1", order: Array(order.utf8))
  }

  static func event(_ order: String, _ at: String, _ kind: OrderEvent.Kind) -> OrderEvent {
    OrderEvent(order, at: Moment("2026-11-" + at)!, by: "员工7", kind)
  }

  /// A book with orders A, B and C.
  static func book() throws -> OrderBook {
    var book = OrderBook(clock: clock)
    for id in ["A", "B", "C"] { try book.apply(event(id, "25 09:05", .filed(filed()))) }
    return book
  }
}
