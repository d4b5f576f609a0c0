/// Puts pieces of a rendered template into messages.
///
/// Roles come as pieces of their own, which only the template's tags make; what stands in a text, whatever it looks
/// like, stays text.
struct PromptAssembly {
  private var messages: [PromptMessage] = []
  private var current = PromptMessage(.user, parts: [])
  /// Parts since the last role: kept only where they are more than white space.
  private var waiting: [PromptPart] = []

  static func messages(_ pieces: [PromptPiece], history: [PromptMessage]) -> [PromptMessage] {
    var assembly = PromptAssembly()
    for piece in pieces {
      switch piece {
      case .text(let text): assembly.waiting.append(.text(text))
      case .part(let part): assembly.waiting.append(part)
      case .role(let role):
        assembly.settle()
        if !assembly.current.parts.isEmpty { assembly.close() }
        assembly.current.role = role
      case .history:
        assembly.settle()
        assembly.close()
        assembly.messages += history.map { message in
          var marked = message
          marked.isHistory = true
          return marked
        }
        assembly.current = PromptMessage(.assistant, parts: [])
      }
    }
    assembly.settle()
    assembly.close()
    return inserting(history, into: assembly.messages)
  }

  /// Takes the waiting parts into the current message.
  private mutating func settle() {
    let parts = waiting.filter { !Self.isBlank($0) }
    if !parts.isEmpty { current.parts += parts }
    waiting = []
  }

  private mutating func close() {
    if !current.parts.isEmpty { messages.append(current) }
    current = PromptMessage(current.role, parts: [])
  }

  /// A history that the template gives no place stands before a last question, else at the end.
  private static func inserting(
    _ history: [PromptMessage], into messages: [PromptMessage]
  ) -> [PromptMessage] {
    if messages.contains(where: \.isHistory) { return messages }
    guard let last = messages.last, last.role == .user else { return messages + history }
    return messages.dropLast() + history + [last]
  }

  private static func isBlank(_ part: PromptPart) -> Bool {
    guard case .text(let text) = part else { return false }
    return text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
  }
}
