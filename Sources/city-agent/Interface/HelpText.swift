/// Writes the help table out, for a terminal and as Markdown.
enum HelpText {
  /// Help on a command, on the commands of a group, or, for the empty path, on all.
  static func text(for path: String, in language: InterfaceLanguage) -> String {
    if let command = HelpTable.command(path) { return text(for: command, in: language) }
    let commands = HelpTable.commands.filter { path.isEmpty || $0.words.first == path }
    var text = path.isEmpty ? "city-agent – \(Phrase.helpAbout.text(in: language))\n\n" : ""
    text += "\(Phrase.helpCommands.text(in: language)):\n"
    let width = commands.map { DisplayWidth.columns(of: heading($0)) }.max() ?? 0
    for command in commands {
      text += "  \(DisplayWidth.padded(heading(command), to: width))  "
      text += command.summary(in: language) + "\n"
    }
    return text + "\n\(Phrase.helpMore.text(in: language))\n"
  }

  private static func heading(_ command: CommandDescription) -> String {
    command.path + (command.operands.isEmpty ? "" : " " + command.operands)
  }

  private static func text(
    for command: CommandDescription, in language: InterfaceLanguage
  ) -> String {
    var text = command.summary(in: language) + "\n\n"
    text += "\(Phrase.helpUsage.text(in: language)): \(command.usage)\n"
    if !command.options.isEmpty {
      text += "\n\(Phrase.helpOptions.text(in: language)):\n"
      let width = command.options.map { DisplayWidth.columns(of: $0.usage) }.max() ?? 0
      for option in command.options {
        text += "  \(DisplayWidth.padded(option.usage, to: width))  "
        text += option.text(in: language) + "\n"
      }
    }
    let notes = command.notes(in: language)
    return text + (notes.isEmpty ? "" : "\n" + notes.joined(separator: "\n") + "\n")
  }

  /// All commands as Markdown, in English: `docs/help.md` is exactly this.
  static var markdown: String {
    var text = """
      # The command line

      Written by `city-agent help --markdown`; a test keeps it so.

      Exit codes: 0 all well (for `ask`: every outcome but `failed`), 1 some inputs failed,
      2 usage or configuration, 130 stopped by a signal with the work done so far kept.

      `city-agent.json` in the installation sets defaults; each key is also an environment variable, and
      flags win over the environment, the environment over the file:


      """
    text += "| key | variable |\n|---|---|\n"
    for key in Configuration.Key.allCases {
      text += "| `\(key.rawValue)` | `\(key.variable)` |\n"
    }
    for command in HelpTable.commands {
      text += "\n## \(command.path)\n\n\(command.english)\n\n```\n\(command.usage)\n```\n"
      if !command.options.isEmpty {
        text += "\n| option | |\n|---|---|\n"
        for option in command.options {
          text += "| `\(cell(option.usage))` | \(cell(option.english)) |\n"
        }
      }
      for note in command.englishNotes { text += "\n\(note)\n" }
    }
    return text
  }

  /// A bar would end the cell.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

/// `help [COMMAND] [--markdown]`.
enum HelpCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> ExitStatus {
    if arguments.has("markdown") {
      try Console.out(HelpText.markdown)
      return .success
    }
    let path = arguments.operands.joined(separator: " ")
    let isKnown =
      path.isEmpty || HelpTable.command(path) != nil
      || HelpTable.commands.contains { $0.words.first == path }
    guard isKnown else {
      let paths = HelpTable.commands.map(\.path) + HelpTable.commands.map { $0.words[0] }
      throw .usage(Phrase.unknownCommand.text(path) + Suggestion.hint(path, among: paths))
    }
    try Console.out(HelpText.text(for: path, in: .current))
    return .success
  }
}
