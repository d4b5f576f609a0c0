/// One message of a rendered prompt.
public struct PromptMessage: Sendable, Equatable {
  public var role: ModelMessage.Role
  public var parts: [PromptPart]
  /// Whether it came in at `{{history}}`.
  public var isHistory: Bool = false

  public init(_ role: ModelMessage.Role, parts: [PromptPart]) {
    self.role = role
    self.parts = parts
  }

  public init(_ role: ModelMessage.Role, _ text: String) {
    self.init(role, parts: [.text(text)])
  }

  /// Its texts, one after another.
  public var text: String {
    parts.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }
}

/// A part of a message.
public enum PromptPart: Sendable, Equatable {
  case text(String)
  case media(url: String, contentType: String?)
  /// A place that something is to be put into later.
  case section(String)
}

/// What a template makes, before it is put into messages.
enum PromptPiece: Sendable {
  case text(String)
  case part(PromptPart)
  case role(ModelMessage.Role)
  case history
}
