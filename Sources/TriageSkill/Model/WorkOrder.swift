/// The triaged report: what it is, where, how urgent, who deals with it, by when – each with who said so.
public struct WorkOrder: Sendable, Equatable {
  /// An earlier order that may be about the same thing.
  public struct Duplicate: Sendable, Equatable {
    public var order: String
    /// 0…1.
    public var score: Double
    /// What agrees: `text`, `place`, `object`, `time`, `reporter`.
    public var agreeing: [String]

    public init(order: String, score: Double, agreeing: [String]) {
      self.order = order
      self.score = score
      self.agreeing = agreeing
    }
  }

  /// What becomes of it at the desk.
  public enum Acceptance: Sendable, Equatable {
    case accepted
    /// A person must look: the reasons, one word each.
    case needsPerson([String])
    /// Not this desk's: the rule, and the channel that is.
    case notAccepted(rule: String, channel: String)
  }

  /// A field that is missing and would change where the order goes.
  public enum MissingField: String, Sendable, CaseIterable { case place, matter, time, danger }

  public var id: String
  public var report: Report
  /// The order this one was split from.
  public var parent: String?
  public var children: [String]
  public var category: Finding<Classification>?
  public var extraction: Extraction
  public var assignment: Finding<Assignment>
  public var acceptance: Acceptance
  public var deadlines: Deadlines
  /// At most five, best first; earlier reports only.
  public var duplicates: [Duplicate]
  public var missing: [MissingField]
  /// What a reader should mind: a place of another city, a time in the future, text cut short.
  public var notices: [String]

  public init(
    id: String, report: Report, parent: String? = nil, children: [String] = [],
    category: Finding<Classification>? = nil, extraction: Extraction,
    assignment: Finding<Assignment>, acceptance: Acceptance, deadlines: Deadlines,
    duplicates: [Duplicate] = [], missing: [MissingField] = [], notices: [String] = []
  ) {
    self.id = id
    self.report = report
    self.parent = parent
    self.children = children
    self.category = category
    self.extraction = extraction
    self.assignment = assignment
    self.acceptance = acceptance
    self.deadlines = deadlines
    self.duplicates = duplicates
    self.missing = missing
    self.notices = notices
  }
}
