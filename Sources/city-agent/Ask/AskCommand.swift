import CityAgentKit
import CityJSON
import CityText
import FoundationEssentials
import Glibc

/// `ask`: one question, its answer with footnotes, or as one line of JSON.
enum AskCommand {
  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    do {
      return try await answer(arguments)
    } catch {
      throw arguments.has("json") ? try told(CommandFailure(error)) : error
    }
  }

  /// The failure, printed: a program that reads the output learns of it there, a person on standard error.
  ///
  /// Apart from `run`: the optimizer of Swift 6.3.1 crashes on this code inside an async function.
  @inline(never)
  private static func told(_ failure: CommandFailure) throws -> CommandFailure {
    var json = JSONWriter()
    json.object { w in
      w.key("line", 1)
      w.key("error")
      w.error(code: failure.code, message: failure.message)
    }
    if failure.code != "unwritable" { try Console.line(json.text) }
    return failure
  }

  private static func answer(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let installation = try Installation(arguments)
    let question = Question(
      try text(arguments), session: arguments["session"], language: try arguments.language(),
      skill: arguments["skill"])
    let recorder = try RecordFile.named(by: arguments)
    let agent = try installation.agent(
      sessions: try SessionFolder.store(arguments, installation), recorder: recorder)
    installation.noteDay()
    let outcome: Outcome
    if arguments.has("json") {
      let answer = await agent.answer(question)
      var json = JSONWriter()
      json.object { w in
        w.key("line", 1)
        w.key("answer")
        w.answer(answer)
      }
      try Console.line(json.text)
      outcome = answer.outcome
    } else {
      outcome = try await show(agent, question)?.outcome ?? .failed
    }
    try recorder?.finish()
    return outcome == .failed ? .someFailed : .success
  }

  /// Prints an answer: on a terminal while it comes, in a pipe when it is whole.
  /// - Returns: the whole answer; nil where the turn was cancelled.
  static func show(_ agent: Agent, _ question: Question) async throws -> Answer? {
    // Only a person at a terminal can be told that something is withdrawn.
    let isLive = Console.isTerminal(STDOUT_FILENO)
    var printer = AnswerPrinter(isLive: isLive)
    var whole: Answer?
    for await event in agent.stream(question, canRetract: isLive) {
      let text = printer.text(for: event)
      if !text.isEmpty { try Console.out(text) }
      if case .finished(let answer) = event { whole = answer }
    }
    return whole
  }

  /// The question: the operands, or standard input where there are none.
  private static func text(_ arguments: ParsedArguments) throws -> String {
    if !arguments.operands.isEmpty, arguments.operands != ["-"] {
      return arguments.operands.joined(separator: " ")
    }
    guard arguments.operands == ["-"] || !Console.isTerminal(STDIN_FILENO) else {
      throw CommandFailure.usage(Phrase.operandMissing.text("ask", arguments.command.usage))
    }
    var bytes: [UInt8] = []
    let reader = LineReader(STDIN_FILENO, limit: inputLimit)
    while let line = try reader.next() {
      guard case .bytes(let text) = line.content, bytes.count + text.count <= inputLimit else {
        throw CommandFailure(
          .someFailed, "question-too-long", Phrase.questionTooLong.text("\(inputLimit)"))
      }
      bytes += text + [0x0A]
    }
    // The last line end belongs to the pipe, not to the question.
    return RawArguments.text(Array(bytes.dropLast()))
  }

  /// Most that is read of standard input; the agent's own limit is lower and answers for itself.
  private static let inputLimit = 4 << 20
}
