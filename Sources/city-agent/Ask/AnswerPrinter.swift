import CityAgentKit

/// Prints an answer as it comes: sentences with marks, then footnotes, notices and suggestions.
///
/// A mark stands once after consecutive sentences that rest on the same citations, so each sentence is
/// printed at once and its mark only when the next one is known.
struct AnswerPrinter {
  private var last: AnswerSentence?

  mutating func show(_ event: AgentEvent) throws(CommandFailure) {
    switch event {
    case .citation: break
    case .sentence(let sentence): try show(sentence)
    case .restarted:
      last = nil
      try Console.out("\n\(Phrase.restarted.text())\n")
    case .finished(let answer): try finish(answer)
    }
  }

  private mutating func show(_ sentence: AnswerSentence) throws(CommandFailure) {
    if let last {
      let isSame = last.citations == sentence.citations
      try Console.out((isSame ? "" : marks(last)) + (last.endsLine ? "\n" : ""))
    }
    try Console.out(sentence.text)
    last = sentence
  }

  private mutating func finish(_ answer: Answer) throws(CommandFailure) {
    if let last { try Console.out(marks(last) + "\n") }
    last = nil
    // A chart for the terminal comes as plain text; the drawings go with `--json`.
    for attachment in answer.attachments where attachment.mediaType == "text/plain" {
      try Console.out("\n\(attachment.content)")
    }
    var lines = footnotes(answer.citations)
    for notice in answer.notices { lines.append("※ \(notice)") }
    if !answer.suggestions.isEmpty {
      lines.append(Phrase.suggestions.text())
      for suggestion in answer.suggestions { lines.append("  · \(suggestion)") }
    }
    guard !lines.isEmpty else { return }
    try Console.out("\n" + lines.map(Console.faint).joined(separator: "\n") + "\n")
  }

  /// A cell of a table stands with so many others that they are told in one line.
  private static let crowd = 8

  private func footnotes(_ citations: [Citation]) -> [String] {
    var lines: [String] = []
    let width = Console.columns - 1
    var place = ""
    var at = 0
    while at < citations.count {
      let citation = citations[at]
      let run = citations[at...].prefix { $0.document == citation.document && isCell($0) }
      if run.count >= Self.crowd, let last = run.last {
        let places = "\(citation.document) · \(citation.clause) … \(last.clause)"
        lines.append(
          DisplayWidth.shortened("[\(citation.number)]–[\(last.number)] \(places)", to: width))
        at = run.endIndex
        continue
      }
      let number = "[\(citation.number)] "
      let indent = String(repeating: " ", count: number.utf8.count)
      let quote = DisplayWidth.shortened("“\(citation.quote)”", to: width - indent.utf8.count)
      let next = "\(citation.document) · \(citation.clause)"
      // Several quotes from one clause stand under it, each with its number.
      if next == place {
        lines.append(number + quote)
      } else {
        lines.append(DisplayWidth.shortened(number + next, to: width))
        lines.append(indent + quote)
      }
      place = next
      at += 1
    }
    return lines
  }

  private func isCell(_ citation: Citation) -> Bool {
    citation.clause.utf8.contains(UInt8(ascii: "/")) && citation.clause.hasPrefix("row ")
  }

  /// `[1][2]`, with a space before it after Latin text.
  private func marks(_ sentence: AnswerSentence) -> String {
    guard !sentence.citations.isEmpty else { return "" }
    let isLatin = sentence.text.unicodeScalars.last?.isASCII ?? false
    return (isLatin ? " " : "") + numbers(sentence.citations)
  }

  /// Many in a row as `[1]–[60]`.
  private func numbers(_ citations: [Int]) -> String {
    guard citations.count >= Self.crowd, let first = citations.min(), let last = citations.max(),
      last - first == citations.count - 1
    else { return citations.map { "[\($0)]" }.joined() }
    return "[\(first)]–[\(last)]"
  }
}
