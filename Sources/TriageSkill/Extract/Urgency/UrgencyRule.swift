/// One row of the urgency table: what words mean what danger, and who is called.
struct UrgencyRule: Sendable {
  /// What stands beside a trigger for it to count.
  enum Companion: Int, Sendable, CaseIterable {
    case child, elder, person, injury, water, gas, trapPlace, electric, crowdSize, breathing,
      ground, kitchen
  }

  /// What is at stake: the reason that a desk sees.
  var reason: String
  var level: Urgency
  var lines: [EmergencyLine]
  /// For how many hours after it happened it still counts.
  var lasting: Int
  /// Phrases, separated by `|`.
  var triggers: String
  /// One of these must stand in the same sentence.
  var companions: [Companion] = []
  /// At most so many bytes from the trigger.
  var reach: Int = 60
  /// None of these may stand in the same sentence.
  var unless: [Companion] = []
  /// Whether fearing it is enough: 担心她自杀.
  var countsWhenFeared: Bool = false
  /// Its level where somebody is hurt in the same sentence.
  var levelWithInjury: Urgency?

  /// Whether it happens and is over, as a fire; a smell of gas or a missing child lasts.
  var isEvent: Bool { lasting <= 48 }
}

/// What takes a trigger's force away.
enum UrgencyCancel: Int32, Sendable {
  /// It is long over: 以前.
  case past
  /// It has been dealt with: 已扑灭.
  case over
  /// It is feared, wished away or supposed: 担心, 如果. Before the trigger.
  case unreal
  /// The same, behind the trigger: 的隐患.
  case unrealBehind
  /// It happens again and again: 经常, 多次. Before the trigger.
  case habitual
  /// It is practised or taught: 演练.
  case drill
  /// It is denied, right before the trigger: 没有.
  case negation
  /// It is told of elsewhere: 新闻.
  case hearsay
}
