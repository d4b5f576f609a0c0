/// One turn of a conversation, as it is remembered.
public struct SessionItem: Sendable, Equatable, Codable {
  public var question: String
  public var outcome: Outcome
  public var skill: String?
  public var memory: SubjectMemory?
  /// What a clarifying question offered.
  public var options: [ClarifyOption]

  public init(
    question: String, outcome: Outcome, skill: String? = nil, memory: SubjectMemory? = nil,
    options: [ClarifyOption] = []
  ) {
    self.question = question
    self.outcome = outcome
    self.skill = skill
    self.memory = memory
    self.options = options
  }
}

/// Where conversations are kept.
public protocol SessionStore: Sendable {
  /// The last items of a session, oldest first, at most `limit`.
  func items(_ session: String, limit: Int) async throws -> [SessionItem]
  func append(_ item: SessionItem, to session: String) async throws
  func clear(_ session: String) async throws
}
