import CityAgentKit
import IndicatorSkill

/// `indicators check`: is the catalog sound, is every row used, does what is published add up.
enum IndicatorCheckCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let folder: String
    if let named = arguments.operands.first {
      folder = named
    } else {
      let installation = try Installation(arguments)
      guard let home = installation.home else {
        throw CommandFailure(.usage, "no-knowledge", Phrase.noHome.text())
      }
      folder = (installation.knowledge ?? home + "/seeds") + "/indicators"
    }
    let check = try IndicatorCheck(folder: folder)
    for problem in check.problems { Console.note("\(problem)") }
    for note in check.notes { try Console.line(note) }
    try Console.line(
      Phrase.indicatorsChecked.text(
        "\(check.rows)", "\(check.series)", "\(check.compared)", "\(check.notes.count)",
        "\(check.problems.count)"))
    return check.problems.isEmpty ? .success : .someFailed
  }
}
