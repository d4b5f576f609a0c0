import CityAgentKit
import CityJSON
import CityText
import FoundationEssentials
import Glibc

/// `eval promptfoo`: runs promptfoo cases and checks their assertions.
enum PromptfooEvaluation {
  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let path = arguments.operands[0]
    let installation = try Installation(arguments)
    let agent = try installation.agent()
    installation.noteDay()
    let defaults = BatchInput.Defaults(
      language: try arguments.language(), skill: nil,
      questionLimit: agent.configuration.questionLimit, skills: [])
    let output = try arguments["out"].map { path throws(CommandFailure) in
      try BatchFile(path, from: 0)
    }
    var cases: [PromptfooCase] = []
    try EvaluationFolder.forEachLine(path) { number, bytes throws(CommandFailure) in
      cases.append(PromptfooCase(number: number, bytes: bytes, defaults))
    }
    var table = EvaluationTable()
    var passed = 0
    var errors = 0
    for item in cases {
      let result = await item.run(agent)
      switch result.verdict {
      case .passed: passed += 1
      case .failed(let types):
        try tell("✗ \(path):\(item.number) \(types.joined(separator: ", "))", arguments)
      case .error(let failure):
        errors += 1
        try tell("✗ \(path):\(item.number) \(failure.message)", arguments)
      }
      try output?.append(result.line, lines: 1)
    }
    try output?.sync()
    table.rows = [
      ("cases", .count(cases.count)), ("passed", .count(passed)),
      ("failed", .count(cases.count - passed - errors)), ("errors", .count(errors)),
    ]
    try table.print(isJSON: arguments.has("json"))
    return passed == cases.count ? .success : .someFailed
  }

  /// What did not pass: part of the table for a person, beside it for a program.
  private static func tell(
    _ line: String, _ arguments: ParsedArguments
  ) throws(CommandFailure) {
    if arguments.has("json") { Console.note(line) } else { try Console.line(line) }
  }
}

/// One case: its question and its assertions, or what is wrong with it.
struct PromptfooCase: Sendable {
  enum Verdict: Sendable {
    case passed
    /// The types of the assertions that do not hold.
    case failed([String])
    case error(CommandFailure)
  }

  let number: Int
  private let input: BatchInput
  private let asserts: [PromptfooAssert]
  private let failure: CommandFailure?

  init(number: Int, bytes: [UInt8], _ defaults: BatchInput.Defaults) {
    self.number = number
    let line = InputLine(number: number, content: .bytes(bytes), isWhole: true, end: 0)
    input =
      BatchInput.read(line, defaults)
      ?? BatchInput(form: .plain, id: nil, content: .bad(code: "empty", message: "blank"))
    var asserts: [PromptfooAssert] = []
    var failure: CommandFailure?
    if case .bad(let code, let message) = input.content {
      failure = CommandFailure(.someFailed, code, message)
    }
    for value in (try? JSONScanner.read(bytes))?["assert"]?.array ?? [] where failure == nil {
      do {
        asserts.append(try PromptfooAssert(value))
      } catch {
        failure = error
      }
    }
    self.asserts = asserts
    self.failure = failure
  }

  /// Asks the question and checks the assertions.
  /// - Returns: the verdict, and the output line `{"line","pass","asserts":[{"type","pass"}],"answer"}`.
  func run(_ agent: Agent) async -> (verdict: Verdict, line: [UInt8]) {
    var json = JSONWriter()
    guard failure == nil, case .question(let question) = input.content else {
      let failure = failure ?? CommandFailure(.someFailed, "no-question", "")
      json.object { w in
        w.key("line", number)
        w.key("error")
        w.error(code: failure.code, message: failure.message)
      }
      return (.error(failure), json.bytes + [0x0A])
    }
    let answer = await agent.answer(question)
    let failed = asserts.filter { !$0.holds(for: answer) }.map(\.type)
    json.object { w in
      w.key("line", number)
      w.key("pass", failed.isEmpty)
      w.key("asserts")
      w.array(asserts) { w, item in
        w.object { w in
          w.key("type", item.type)
          w.key("pass", item.holds(for: answer))
        }
      }
      w.key("answer")
      w.answer(answer)
    }
    return (failed.isEmpty ? .passed : .failed(failed), json.bytes + [0x0A])
  }
}
