public import CityJSON

/// What a model does, in order.
public enum ModelEvent: Sendable {
  /// A piece of text; never cut inside a character.
  case text(String)
  /// A call that is whole; all of them come before `.finished`.
  case toolCall(ModelToolCall)
  case usage(ModelUsage)
  /// The last event.
  case finished(ModelFinish)
}

/// Why a model stopped.
public enum ModelFinish: Sendable, Equatable {
  case stop
  /// The limit of tokens was reached: the text is cut off.
  case length
  case toolCalls
  /// The backend or the model declined.
  case refused
  case other(String)
}

/// A model's wish to call a tool.
public struct ModelToolCall: Sendable {
  public var id: String
  public var name: String
  /// What the model wrote as arguments; nothing of it is checked.
  public var arguments: JSONValue

  public init(id: String, name: String, arguments: JSONValue) {
    self.id = id
    self.name = name
    self.arguments = arguments
  }
}

/// Tokens that a backend counted.
public struct ModelUsage: Sendable, Equatable {
  public var input: Int
  public var output: Int

  public init(input: Int, output: Int) {
    self.input = input
    self.output = output
  }
}
