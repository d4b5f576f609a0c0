/// One option of a command, as the help table declares it.
struct OptionDescription: Sendable {
  /// Without the dashes: `as-of`.
  var name: String
  /// The one-letter form: `o` for `-o`.
  var letter: String?
  /// What stands for its value in the help; nil makes it a flag.
  var value: String?
  var chinese: String
  var english: String

  /// `-o, --output FILE`
  var usage: String {
    (letter.map { "-\($0), " } ?? "") + "--\(name)" + (value.map { " \($0)" } ?? "")
  }

  func text(in language: InterfaceLanguage) -> String {
    language == .chinese ? chinese : english
  }
}
