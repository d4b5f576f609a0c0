import CityAgentKit
import FoundationEssentials
import Glibc

/// `chat`: a conversation in a terminal, or, in a pipe, one answer a line.
enum ChatCommand {
  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let installation = try Installation(arguments)
    let isInteractive = Console.isTerminal(STDIN_FILENO) && Console.isTerminal(STDOUT_FILENO)
    let folder = SessionFolder.folder(arguments, installation)
    let store: any SessionStore
    if let folder {
      store = try FileSessionStore(folder: folder)
    } else {
      store = MemorySessionStore()
    }
    let recorder = try RecordFile.named(by: arguments)
    let agent = try installation.agent(
      sessions: store, recorder: recorder,
      orders: arguments["orders"] ?? installation.configuration.orders)
    if let skill = arguments["skill"] { try known(skill, in: agent) }
    var chat = ChatLoop(
      agent: agent, session: arguments["session"] ?? newSession(),
      language: try arguments.language(), skill: arguments["skill"], isJSON: arguments.has("json"))
    chat.memoryPath = try? MemoryCommand.path(installation)
    if isInteractive {
      try chat.greet(sessionsFolder: folder)
      let interrupts = try Interrupts()
      let lines: any LineSource =
        Libedit(interrupts: interrupts, historyPath: Environment.stateFolder + "/history")
        ?? PlainLines(interrupts: interrupts)
      try await chat.run(lines, interrupts: interrupts)
    } else {
      try await chat.run(PlainLines(interrupts: nil), interrupts: nil)
    }
    try recorder?.finish()
    return .success
  }

  private static func known(_ skill: String, in agent: Agent) throws(CommandFailure) {
    let names = agent.skills.map(\.card.name)
    guard !names.contains(skill) else { return }
    throw .usage(
      Phrase.unknownSkill.text(skill, names.joined(separator: ", "))
        + Suggestion.hint(skill, among: names))
  }

  /// An id of this run's own: the process's number and start, so that two chats never share one.
  private static func newSession() -> String {
    "chat-\(CalendarDay.today())-\(time(nil) % 86_400)-\(getpid())"
  }
}
