public import CityText

/// What comes in: a text, and how it wants to be understood.
public struct Question: Sendable, Equatable {
  public var text: String
  /// The conversation it belongs to; nil stands alone.
  public var session: String?
  /// The answer's language; nil takes the question's own.
  public var language: WrittenLanguage?
  /// A skill named by the caller (`/service-guides …`); nil lets the agent route.
  public var skill: String?

  public init(
    _ text: String, session: String? = nil, language: WrittenLanguage? = nil, skill: String? = nil
  ) {
    self.text = text
    self.session = session
    self.language = language
    self.skill = skill
  }
}
