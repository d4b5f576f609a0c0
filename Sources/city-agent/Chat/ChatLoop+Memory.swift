import CityAgentKit
import CityIndex

extension ChatLoop {
  /// `/good` shows the pairs of the last answer, `/good yes` stores them.
  func confirm(_ rest: String) throws(CommandFailure) {
    guard let turn = turns.last, !turn.answer.citations.isEmpty, let path = memoryPath else {
      return try Console.line(Phrase.memoryNothing.text())
    }
    var pairs: [ConfirmedPair] = []
    for citation in turn.answer.citations {
      let pair = ConfirmedPair(
        question: turn.question, document: citation.document, clause: citation.clause,
        source: "chat", day: "\(agent.configuration.asOf)")
      if !pairs.contains(pair) { pairs.append(pair) }
    }
    guard rest == "yes" else {
      try Console.line(Phrase.memoryWillStore.text())
      for pair in pairs { try Console.line("  " + MemoryCommand.shown(pair)) }
      return
    }
    let stored: Int
    do throws(IndexError) {
      var file = try MemoryFile(path)
      let there = try file.append(pairs)
      stored = pairs.count - there.count
    } catch {
      return try Console.line("\(error)")
    }
    try Console.line(Phrase.memoryStored.text("\(stored)", path))
  }
}
