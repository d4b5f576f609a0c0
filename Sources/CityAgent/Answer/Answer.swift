/// What goes out: an outcome, a text, and the proof of it.
public struct Answer: Sendable, Equatable, Encodable {
  public var outcome: Outcome
  /// The verified sentences, joined; no citation marks.
  public var text: String
  public var citations: [Citation]
  /// A computed or extracted value, for programs.
  public var data: AnswerData?
  public var attachments: [Attachment]
  /// The skill that answered.
  public var skill: String?
  /// The match's score, 0…1, to two decimals.
  public var confidence: Double
  /// Questions that usually come next, or that are known nearby.
  public var suggestions: [String]
  /// As-of dates, what is unverified, what went wrong on the way.
  public var notices: [String]
  /// Digest of question, session, generation, configuration and as-of day: the same run, the same id.
  public var run: String

  enum CodingKeys: String, CodingKey {
    case outcome, text, citations, skill, confidence, data, attachments, suggestions, notices, run
  }

  public func encode(to encoder: any Encoder) throws {
    var keyed = encoder.container(keyedBy: CodingKeys.self)
    try keyed.encode(outcome, forKey: .outcome)
    try keyed.encode(text, forKey: .text)
    try keyed.encode(citations, forKey: .citations)
    try keyed.encode(skill, forKey: .skill)
    try keyed.encode(confidence, forKey: .confidence)
    // `"data": null` is part of the format: readers test the key, not its presence.
    try keyed.encode(data, forKey: .data)
    try keyed.encode(attachments, forKey: .attachments)
    try keyed.encode(suggestions, forKey: .suggestions)
    try keyed.encode(notices, forKey: .notices)
    try keyed.encode(run, forKey: .run)
  }
}

/// A value for programs: a number with its unit, a text, or a list.
public struct AnswerData: Sendable, Equatable, Codable {
  public enum Value: Sendable, Equatable, Codable {
    case number(Double)
    case text(String)
    case list([String])

    public init(from decoder: any Decoder) throws {
      let single = try decoder.singleValueContainer()
      if let number = try? single.decode(Double.self) {
        self = .number(number)
      } else if let list = try? single.decode([String].self) {
        self = .list(list)
      } else {
        self = .text(try single.decode(String.self))
      }
    }

    public func encode(to encoder: any Encoder) throws {
      var single = encoder.singleValueContainer()
      switch self {
      case .number(let number): try single.encode(number)
      case .text(let text): try single.encode(text)
      case .list(let list): try single.encode(list)
      }
    }
  }
  public var value: Value
  public var unit: String?

  public init(value: Value, unit: String? = nil) {
    self.value = value
    self.unit = unit
  }
}

/// A file that goes with an answer: a chart, a table.
public struct Attachment: Sendable, Equatable, Codable {
  public var name: String
  public var mediaType: String
  public var content: String

  public init(name: String, mediaType: String, content: String) {
    self.name = name
    self.mediaType = mediaType
    self.content = content
  }
}
