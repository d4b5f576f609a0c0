import CityAgentKit
import CityIndex
import CityNet
import FoundationEssentials
import Glibc

/// `doctor`: what is installed, readable, out of date. Nothing is built or changed.
enum DoctorCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    var report = DoctorReport()
    report.add("version", .good, "city-agent \(Program.version)")
    do {
      let installation = try Installation(arguments)
      places(installation, into: &report)
      knowledge(installation, into: &report)
      skills(installation, into: &report)
      converters(installation, into: &report)
      sessions(arguments, installation, into: &report)
      models(installation, into: &report)
    } catch {
      report.add("configuration", .bad, error.message)
    }
    variables(into: &report)
    libraries(into: &report)
    terminal(into: &report)
    if arguments.has("json") {
      try Console.line(report.json)
    } else {
      for line in report.lines { try Console.line(line) }
    }
    return report.hasBad ? .someFailed : .success
  }

  private static func places(_ installation: Installation, into report: inout DoctorReport) {
    guard let home = installation.home else {
      report.add(
        "home", installation.knowledge == nil ? .bad : .warning, Phrase.noHome.text())
      return
    }
    report.add("home", .good, Phrase.doctorHome.text(home))
    let file = "\(home)/\(Configuration.fileName)"
    if FilePath.exists(file) {
      let isReadable = access(file, R_OK) == 0
      report.add(
        "configuration", isReadable ? .good : .bad,
        isReadable
          ? Phrase.doctorConfiguration.text(file)
          : Phrase.cannotRead.text(file, String(cString: strerror(errno))))
    }
    for (name, folder) in [("seeds", "\(home)/seeds"), ("skills", installation.skillsFolder ?? "")]
    {
      let isReadable = FilePath.isFolder(folder) && access(folder, R_OK | X_OK) == 0
      // Without skills the compiled ones still answer; without seeds another folder can be named.
      let state: DoctorFinding.State =
        isReadable ? .good : name == "seeds" && installation.knowledge == nil ? .bad : .warning
      report.add(
        name, state,
        isReadable ? Phrase.doctorFolder.text(folder) : Phrase.doctorNoFolder.text(folder))
    }
  }

  private static func skills(_ installation: Installation, into report: inout DoctorReport) {
    var problems: [AgentError] = []
    let skills = StandardSkills.load(from: installation.skillsFolder) { problems.append($0) }
    report.add(
      "skills", .good, Phrase.doctorSkills.text(skills.map(\.card.name).joined(separator: ", ")))
    for problem in problems { report.add("skill", .bad, "\(problem)") }
  }

  private static func converters(_ installation: Installation, into report: inout DoctorReport) {
    var seen: Set<String> = []
    for converter in installation.reader.converters {
      guard let program = converter.command.first, seen.insert(program).inserted else { continue }
      let extensions = converter.extensions.joined(separator: ", ")
      if let path = ProgramSearch.path(of: program) {
        report.add("converter", .good, Phrase.doctorConverter.text(path, extensions))
      } else {
        report.add("converter", .warning, Phrase.doctorNoConverter.text(program, extensions))
      }
    }
  }

  private static func sessions(
    _ arguments: ParsedArguments, _ installation: Installation, into report: inout DoctorReport
  ) {
    let folder = SessionFolder.folder(arguments, installation) ?? SessionFolder.standard
    if !FilePath.exists(folder) {
      report.add("sessions", .good, Phrase.doctorSessionsNone.text(folder))
    } else if FilePath.isFolder(folder), access(folder, R_OK | W_OK | X_OK) == 0 {
      report.add("sessions", .good, Phrase.doctorSessions.text(folder))
    } else {
      report.add("sessions", .bad, Phrase.doctorSessionsBad.text(folder))
    }
  }

  /// Variables that look like ours and are none: a mistyped one is silent otherwise.
  private static func variables(into report: inout DoctorReport) {
    let known = Configuration.Key.allCases.map(\.variable) + ["CITY_AGENT_HOME"]
    for name in ProcessInfo.processInfo.environment.keys.sorted()
    where name.hasPrefix("CITY_AGENT_") && !known.contains(name) {
      report.add(
        "variable", .warning,
        Phrase.doctorVariable.text(name) + Suggestion.hint(name, among: known))
    }
  }

  private static func libraries(into report: inout DoctorReport) {
    report.add("libcurl", .good, TransferLibrary.version)
    if Libedit.isInstalled {
      report.add("libedit", .good, Phrase.doctorLibedit.text(Libedit.libraryName))
    } else {
      report.add("libedit", .warning, Phrase.doctorNoLibedit.text(Libedit.libraryName))
    }
  }

  private static func terminal(into report: inout DoctorReport) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Environment.value).first ?? "–"
    let codes = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Environment.value).first ?? "–"
    let isUTF8 = codes.lowercased().contains("utf-8") || codes.lowercased().contains("utf8")
    report.add(
      "locale", isUTF8 ? .good : .warning,
      isUTF8 ? Phrase.doctorLocale.text(locale) : Phrase.doctorLocaleBytes.text(codes))
    let isTerminal = Console.isTerminal(STDIN_FILENO) && Console.isTerminal(STDOUT_FILENO)
    report.add(
      "terminal", .good,
      isTerminal
        ? Phrase.doctorTerminal.text(Environment.value("TERM") ?? "–", "\(Console.columns)")
        : Phrase.doctorNoTerminal.text())
  }
}

/// Finds programs as a shell would.
enum ProgramSearch {
  /// The program's path; nil where `PATH` has none that can be run.
  static func path(of program: String) -> String? {
    if program.contains("/") { return access(program, X_OK) == 0 ? program : nil }
    let folders = (Environment.value("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }
}
