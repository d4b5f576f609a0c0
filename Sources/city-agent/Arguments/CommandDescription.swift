/// One command, as the help table declares it: parsing, help and documentation are made from it.
struct CommandDescription: Sendable {
  /// One word, or two: `ask`, `index build`.
  var path: String
  /// How its operands are written in the help: `DIR`, `"QUESTION"`.
  var operands: String
  /// How many operands it takes.
  var operandCount: ClosedRange<Int>
  var chinese: String
  var english: String
  var options: [OptionDescription]
  /// Lines under the options: formats, exit codes, examples.
  var chineseNotes: [String] = []
  var englishNotes: [String] = []

  var words: [String] { path.split(separator: " ").map(String.init) }

  /// `city-agent index build DIR [options]`
  var usage: String {
    "city-agent " + path + (operands.isEmpty ? "" : " " + operands)
      + (options.isEmpty ? "" : " [options]")
  }

  func summary(in language: InterfaceLanguage) -> String {
    language == .chinese ? chinese : english
  }

  func notes(in language: InterfaceLanguage) -> [String] {
    language == .chinese ? chineseNotes : englishNotes
  }

  /// The option that a word such as `--as-of` or `-o` names.
  func option(_ word: String) -> OptionDescription? {
    options.first { "--\($0.name)" == word || ($0.letter.map { "-\($0)" } ?? "") == word }
  }
}
