/// Sorts a command line's words by the help table.
enum ArgumentParser {
  /// What the words ask for.
  enum Request: Sendable {
    case run(ParsedArguments)
    /// Help on the commands under a path; empty for all.
    case help(String)
  }

  static func parse(_ words: [String]) throws(CommandFailure) -> Request {
    guard let first = words.first, first != "--help", first != "-h" else { return .help("") }
    if first == "--version" {
      return try parse(["version"] + words.dropFirst())
    }
    if words.count > 1,
      let command = HelpTable.command([first, words[1]].joined(separator: " "))
    {
      return try parse(command, words: words.dropFirst(2))
    }
    if let command = HelpTable.command(first) {
      return try parse(command, words: words.dropFirst())
    }
    let group = HelpTable.commands.filter { $0.words.first == first }
    guard !group.isEmpty else {
      let names = HelpTable.commands.compactMap(\.words.first)
      throw .usage(
        Phrase.unknownCommand.text(first) + Suggestion.hint(first, among: names) + " "
          + Phrase.seeHelp.text("city-agent help"))
    }
    guard words.count > 1, words[1] != "--help", words[1] != "-h" else {
      if words.count > 1 { return .help(first) }
      throw .usage(
        Phrase.commandNeedsMore.text(
          first, group.map { $0.words[1] }.joined(separator: ", ")))
    }
    throw .usage(
      Phrase.unknownCommand.text("\(first) \(words[1])")
        + Suggestion.hint(words[1], among: group.map { $0.words[1] }) + " "
        + Phrase.seeHelp.text("city-agent help \(first)"))
  }

  private static func parse(
    _ command: CommandDescription, words: ArraySlice<String>
  ) throws(CommandFailure) -> Request {
    var parsed = ParsedArguments(command: command)
    var rest = words
    var onlyOperands = false
    while let word = rest.popFirst() {
      // A lone `-` is standard input or output, an operand.
      if onlyOperands || !word.hasPrefix("-") || word == "-" {
        parsed.operands.append(word)
        continue
      }
      if word == "--" {
        onlyOperands = true
        continue
      }
      if word == "--help" || word == "-h" { return .help(command.path) }
      try option(word, rest: &rest, into: &parsed)
    }
    try checkOperands(parsed)
    if let model = parsed.modelName, parsed.has("offline") {
      throw .usage(Phrase.offlineAndModel.text(model))
    }
    return .run(parsed)
  }

  private static func option(
    _ word: String, rest: inout ArraySlice<String>, into parsed: inout ParsedArguments
  ) throws(CommandFailure) {
    var name = word
    var value: String?
    if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
      name = String(word[..<equals])
      value = String(word[word.index(after: equals)...])
    }
    guard let option = parsed.command.option(name) else {
      if name == "--model" || name == "--offline" {
        throw .usage(Phrase.commandUsesNoModel.text(name, parsed.command.path))
      }
      throw .usage(
        Phrase.unknownOption.text(name, parsed.command.path)
          + Suggestion.hint(name, among: parsed.command.options.map { "--\($0.name)" }) + " "
          + Phrase.seeHelp.text("city-agent help \(parsed.command.path)"))
    }
    guard let placeholder = option.value else {
      guard value == nil else { throw .usage(Phrase.optionTakesNoValue.text(name)) }
      parsed.flags.insert(option.name)
      return
    }
    guard let given = value ?? rest.popFirst() else {
      throw .usage(Phrase.optionNeedsValue.text(name, placeholder))
    }
    parsed.values[option.name] = given
  }

  private static func checkOperands(_ parsed: ParsedArguments) throws(CommandFailure) {
    let count = parsed.operands.count
    let range = parsed.command.operandCount
    if count < range.lowerBound {
      throw .usage(Phrase.operandMissing.text(parsed.command.path, parsed.command.usage))
    }
    if count > range.upperBound {
      throw .usage(
        Phrase.operandTooMany.text(
          parsed.command.path, parsed.operands[range.upperBound], parsed.command.usage))
    }
  }
}
