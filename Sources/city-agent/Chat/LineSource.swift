/// What came of asking a person, or a pipe, for a line.
enum LineEvent: Sendable {
  case line(String)
  /// Ctrl-C at the prompt.
  case interrupted
  /// Ctrl-D, or the end of the input.
  case end
  /// More bytes than a question may have.
  case tooLong(Int)
}

/// Where a chat's lines come from.
protocol LineSource: AnyObject {
  /// Waits for the next line.
  func next(prompt: String) throws(CommandFailure) -> LineEvent
  /// Keeps a line for the arrow keys of this and later chats.
  func remember(_ line: String)
  /// Leaves the terminal as it was found.
  func finish()
}
