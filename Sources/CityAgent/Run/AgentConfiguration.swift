/// What a host decides about an agent.
public struct AgentConfiguration: Sendable, Equatable {
  /// The day that “in force”, “today” and “expired” refer to.
  public var asOf: CalendarDay
  /// τ: below this score no skill answers.
  public var threshold: Double
  /// δ: closer than this to the best, another skill makes the agent ask back.
  public var margin: Double
  /// The phone number named when nothing can be proved; nil names none.
  public var hotline: String?
  /// Longest question taken, in bytes.
  public var questionLimit: Int
  /// Most sub-questions answered in one message.
  public var partLimit: Int
  /// How long the models of one turn may take together; then the answer stands without them.
  public var modelDeadline: Duration = .seconds(30)
  /// Most tokens of a prompt, by estimate; what a draft has beyond is left as composed.
  public var modelTokens: Int = 6000

  public init(
    asOf: CalendarDay, threshold: Double = 0.5, margin: Double = 0.08, hotline: String? = "12345",
    questionLimit: Int = 65_536, partLimit: Int = 6
  ) {
    self.asOf = asOf
    self.threshold = threshold
    self.margin = margin
    self.hotline = hotline
    self.questionLimit = questionLimit
    self.partLimit = partLimit
  }

  /// Everything that can change an answer without a model, in one line; part of a run's id.
  var identity: String {
    "\(asOf) \(threshold) \(margin) \(hotline ?? "-") \(questionLimit) \(partLimit)"
  }
}
