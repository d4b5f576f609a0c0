/// Something that happened to an order: one line of the desk's log.
public struct OrderEvent: Sendable, Equatable {
  public var order: String
  public var at: Moment
  /// Who did it: a person's or a unit's name at the desk; nil for the desk itself.
  public var by: String?
  public var kind: Kind

  public enum Kind: Sendable, Equatable {
    case filed(FiledOrder)
    case assigned(lead: String, limit: TimeLimit?)
    case returned(reason: String)
    case reassigned(lead: String, reason: String, limit: TimeLimit?)
    /// The clock stops, as a rule to wait for the citizen.
    case paused(reason: String)
    case resumed
    case extended(TimeLimit, reason: String)
    /// It goes on with another order, which leads the group.
    case merged(into: String)
    case unmerged
    case replied(text: String)
    case closed(result: String)
    case reopened(reason: String)
    /// What the citizen thinks of it, 1…5.
    case rated(Int, comment: String?)

    /// The word of the log: `filed`, `assigned` …
    public var name: String {
      switch self {
      case .filed: "filed"
      case .assigned: "assigned"
      case .returned: "returned"
      case .reassigned: "reassigned"
      case .paused: "paused"
      case .resumed: "resumed"
      case .extended: "extended"
      case .merged: "merged"
      case .unmerged: "unmerged"
      case .replied: "replied"
      case .closed: "closed"
      case .reopened: "reopened"
      case .rated: "rated"
      }
    }
  }

  public init(_ order: String, at: Moment, by: String? = nil, _ kind: Kind) {
    self.order = order
    self.at = at
    self.by = by
    self.kind = kind
  }
}

/// What the desk's log keeps of an order as it was filed.
public struct FiledOrder: Sendable, Equatable {
  public var received: Moment
  public var lead: String
  public var limit: TimeLimit
  public var urgency: Urgency
  public var deadlines: Deadlines
  /// Who reported it, as the channel names them; nil for unknown.
  public var reporter: String?
  /// The order it was split from.
  public var parent: String?
  /// The whole order as one JSON object, opaque to the log; empty for none.
  public var order: [UInt8]

  public init(
    received: Moment, lead: String, limit: TimeLimit, urgency: Urgency, deadlines: Deadlines,
    reporter: String? = nil, parent: String? = nil, order: [UInt8] = []
  ) {
    self.received = received
    self.lead = lead
    self.limit = limit
    self.urgency = urgency
    self.deadlines = deadlines
    self.reporter = reporter
    self.parent = parent
    self.order = order
  }
}
