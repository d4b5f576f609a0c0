import CityAgentKit

/// Where the conversations of `ask` and `chat` are kept.
enum SessionFolder {
  /// The store that the flags and the configuration ask for.
  ///
  /// `ask --session` goes to disk even where no folder is named: its conversation has to outlive the
  /// process. Without a session there is nothing to keep.
  static func store(
    _ arguments: ParsedArguments, _ installation: Installation
  ) throws -> any SessionStore {
    guard arguments["session"] != nil else { return MemorySessionStore() }
    return try FileSessionStore(folder: folder(arguments, installation) ?? standard)
  }

  /// The folder that is named; nil where none is.
  static func folder(_ arguments: ParsedArguments, _ installation: Installation) -> String? {
    arguments["sessions"] ?? installation.configuration.sessions
  }

  static var standard: String { Environment.stateFolder + "/sessions" }
}
