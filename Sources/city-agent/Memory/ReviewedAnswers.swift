import CityAgentKit
import CityIndex
import CityJSON

/// The answers of a batch that somebody has read and left in its output: each confirms what it cites.
struct ReviewedAnswers {
  /// With the numbers of the output's lines.
  private(set) var pairs: [ConfirmedPair] = []
  private(set) var problems: [IndexError] = []

  /// - Parameters:
  ///   - answers: what is left of a batch's output.
  ///   - input: what the batch read; a line of the output says which of it was answered.
  init(_ answers: String, input: String, day: CalendarDay) throws(CommandFailure) {
    let questions = try Self.questions(input)
    try EvaluationFolder.forEachLine(answers) { number, bytes throws(CommandFailure) in
      func bad(_ phrase: Phrase) {
        problems.append(IndexError(.badDocument, phrase.text(), path: answers, line: number))
      }
      guard let value = try? JSONScanner.read(bytes), let line = value["line"]?.double,
        let answer = value["answer"]
      else { return bad(.memoryNoAnswer) }
      guard let question = Int(exactly: line).flatMap({ questions[$0] }) else {
        return bad(.memoryNoQuestion)
      }
      let citations = answer["citations"]?.array ?? []
      guard answer["outcome"]?.string == "answered", !citations.isEmpty else {
        return bad(.memoryNotAnswered)
      }
      for citation in citations {
        guard let document = citation["document"]?.string else { continue }
        let pair = ConfirmedPair(
          question: question, document: document, clause: citation["clause"]?.string,
          source: "batch", day: "\(day)", line: number)
        if pairs.last(where: { $0 == pair }) == nil { pairs.append(pair) }
      }
    }
  }

  /// By line of the batch's input.
  private static func questions(_ path: String) throws(CommandFailure) -> [Int: String] {
    let defaults = BatchInput.Defaults(
      language: nil, skill: nil, questionLimit: MemoryCompilation.questionLimit, skills: [])
    var questions: [Int: String] = [:]
    try EvaluationFolder.forEachLine(path) { number, bytes throws(CommandFailure) in
      let line = InputLine(number: number, content: .bytes(bytes), isWhole: true, end: 0)
      if case .question(let question)? = BatchInput.read(line, defaults)?.content {
        questions[number] = question.text
      }
    }
    return questions
  }
}
