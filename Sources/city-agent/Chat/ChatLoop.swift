import CityAgentKit
import CityIndex
import CityJSON
import CityText
import FoundationEssentials
import Glibc

/// One question of a chat and what came of it.
struct ChatTurn: Sendable {
  var question: String
  var answer: Answer
  var explanation: [RouteExplanation]
}

/// The conversation: reads lines, answers questions, obeys `/` commands.
struct ChatLoop {
  let agent: Agent
  var session: String
  /// The answers' language; nil takes each question's own.
  var language: WrittenLanguage?
  /// The skill that all questions go to; nil lets the agent route.
  let skill: String?
  let isJSON: Bool
  /// The file that `/good` appends to; nil where the knowledge is an index alone.
  var memoryPath: String?
  var turns: [ChatTurn] = []
  /// Files that this chat has written: they may be written again.
  var saved: Set<String> = []

  init(
    agent: Agent, session: String, language: WrittenLanguage?, skill: String?, isJSON: Bool
  ) {
    self.agent = agent
    self.session = session
    self.language = language
    self.skill = skill
    self.isJSON = isJSON
  }

  func greet(sessionsFolder: String?) throws(CommandFailure) {
    try Console.line(
      Phrase.greeting.text(
        Program.version, "\(agent.knowledge.index.documentCount)", "\(agent.configuration.asOf)"))
    let examples = agent.skills.flatMap { $0.card.examples.prefix(2) }.prefix(3)
    if !examples.isEmpty {
      try Console.line(Phrase.forExample.text(examples.joined(separator: " · ")))
    }
    if let sessionsFolder {
      try Console.line(Phrase.sessionKept.text(session, sessionsFolder))
    }
    try Console.line(Phrase.greetingHelp.text())
  }

  /// Runs to the end of the input, `/quit`, Ctrl-D, or Ctrl-C twice at an empty prompt.
  mutating func run(_ lines: any LineSource, interrupts: Interrupts?) async throws {
    defer { lines.finish() }
    var wasInterrupted = false
    while true {
      switch try lines.next(prompt: Phrase.prompt.text()) {
      case .end: return
      case .interrupted(hadBegun: true): break
      case .interrupted:
        if wasInterrupted { return }
        wasInterrupted = true
        try Console.line(Phrase.interruptAgain.text())
        continue
      case .tooLong(let count):
        try Console.line(Phrase.lineTooLong.text("\(count)"))
      case .line(let line):
        let text = SkillCard.trimmed(line)
        if text.isEmpty { continue }
        lines.remember(text)
        if text.hasPrefix("/") {
          if try await obey(text, interrupts: interrupts) == .leave { return }
        } else {
          try await ask(text, skill: skill, interrupts: interrupts)
        }
      }
      wasInterrupted = false
    }
  }

  /// Answers one question and remembers the turn.
  mutating func ask(_ text: String, skill: String?, interrupts: Interrupts?) async throws {
    let question = Question(text, session: session, language: language, skill: skill)
    let explanation = await agent.explanation(of: question)
    let agent = agent
    let isJSON = isJSON
    let line = turns.count + 1
    let work: @Sendable () async throws -> Answer? = {
      guard isJSON else { return try await AskCommand.show(agent, question) }
      let answer = await agent.answer(question)
      var json = JSONWriter()
      json.object { w in
        w.key("line", line)
        w.key("answer")
        w.answer(answer)
      }
      try Console.line(json.text)
      return answer
    }
    let answer: Answer?
    if let interrupts {
      answer = try await interrupts.whileAnswering(work)
    } else {
      answer = try await work()
    }
    guard let answer else {
      try Console.line("\n" + Phrase.stopped.text())
      return
    }
    turns.append(ChatTurn(question: text, answer: answer, explanation: explanation))
    if !isJSON { try Console.line() }
  }
}
