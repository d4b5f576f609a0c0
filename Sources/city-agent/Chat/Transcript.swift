import CityAgentKit

/// A chat as Markdown, with each answer's citations as footnotes: for `/save`.
enum Transcript {
  static func markdown(_ turns: [ChatTurn], agent: Agent) -> String {
    var text = "# city-agent\n\n"
    text += Phrase.transcriptHead.text(
      "\(agent.configuration.asOf)", agent.knowledge.index.generation)
    text += "\n"
    for (number, turn) in turns.enumerated() {
      text += "\n## \(number + 1). \(line(turn.question))\n\n"
      // Two spaces end a line in Markdown: the answer keeps its own lines.
      text += turn.answer.text.split(separator: "\n").joined(separator: "  \n") + "\n"
      if !turn.answer.citations.isEmpty { text += "\n" }
      for citation in turn.answer.citations {
        text += "- [\(citation.number)] `\(citation.document)` · \(line(citation.clause)): "
        text += "“\(line(citation.quote))” (\(citation.range.lowerBound)–"
        text += "\(citation.range.upperBound), SHA-256 \(citation.digest))\n"
      }
      if !turn.answer.notices.isEmpty { text += "\n" }
      for notice in turn.answer.notices { text += "> ※ \(line(notice))\n" }
      text += "\n`\(turn.answer.outcome.rawValue)` · run `\(turn.answer.run)`\n"
    }
    return text
  }

  private static func line(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ")
  }
}
