import CityAgentKit
import CityIndex
import CityText
import FoundationEssentials
import IndicatorSkill

/// `indicators import`: bureaus' tables to observation rows.
enum IndicatorImportCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    guard let home = installation.home else {
      throw CommandFailure(.usage, "no-knowledge", Phrase.noHome.text())
    }
    let path = (installation.knowledge ?? home + "/seeds") + "/indicators/catalog.json"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.usage, "no-knowledge", Phrase.noKnowledgeAt.text(path))
    }
    let catalog = try CatalogReader.read([UInt8](bytes), path: path)
    var lines = ["indicator,region,period,basis,value,unit,vintage,source"]
    var problems = 0
    for file in arguments.operands {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw CommandFailure(.usage, "unreadable", Phrase.cannotRead.text(file, ""))
      }
      let settings = BureauTable.Settings(
        region: arguments["region"], vintage: arguments["vintage"] ?? "",
        source: arguments["source"] ?? file)
      let table = BureauTable(
        try TextDecoding.decode([UInt8](data)).bytes, catalog: catalog, settings: settings,
        path: file)
      lines += table.rows.map { $0.fields.map(quoted).joined(separator: ",") }
      for problem in table.problems { Console.note("\(problem)") }
      problems += table.problems.count
    }
    let text = lines.joined(separator: "\n") + "\n"
    if let output = arguments["output"], output != "-" {
      try BriefCommand.write(text, to: output)
      Console.note(Phrase.indicatorsImported.text("\(lines.count - 1)", "\(problems)"))
    } else {
      try Console.out(text)
    }
    return problems == 0 ? .success : .someFailed
  }

  private static func quoted(_ field: String) -> String {
    field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A }
      ? "\""
        + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\"" : field
  }
}
