import CityAgentKit
import CityText

/// The words of a command line, sorted by what they mean.
struct ParsedArguments: Sendable {
  var command: CommandDescription
  var values: [String: String] = [:]
  var flags: Set<String> = []
  var operands: [String] = []

  init(command: CommandDescription) { self.command = command }

  subscript(_ option: String) -> String? { values[option] }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// What `--model` names of a command that answers: `triage` takes a file of its own under the same name.
  var modelName: String? {
    command.option("--model")?.value == OptionDescription.model.value ? values["model"] : nil
  }

  /// A whole number's option.
  func integer(_ option: String, in range: ClosedRange<Int>) throws(CommandFailure) -> Int? {
    guard let text = values[option] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .usage(
        Phrase.notANumber.text("--\(option)", text, "\(range.lowerBound)", "\(range.upperBound)"))
    }
    return number
  }

  /// The answer's language: `--lang`.
  func language() throws(CommandFailure) -> WrittenLanguage? {
    guard let text = values["lang"] else { return nil }
    guard let language = WrittenLanguage(rawValue: text) else {
      throw .usage(Phrase.badLanguage.text(text))
    }
    return language
  }

  /// The day that “in force” refers to: `--as-of`.
  func day() throws(CommandFailure) -> CalendarDay? {
    guard let text = values["as-of"] else { return nil }
    guard let day = CalendarDay(text) else { throw .usage(Phrase.badDay.text("--as-of", text)) }
    return day
  }
}
