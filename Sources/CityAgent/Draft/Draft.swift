/// What a skill composed: sentences to be proved, and what goes with them.
public struct Draft: Sendable {
  /// What the draft is meant to be: answered, clarify, abstained or refused.
  public var outcome: Outcome
  public var sentences: [DraftSentence]
  public var data: AnswerData?
  public var attachments: [Attachment]
  public var suggestions: [String]
  public var notices: [Framing]
  /// For clarify: what the asker may choose.
  public var options: [ClarifyOption]
  /// What the next turn may refer back to.
  public var memory: SubjectMemory?
  /// Whether an answer tells what was done or stands in the host's own records (a report filed, an order in hand), in
  /// framing sentences alone. Documents say nothing of it, so no proof is asked; any other answer needs one.
  public var isReceipt: Bool = false

  public init(
    outcome: Outcome, sentences: [DraftSentence] = [], data: AnswerData? = nil,
    attachments: [Attachment] = [], suggestions: [String] = [], notices: [Framing] = [],
    options: [ClarifyOption] = [], memory: SubjectMemory? = nil
  ) {
    self.outcome = outcome
    self.sentences = sentences
    self.data = data
    self.attachments = attachments
    self.suggestions = suggestions
    self.notices = notices
    self.options = options
    self.memory = memory
  }
}

/// One sentence of a draft, by how it is proved.
public struct DraftSentence: Sendable {
  public enum Kind: Sendable {
    /// Says what a clause says.
    case quoted(String, EvidenceSpan)
    /// Says a figure that recomputes from cells.
    case computed(String, Derivation)
    /// Says only what the text table holds.
    case framing(Framing)
  }
  public var kind: Kind
  /// Whether the answer is worth nothing without it.
  public var isCore: Bool
  /// Whether a line ends after it.
  public var endsLine: Bool

  public init(_ kind: Kind, isCore: Bool = false, endsLine: Bool = true) {
    self.kind = kind
    self.isCore = isCore
    self.endsLine = endsLine
  }
}

/// A place in a generation: bytes of a document's canonical text, within one passage or one cell of a table.
public struct EvidenceSpan: Sendable, Hashable {
  public enum Place: Sendable, Hashable {
    /// A passage, by its number.
    case passage(Int)
    /// A table document, by its number; the range is one of its fields.
    case table(Int)
  }
  public var place: Place
  /// [start, end) in the document's canonical text.
  public var range: Range<Int>

  public init(passage: Int, range: Range<Int>) {
    place = .passage(passage)
    self.range = range
  }

  public init(table document: Int, range: Range<Int>) {
    place = .table(document)
    self.range = range
  }
}

/// One choice of a clarifying question.
public struct ClarifyOption: Sendable, Equatable, Codable {
  /// What the asker reads and may answer with: `换领`.
  public var label: String
  /// The question that choosing it stands for.
  public var question: String
  /// The skill to put it to.
  public var skill: String
  /// What the skill needs to know it by, e.g. an item's id.
  public var value: String

  public init(label: String, question: String, skill: String, value: String) {
    self.label = label
    self.question = question
    self.skill = skill
    self.value = value
  }
}

/// What a turn was about, for the follow-up: a subject and what of it was asked.
public struct SubjectMemory: Sendable, Equatable, Codable {
  public var skill: String
  public var subject: String
  public var aspects: [String]

  public init(skill: String, subject: String, aspects: [String] = []) {
    self.skill = skill
    self.subject = subject
    self.aspects = aspects
  }
}
