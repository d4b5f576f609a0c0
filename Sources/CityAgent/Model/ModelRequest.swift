public import CityJSON

/// What a model is asked.
public struct ModelRequest: Sendable {
  public var messages: [ModelMessage]
  public var tools: [ModelTool] = []
  public var toolChoice: ModelToolChoice = .free
  /// The form of the whole answer; nil for free text.
  public var schema: ModelSchema?
  /// 0 by default: the same question should get the same words, as far as the backend can.
  public var temperature: Double? = 0
  public var topP: Double?
  public var maximumTokens: Int?
  public var stops: [String] = []
  public var seed: Int?
  /// Whether text is wanted as it comes; some backends answer some requests only whole, or only so.
  public var isStreamed: Bool = true

  public init(messages: [ModelMessage]) { self.messages = messages }
}

/// One message of a conversation with a model.
public struct ModelMessage: Sendable {
  public enum Role: String, Sendable {
    case system, user, assistant, tool
  }
  public var role: Role
  public var text: String
  /// What an assistant's message called.
  public var toolCalls: [ModelToolCall] = []
  /// The call that a tool's message answers.
  public var toolCallID: String?

  public init(_ role: Role, _ text: String) {
    self.role = role
    self.text = text
  }

  public static func system(_ text: String) -> ModelMessage { ModelMessage(.system, text) }
  public static func user(_ text: String) -> ModelMessage { ModelMessage(.user, text) }
  public static func assistant(_ text: String) -> ModelMessage { ModelMessage(.assistant, text) }

  /// The result of a call.
  public static func tool(_ text: String, for call: ModelToolCall) -> ModelMessage {
    var message = ModelMessage(.tool, text)
    message.toolCallID = call.id
    return message
  }
}

/// A tool as a model sees it.
public struct ModelTool: Sendable {
  public var name: String
  public var description: String
  /// JSON Schema of its arguments: an object.
  public var parameters: JSONValue

  public init(name: String, description: String, parameters: JSONValue) {
    self.name = name
    self.description = description
    self.parameters = parameters
  }
}

/// Whether a model may, must or must not call tools.
public enum ModelToolChoice: Sendable, Equatable {
  case free
  case none
  case required
  case named(String)
}

/// The form that a whole answer must have.
public struct ModelSchema: Sendable {
  /// Letters, digits, `_` and `-`.
  public var name: String
  /// JSON Schema.
  public var schema: JSONValue

  public init(name: String, schema: JSONValue) {
    self.name = name
    self.schema = schema
  }
}
