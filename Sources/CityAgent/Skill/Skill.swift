public import CityIndex

/// A capability that can answer a kind of question.
///
/// A skill sees no model, no socket and no global: everything it may use is in the environment.
/// ``match(_:in:)`` is called for every question and must be cheap and pure; what it found out travels
/// in the match's evidence, so that ``answer(_:from:in:)`` retrieves nothing twice.
public protocol Skill: Sendable {
  var card: SkillCard { get }

  /// How well this skill can answer the turn, 0…1, with reasons.
  func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match

  /// The draft of an answer, from clauses, cells and rules.
  func answer(_ turn: Turn, from match: Match, in environment: SkillEnvironment) async throws
    -> Draft

  /// Whether a message that this skill matches is one thing, however many sentences and question marks it has: a
  /// citizen's report, not questions to be answered one by one.
  var readsWholeMessages: Bool { get }

  /// Changes when what ``tables(for:)`` compiles changes: an index of another version is built anew.
  var tableVersion: Int { get }

  /// What to compile into a generation.
  func tables(for contents: KnowledgeContents) throws -> [IndexTable]
}

extension Skill {
  public var readsWholeMessages: Bool { false }

  public var tableVersion: Int { 0 }

  public func tables(for contents: KnowledgeContents) throws -> [IndexTable] { [] }
}

/// A skill's cheap statement of how well it can answer.
public struct Match: Sendable {
  /// 0…1; comparable across skills.
  public var score: Double
  /// Why, for `/why` and traces: one short phrase each.
  public var reasons: [String]
  /// What the skill found out; handed back to it in `answer`.
  public var evidence: (any Sendable)?
  /// The nearest things it knows, for abstaining; best first.
  public var nearest: [String]

  public init(
    score: Double, reasons: [String] = [], evidence: (any Sendable)? = nil, nearest: [String] = []
  ) {
    self.score = score
    self.reasons = reasons
    self.evidence = evidence
    self.nearest = nearest
  }

  public static var none: Match { Match(score: 0) }
}
