import CityJSON
import FoundationEssentials
import Glibc

/// The commands, by the path that the help table gives them.
enum Program {
  static let version = "0.1.0"

  static func run(_ words: [String]) async -> ExitStatus {
    // A reader that leaves is an error of the write, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
    do {
      switch try ArgumentParser.parse(words) {
      case .help(let path):
        try Console.out(HelpText.text(for: path, in: .current))
        return .success
      case .run(let arguments): return try await command(arguments)
      }
    } catch {
      let failure = CommandFailure(error)
      if !failure.message.isEmpty { Console.note("city-agent: \(failure.message)") }
      return failure.status
    }
  }

  private static func command(_ arguments: ParsedArguments) async throws -> ExitStatus {
    switch arguments.command.path {
    case "chat": try await ChatCommand.run(arguments)
    case "ask": try await AskCommand.run(arguments)
    case "batch": try await BatchCommand.run(arguments)
    case "brief": try BriefCommand.run(arguments)
    case "index build": try IndexBuildCommand.build(arguments)
    case "index update": try IndexBuildCommand.update(arguments)
    case "index embed": try await IndexEmbedCommand.run(arguments)
    case "index info": try IndexInfoCommand.run(arguments)
    case "index verify": try IndexReadCommand.verify(arguments)
    case "index show": try IndexReadCommand.show(arguments)
    case "index search": try IndexSearchCommand.run(arguments)
    case "indicators import": try IndicatorImportCommand.run(arguments)
    case "indicators check": try IndicatorCheckCommand.run(arguments)
    case "indicators forecast": try ForecastCommand.run(arguments)
    case "triage": try TriageCommand.run(arguments)
    case "triage digest": try DigestCommand.run(arguments)
    case "desk": try DeskCommand.run(arguments)
    case "triage train": try TrainCommand.run(arguments)
    case "triage eval": try TriageEvaluation.run(arguments)
    case "triage classify": try ClassifyCommand.run(arguments)
    case "eval retrieval": try await RetrievalEvaluation.run(arguments)
    case "eval answers": try await AnswerEvaluation.run(arguments)
    case "eval promptfoo": try await PromptfooEvaluation.run(arguments)
    case "eval memory": try await MemoryEvaluation.run(arguments)
    case "memory list": try MemoryCommand.list(arguments)
    case "memory add": try MemoryCommand.add(arguments)
    case "memory remove": try MemoryCommand.remove(arguments)
    case "memory check": try MemoryCommand.check(arguments)
    case "models list": try ModelsCommand.list(arguments)
    case "models test": try await ModelsCommand.test(arguments)
    case "models measure": try await ModelsCommand.measure(arguments)
    case "audit verify": try AuditCommand.verify(arguments)
    case "audit show": try AuditCommand.show(arguments)
    case "tune": try await TuneCommand.run(arguments)
    case "doctor": try DoctorCommand.run(arguments)
    case "help": try HelpCommand.run(arguments)
    case "version": try version(arguments)
    default: throw CommandFailure.usage(Phrase.unknownCommand.text(arguments.command.path))
    }
  }

  private static func version(_ arguments: ParsedArguments) throws -> ExitStatus {
    if arguments.has("json") {
      var json = JSONWriter()
      json.object { $0.key("version", version) }
      try Console.line(json.text)
    } else {
      try Console.line("city-agent \(version)")
    }
    return .success
  }
}
