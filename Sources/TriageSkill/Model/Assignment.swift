/// Who deals with a matter, how fast and when it counts as done: a row of the responsibility table.
public struct Assignment: Sendable, Equatable {
  /// The row's id: `M016`.
  public var matter: String
  /// The matter's name: 道路破损.
  public var name: String
  /// The lead unit.
  public var lead: String
  public var support: [String]
  public var level: DeskLevel
  /// What must hold for the matter to be taken up, in words.
  public var opening: String
  /// What must hold for it to be closed.
  public var closing: String
  public var limit: TimeLimit
  /// Whether lead and limit are the city's own; else the row is a suggestion and says so.
  public var isVerified: Bool
  /// Whether no row fitted and the fallback owner stands here.
  public var isFallback: Bool

  public init(
    matter: String, name: String, lead: String, support: [String] = [], level: DeskLevel,
    opening: String = "", closing: String = "", limit: TimeLimit, isVerified: Bool = false,
    isFallback: Bool = false
  ) {
    self.matter = matter
    self.name = name
    self.lead = lead
    self.support = support
    self.level = level
    self.opening = opening
    self.closing = closing
    self.limit = limit
    self.isVerified = isVerified
    self.isFallback = isFallback
  }
}

/// The four levels of the desk: 区, 街道, 社区, 网格.
public enum DeskLevel: String, Sendable, CaseIterable {
  case district, street, community, grid
}

/// How long something may take, and on which clock.
public struct TimeLimit: Sendable, Equatable, Hashable {
  public enum Unit: String, Sendable, CaseIterable {
    /// Minutes and hours on the wall clock.
    case minutes, hours
    /// Hours that pass only while the office is open.
    case workHours = "work-hours"
    /// Days that are working days; ends with the office day.
    case workDays = "work-days"
    /// Calendar days.
    case days
  }
  public var value: Int
  public var unit: Unit

  public init(_ value: Int, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }
}

/// By when what must have happened; the moments of one work order.
public struct Deadlines: Sendable, Equatable {
  public var respond: Moment
  public var feedback: Moment
  public var close: Moment
  /// Why a moment may be wrong: the calendar does not reach so far.
  public var warnings: [String]

  public init(respond: Moment, feedback: Moment, close: Moment, warnings: [String] = []) {
    self.respond = respond
    self.feedback = feedback
    self.close = close
    self.warnings = warnings
  }
}
