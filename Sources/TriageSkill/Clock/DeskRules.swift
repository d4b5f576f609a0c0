public import CityText

/// What a desk has promised and how it works: office hours, the 10-30-24 rule, reminders, escalation, whom the rest falls to.
public struct DeskRules: Sendable, Equatable {
  public var officeHours: OfficeHours
  /// By when someone answers a new report. Default 10 minutes.
  public var respond: TimeLimit
  /// By when the citizen hears what is being done. Default 30 minutes.
  public var feedback: TimeLimit
  /// By when an urgent order is closed, whatever the matter's own limit. Default 24 hours.
  ///
  /// The three defaults are the district's own: its data bureau's public report on 2023 names 10 minutes to respond,
  /// 30 to give feedback and 24 hours to close what is urgent.
  public var urgentClose: TimeLimit
  /// When to remind: shares of the time from receipt to the deadline, 0…1, ascending.
  public var reminders: [Double]
  /// How long after the deadline each level of escalation begins, ascending.
  ///
  /// The default – at once, and again after 5 working days – follows one bureau's published rule for its hotline: the
  /// unit is urged when the time is over and named in a circular five working days later.
  public var escalation: [TimeLimit]
  /// Who gets what no row fits and no street is known for.
  public var fallbackUnit: String
  /// Who gets it in a street: the street's name followed by this.
  public var fallbackStreetUnit: String
  /// How long they have. Default 5 working days: what two cities' hotline ordinances give for common matters
  /// (潍坊 2021 art. 20, 济南 2018 art. 24).
  public var fallbackLimit: TimeLimit
  /// The language of warnings.
  public var language: WrittenLanguage

  public init() {
    officeHours = .usual
    respond = TimeLimit(10, .minutes)
    feedback = TimeLimit(30, .minutes)
    urgentClose = TimeLimit(24, .hours)
    reminders = [0.5, 0.8]
    escalation = [TimeLimit(0, .hours), TimeLimit(5, .workDays)]
    fallbackUnit = "区政务服务和数据管理局（民意速办）"
    fallbackStreetUnit = "办事处"
    fallbackLimit = TimeLimit(5, .workDays)
    language = .chinese
  }
}
