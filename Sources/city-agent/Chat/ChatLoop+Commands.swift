import CityAgentKit
import CityIndex
import CityText
import FoundationEssentials
import Glibc

extension ChatLoop {
  /// What a `/` command leaves the loop to do.
  enum Next { case stay, leave }

  /// The commands there are; everything else after a `/` must be a skill's name.
  enum Command: String, CaseIterable {
    case help, skills, sources, why, good, reset, save, lang, quit
  }

  mutating func obey(_ line: String, interrupts: Interrupts?) async throws -> Next {
    let words = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
    let name = words.first ?? ""
    let rest = SkillCard.trimmed(words.count > 1 ? words[1] : "")
    if let command = Command(rawValue: name == "exit" ? "quit" : name) {
      return try await obey(command, rest)
    }
    if agent.skills.contains(where: { $0.card.name == name }) {
      if rest.isEmpty {
        try Console.line(Phrase.skillNeedsQuestion.text(name))
      } else {
        try await ask(rest, skill: name, interrupts: interrupts)
      }
      return .stay
    }
    let known = Command.allCases.map(\.rawValue) + agent.skills.map(\.card.name)
    try Console.line(
      Phrase.unknownChatCommand.text("/\(name)")
        + (Suggestion.nearest(name, among: known).map { Phrase.didYouMean.text("/\($0)") } ?? ""))
    return .stay
  }

  private mutating func obey(_ command: Command, _ rest: String) async throws -> Next {
    switch command {
    case .quit: return .leave
    case .help: try Console.line(Phrase.chatHelp.text())
    case .skills: try showSkills()
    case .sources: try showSources()
    case .why: try showReasons()
    case .good: try confirm(rest)
    case .lang: try setLanguage(rest)
    case .save: try save(rest)
    case .reset:
      try await agent.reset(session: session)
      turns = []
      try Console.line(Phrase.resetDone.text())
    }
    return .stay
  }

  private func showSkills() throws(CommandFailure) {
    for card in agent.skills.map(\.card) {
      try Console.line("/\(card.name)  \(DisplayWidth.shortened(card.description, to: 200))")
      for example in card.examples.prefix(3) { try Console.line("    \(example)") }
    }
  }

  private mutating func setLanguage(_ rest: String) throws(CommandFailure) {
    if rest == "auto" {
      language = nil
      try Console.line(Phrase.languageAuto.text())
    } else if let chosen = WrittenLanguage(rawValue: rest) {
      language = chosen
      try Console.line(Phrase.languageSet.text(rest))
    } else {
      try Console.line(Phrase.badLanguage.text(rest))
    }
  }

  /// The documents that the last answer cites, in full.
  private func showSources() throws(CommandFailure) {
    guard let answer = turns.last?.answer, !answer.citations.isEmpty else {
      return try Console.line(Phrase.noSources.text())
    }
    let index = agent.knowledge.index
    var shown: Set<String> = []
    for citation in answer.citations where shown.insert(citation.document).inserted {
      let numbers = answer.citations.filter { $0.document == citation.document }
      try Console.line(
        numbers.map { "[\($0.number)]" }.joined() + " "
          + (index.document(id: citation.document)?.metadata.title ?? "")
          + " (\(citation.document))")
      guard let metadata = index.document(id: citation.document)?.metadata else { continue }
      try Console.line(
        "    " + Phrase.asOfLabel.text() + (metadata.asOf ?? Phrase.notStated.text()))
      for source in metadata.source {
        try Console.line("    " + Phrase.sourceLabel.text() + source)
      }
      if let confidence = metadata.confidence {
        try Console.line("    " + Phrase.confidenceLabel.text() + confidence)
      }
      for citation in numbers {
        try Console.line(
          "    [\(citation.number)] \(citation.clause) · "
            + Phrase.bytes.text("\(citation.range.lowerBound)", "\(citation.range.upperBound)")
            + " · SHA-256 \(citation.digest.prefix(16))…")
      }
    }
  }

  /// What each skill said of the last question, and what was decided.
  private func showReasons() throws(CommandFailure) {
    guard let turn = turns.last else { return try Console.line(Phrase.nothingAsked.text()) }
    for part in turn.explanation {
      if turn.explanation.count > 1 { try Console.line("“\(part.question)”") }
      for candidate in part.candidates {
        let reasons = candidate.reasons.isEmpty ? "–" : candidate.reasons.joined(separator: "; ")
        try Console.line(
          "  \(Decimals.text(candidate.score, places: 2))  \(candidate.skill)  \(reasons)")
      }
      switch part.decision {
      case .goes(let skill): try Console.line("  " + Phrase.decisionGoes.text(skill))
      case .asksBack: try Console.line("  " + Phrase.decisionAsksBack.text())
      case .abstains:
        try Console.line(
          "  "
            + Phrase.decisionAbstains.text(
              Decimals.text(agent.configuration.threshold, places: 2)))
      }
    }
    try Console.line("  " + Phrase.runIs.text(turn.answer.outcome.rawValue, turn.answer.run))
  }

  private mutating func save(_ path: String) throws(CommandFailure) {
    guard !path.isEmpty else { return try Console.line(Phrase.saveNeedsFile.text()) }
    guard saved.contains(path) || !FilePath.exists(path) else {
      return try Console.line(Phrase.saveExists.text(path))
    }
    do {
      try Data(Transcript.markdown(turns, agent: agent).utf8).write(
        to: URL(fileURLWithPath: path), options: .atomic)
      saved.insert(path)
      try Console.line(Phrase.saveDone.text("\(turns.count)", path))
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      try Console.line(Phrase.cannotWrite.text(path, String(cString: strerror(errno))))
    }
  }
}
