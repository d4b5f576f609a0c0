/// The runtime: one question in, one proved answer out.
///
/// ``Agent`` takes a ``Question`` through read, recall, split, match, route, compose, verify, release
/// and record. ``Skill``s state a ``Match`` and compose a ``Draft``; the ``Verifier`` proves each of
/// its sentences against the ``KnowledgeBase`` and alone makes ``Citation``s; the result is an
/// ``Answer`` with a typed ``Outcome``, or, sentence by sentence, ``AgentEvents``.
///
/// No sockets here, no hidden clock, no locale: the same question on the same data gives the same bytes.
public enum CityAgent {}

/// A failure of the runtime: what, where, what to do.
public struct AgentError: Error, Sendable, CustomStringConvertible {
  /// Kinds of failure; new ones may be added.
  public struct Code: Sendable, Hashable {
    public let name: String
    public static let emptyQuestion: Code = Code(name: "empty-question")
    public static let questionTooLong: Code = Code(name: "question-too-long")
    public static let unknownSkill: Code = Code(name: "unknown-skill")
    public static let badSkill: Code = Code(name: "bad-skill")
    public static let noKnowledge: Code = Code(name: "no-knowledge")
    public static let session: Code = Code(name: "session")
    public static let record: Code = Code(name: "record")
    public static let badDate: Code = Code(name: "bad-date")
    public static let badPrompt: Code = Code(name: "bad-prompt")
    /// Nothing leaves: no backend was chosen.
    public static let offline: Code = Code(name: "offline")
    public static let hostNotPermitted: Code = Code(name: "host-not-permitted")
    public static let personalData: Code = Code(name: "personal-data")
    public static let outgoingTooLarge: Code = Code(name: "outgoing-too-large")
    public static let audit: Code = Code(name: "audit")
    public static let badTool: Code = Code(name: "bad-tool")
    /// Vectors of passages could not be made; those made so far are kept.
    public static let embedding: Code = Code(name: "embedding")
  }
  public var code: Code
  public var message: String
  public var path: String?
  public var line: Int?

  public init(_ code: Code, _ message: String, path: String? = nil, line: Int? = nil) {
    self.code = code
    self.message = message
    self.path = path
    self.line = line
  }

  public var description: String {
    let place = path.map { p in line.map { "\(p):\($0): " } ?? "\(p): " } ?? ""
    return place + message
  }
}
