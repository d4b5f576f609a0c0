import CityAgentKit

/// What is printed of an answer: sentences with marks, then footnotes, notices and suggestions.
///
/// A mark stands once after consecutive sentences that rest on the same citations, so each sentence is
/// printed at once and its mark only when the next one is known.
///
/// A person at a terminal sees sentences when they come, and in one line when they are withdrawn. In a pipe nobody
/// can be told to forget what they have read: there the whole text comes at the end, or nothing.
struct AnswerPrinter {
  /// Whether sentences are shown when they come.
  let isLive: Bool
  private var last: AnswerSentence?
  /// Whether a sentence has been shown that can be withdrawn.
  private var hasShown = false
  /// What waits for the end.
  private var held = ""

  init(isLive: Bool) { self.isLive = isLive }

  /// What is to be printed after an event.
  mutating func text(for event: AgentEvent) -> String {
    let text =
      switch event {
      case .citation: ""
      case .sentence(let sentence): text(sentence)
      case .restarted: withdrawal()
      case .finished(let answer): ending(answer)
      }
    guard !isLive else { return text }
    held += text
    guard case .finished = event else { return "" }
    defer { held = "" }
    return held
  }

  private mutating func withdrawal() -> String {
    last = nil
    held = ""
    guard hasShown else { return "" }
    hasShown = false
    // In a pipe what is withdrawn was never printed.
    return isLive ? "\n\(Phrase.restarted.text())\n" : ""
  }

  private mutating func text(_ sentence: AnswerSentence) -> String {
    var text = ""
    if let last {
      let isSame = last.citations == sentence.citations
      text = (isSame ? "" : marks(last)) + (last.endsLine ? "\n" : "")
    }
    last = sentence
    hasShown = true
    return text + sentence.text
  }

  private mutating func ending(_ answer: Answer) -> String {
    var text = last.map { marks($0) + "\n" } ?? ""
    last = nil
    hasShown = false
    // A chart for the terminal comes as plain text; the drawings go with `--json`.
    for attachment in answer.attachments where attachment.mediaType == "text/plain" {
      text += "\n\(attachment.content)"
    }
    var lines = footnotes(answer.citations)
    for notice in answer.notices { lines.append("※ \(notice)") }
    if !answer.suggestions.isEmpty {
      lines.append(Phrase.suggestions.text())
      for suggestion in answer.suggestions { lines.append("  · \(suggestion)") }
    }
    guard !lines.isEmpty else { return text }
    return text + "\n" + lines.map(Console.faint).joined(separator: "\n") + "\n"
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
