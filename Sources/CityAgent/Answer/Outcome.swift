/// How a turn ended.
public enum Outcome: String, Sendable, Codable {
  /// Something was proved and said.
  case answered
  /// A question back, with options.
  case clarify
  /// Nothing could be proved; says what is known nearby.
  case abstained
  /// Not allowed, or not what the runtime does.
  case refused
  /// Something broke; the text says what.
  case failed
}
