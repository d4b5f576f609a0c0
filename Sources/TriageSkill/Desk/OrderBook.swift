public import CityAgent

/// All orders of a desk: the fold over its events, which says what may happen next.
public struct OrderBook: Sendable {
  public let clock: DeskClock
  /// In the order they were filed.
  public private(set) var ids: [String] = []
  private var states: [String: OrderState] = [:]
  /// By day, as `20261125`: the last number given.
  private var counters: [String: Int] = [:]

  public init(clock: DeskClock) { self.clock = clock }

  public subscript(_ id: String) -> OrderState? { states[id] }
  public var count: Int { ids.count }
  /// All orders in the order they were filed.
  public var orders: [OrderState] { ids.map { states[$0]! } }

  /// How an order stands for its reporter: one that was merged stands as the order that leads its group.
  public func status(of id: String) -> OrderState.Status? {
    guard let state = states[id] else { return nil }
    return state.mergedInto.flatMap { states[$0]?.status } ?? state.status
  }

  /// The id of the next order of a day: `20261125-0001`, counted on from the highest given.
  public func nextID(on day: CalendarDay) -> String {
    let key = Self.key(day)
    let number = "\((counters[key] ?? 0) + 1)"
    return key + "-" + String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
  }

  /// Takes an event in.
  /// - Throws: `.notAllowed` or `.notFound`, saying why it cannot be; the book is then as before.
  public mutating func apply(_ event: OrderEvent) throws(TriageError) {
    try check(event)
    if case .filed(let filed) = event.kind {
      states[event.order] = OrderState(event.order, at: event.at, by: event.by, filed, clock: clock)
      ids.append(event.order)
      count(event.order)
      return
    }
    states[event.order]!.apply(event, clock: clock)
    switch event.kind {
    case .merged(let head):
      states[event.order]!.mergedInto = head
      states[head]!.group.append(event.order)
    case .unmerged:
      let head = states[event.order]!.mergedInto!
      states[event.order]!.mergedInto = nil
      states[head]!.group.removeAll { $0 == event.order }
    default: break
    }
  }

  /// Whether an event may happen now.
  /// - Throws: saying why not and what to do.
  public func check(_ event: OrderEvent) throws(TriageError) {
    if case .filed(let filed) = event.kind {
      guard states[event.order] == nil else {
        throw refusal("order \(event.order) is filed already: give it an id of its own")
      }
      if filed.lead.isEmpty || event.order.isEmpty {
        throw refusal("an order needs an id and a lead unit")
      }
      return
    }
    guard let state = states[event.order] else {
      throw TriageError(.notFound, "there is no order \(event.order)")
    }
    try check(event.kind, state)
  }

  private func check(_ kind: OrderEvent.Kind, _ state: OrderState) throws(TriageError) {
    let id = state.id
    if let head = state.mergedInto {
      switch kind {
      case .unmerged, .rated: break
      default:
        throw refusal("order \(id) goes on with \(head): act on that one, or unmerge it first")
      }
    }
    let isOpen = state.status != .closed
    switch kind {
    case .filed: break
    case .assigned(let lead, let limit):
      try need(isOpen, "order \(id) is closed: reopen it first")
      try need(
        state.status == .filed || state.status == .returned,
        "order \(id) has an owner: reassign it, with the reason")
      try need(!lead.isEmpty, "name the unit that gets order \(id)")
      try need(limit.map { $0.value > 0 } ?? true, "a limit must be 1 or more")
    case .returned(let reason):
      try need(isOpen, "order \(id) is closed: reopen it first")
      try need(state.status != .returned, "order \(id) is returned already")
      try need(!state.isPaused, "the clock of order \(id) stands: resume it first")
      try need(!Self.isBlank(reason), "say why order \(id) is returned")
    case .reassigned(let lead, let reason, let limit):
      try need(isOpen, "order \(id) is closed: reopen it first")
      try need(!lead.isEmpty, "name the unit that gets order \(id)")
      try need(!Self.isBlank(reason), "say why order \(id) is reassigned")
      try need(limit.map { $0.value > 0 } ?? true, "a limit must be 1 or more")
    case .paused(let reason):
      try need(isOpen, "order \(id) is closed: its clock has stopped")
      try need(!state.isPaused, "the clock of order \(id) stands already")
      try need(!Self.isBlank(reason), "say why the clock of order \(id) stops")
    case .resumed:
      try need(state.isPaused, "the clock of order \(id) runs: there is nothing to resume")
    case .extended(let limit, let reason):
      try need(isOpen, "order \(id) is closed: reopen it first")
      try need(limit.value > 0, "an extension must be 1 or more")
      try need(!Self.isBlank(reason), "say why order \(id) needs more time")
    case .merged(let head): try checkMerge(state, into: head)
    case .unmerged: try need(state.mergedInto != nil, "order \(id) is merged with none")
    case .replied(let text):
      try need(isOpen, "order \(id) is closed: reopen it first")
      try need(!Self.isBlank(text), "the reply to order \(id) is empty")
    case .closed(let result):
      try need(isOpen, "order \(id) is closed already")
      try need(!state.isPaused, "the clock of order \(id) stands: resume it first")
      try need(!Self.isBlank(result), "say with what result order \(id) is closed")
    case .reopened(let reason):
      try need(!isOpen, "order \(id) is open")
      try need(!Self.isBlank(reason), "say why order \(id) is reopened")
    case .rated(let score, _):
      try need((1...5).contains(score), "a rating is 1 to 5")
      try need(status(of: id) == .closed, "order \(id) is open: it is rated when it is closed")
    }
  }

  private func checkMerge(_ state: OrderState, into head: String) throws(TriageError) {
    let id = state.id
    guard let leader = states[head] else {
      throw TriageError(.notFound, "there is no order \(head) to merge into")
    }
    try need(head != id, "order \(id) cannot be merged into itself")
    try need(state.status != .closed, "order \(id) is closed: reopen it first")
    try need(!state.isPaused, "the clock of order \(id) stands: resume it first")
    try need(state.group.isEmpty, "order \(id) leads a group: unmerge its orders first")
    try need(
      leader.mergedInto == nil,
      "order \(head) goes on with \(leader.mergedInto ?? ""): merge into that one")
    try need(leader.status != .closed, "order \(head) is closed: reopen it first")
  }

  private func need(_ holds: Bool, _ message: @autoclosure () -> String) throws(TriageError) {
    if !holds { throw refusal(message()) }
  }

  private func refusal(_ message: String) -> TriageError { TriageError(.notAllowed, message) }

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  private static func key(_ day: CalendarDay) -> String {
    day.description.filter { $0 != "-" }
  }

  /// Takes the number of an id of the desk's own into account.
  private mutating func count(_ id: String) {
    let parts = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 8, let number = Int(String(Substring(parts[1]))),
      number > 0
    else { return }
    let key = String(Substring(parts[0]))
    counters[key] = max(counters[key] ?? 0, number)
  }
}
