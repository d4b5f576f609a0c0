/// How an order stands: what its events make of it, and nothing else.
public struct OrderState: Sendable, Equatable {
  public enum Status: String, Sendable, CaseIterable {
    /// Filed with the owner that the table gave; nobody has taken it up.
    case filed
    case assigned
    /// Sent back by its owner: the desk must find another.
    case returned
    case replied
    case closed
  }

  /// A change of owner or course, with its reason.
  public struct Step: Sendable, Equatable {
    public var at: Moment
    public var by: String?
    /// The event's word: `assigned`, `returned` …
    public var event: String
    /// The owner after it.
    public var owner: String
    public var reason: String?
  }

  public let id: String
  public let filed: FiledOrder
  public internal(set) var status: Status
  public internal(set) var owner: String
  public internal(set) var history: [Step]
  /// The limit its closing has now: the filed one, or what an assignment set.
  public internal(set) var limit: TimeLimit
  /// The deadlines as they stand after finished pauses and extensions.
  public internal(set) var respond: DueTime
  public internal(set) var feedback: DueTime
  public internal(set) var close: DueTime
  /// Since when the clock stands; nil where it runs.
  public internal(set) var pausedSince: Moment?
  public internal(set) var respondedAt: Moment?
  public internal(set) var repliedAt: Moment?
  public internal(set) var closedAt: Moment?
  public internal(set) var result: String?
  /// How often it was returned, and reopened.
  public internal(set) var returns = 0
  public internal(set) var reopenings = 0
  public internal(set) var extensions = 0
  /// Whether an extension came when the time was already up.
  public internal(set) var wasExtendedLate = false
  /// The order that leads its group; nil where it goes its own way.
  public internal(set) var mergedInto: String?
  /// The orders that it leads, in the order they came.
  public internal(set) var group: [String] = []
  /// The citizen's rating, 1…5.
  public internal(set) var rating: Int?
  public internal(set) var ratingComment: String?
  /// The latest moment of its events.
  public internal(set) var last: Moment
  /// Whether an event bears an earlier moment than one before it: a clock was set back.
  public internal(set) var clockWentBack = false

  /// An order as it is filed.
  init(_ id: String, at: Moment, by: String?, _ filed: FiledOrder, clock: DeskClock) {
    self.id = id
    self.filed = filed
    status = .filed
    owner = filed.lead
    limit = filed.limit
    history = [Step(at: at, by: by, event: "filed", owner: filed.lead)]
    respond = clock.due(
      at: filed.deadlines.respond, from: filed.received, limit: clock.rules.respond)
    feedback = clock.due(
      at: filed.deadlines.feedback, from: filed.received, limit: clock.rules.feedback)
    close = clock.due(
      at: filed.deadlines.close, from: filed.received, limit: filed.limit, urgency: filed.urgency)
    last = at
  }

  /// The moments as they stand, with the warnings of the day it was filed.
  public var deadlines: Deadlines {
    Deadlines(
      respond: respond.moment, feedback: feedback.moment, close: close.moment,
      warnings: filed.deadlines.warnings)
  }

  public var isPaused: Bool { pausedSince != nil }

  /// Whether its closing is late at `now`: never while the clock stands or it goes on with another order.
  public func isOverdue(at now: Moment) -> Bool {
    if mergedInto != nil { return false }
    return (closedAt ?? pausedSince ?? now) > close.moment
  }

  /// The level of escalation at `now`; 0 for an order that is closed, merged or not late.
  public func escalation(at now: Moment, clock: DeskClock) -> Int {
    guard mergedInto == nil, status != .closed else { return 0 }
    return clock.escalation(deadline: close.moment, now: pausedSince ?? now)
  }

  /// When to remind its owner, ahead of `now` as well as after; none once it is closed, merged or while it is paused.
  public func reminders(clock: DeskClock) -> [Moment] {
    guard mergedInto == nil, status != .closed, pausedSince == nil else { return [] }
    return clock.reminders(from: filed.received, deadline: close.moment, unit: close.unit)
  }
}
