import CityAgentKit
import CityIndex
import CityJSON
import FoundationEssentials
import Glibc

/// `eval answers`: puts queries with gold answers to the agent and compares what it says.
///
/// By default a ``ReadingSkill`` alone answers: what re-ranking and reading find, without abstaining. `--by skills`
/// asks the installation's own skills, as a person would.
enum AnswerEvaluation {
  /// Letters of an answer compared at most.
  private static let comparedLetters = 4000

  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let folder = arguments.operands[0]
    let installation = try Installation(arguments)
    let queries = try EvaluationFolder.queries(folder).filter { !$0.golds.isEmpty }
    guard !queries.isEmpty else { throw CommandFailure.usage(Phrase.noGolds.text(folder)) }
    let backends = try installation.backends()
    let skills = installation.skills()
    let base = try EvaluationIndex.open(folder, arguments, installation, skills: skills)
    let store = BatchSessionStore()
    let answering: [any Skill]
    switch arguments["by"] ?? "reading" {
    case "reading":
      answering = [
        ReadingSkill(
          finder: AnswerFinder(
            try RankOptions.ranker(of: base.index, arguments),
            reader: AnswerReader(weights: try RankOptions.readingWeights(arguments))))
      ]
    case "skills": answering = skills
    case let other: throw CommandFailure.usage(Phrase.badBy.text(other))
    }
    let agent = try installation.agent(
      over: base, skills: answering, backends: backends, sessions: store)
    let run = BatchRun(
      agent: agent, store: store,
      jobs: try arguments.integer("jobs", in: 1...1024)
        ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      isRecording: false, language: try arguments.language(), skill: nil)
    installation.noteDay()
    let output = try arguments["out"].map { path throws(CommandFailure) in
      try BatchFile(path, from: 0)
    }
    var scores = AnswerScores()
    var number = 0
    let start = ContinuousClock.now
    while number < queries.count {
      let chunk = queries[number..<min(queries.count, number + BatchSessionStore.chunkLines)]
      let done = await run.answers(chunk.enumerated().map { input($1, number + $0 + 1, run) })
      for (query, done) in zip(chunk, done) {
        guard case .answer(let answer) = done.result else { continue }
        scores.count(answer, golds: query.golds, limit: comparedLetters)
      }
      try output?.append(done.flatMap(\.line), lines: done.count)
      number += chunk.count
    }
    try output?.sync()
    let seconds = start.duration(to: .now).seconds
    Console.note(
      Phrase.evalDone.text(
        "\(queries.count)", Decimals.text(seconds, places: 2),
        Decimals.text(Double(queries.count) / max(1e-6, seconds), places: 0)))
    try scores.table.print(isJSON: arguments.has("json"))
    return .success
  }

  private static func input(
    _ query: EvaluationQuery, _ number: Int, _ run: BatchRun
  ) -> (number: Int, input: BatchInput) {
    var id = JSONWriter()
    id.string(query.id)
    let question = Question(query.text, language: run.defaults.language ?? query.language)
    return (number, BatchInput(form: .plain, id: id.bytes, content: .question(question)))
  }
}

/// Exact match, letter F1 and ROUGE-L against the best gold, and what the outcomes were.
struct AnswerScores: Sendable {
  private var tally = BatchTally()
  private var exact = 0.0
  private var f1 = 0.0
  private var rougeL = 0.0

  mutating func count(_ answer: Answer, golds: [String], limit: Int) {
    tally.count(answer.outcome)
    let mine = Array(TextOverlap.letters(answer.text).prefix(limit))
    let golds = golds.map(TextOverlap.letters)
    exact += golds.contains(mine) ? 1 : 0
    f1 += golds.map { TextOverlap.f1(mine, $0) }.max() ?? 0
    rougeL += golds.map { TextOverlap.rougeL(mine, $0) }.max() ?? 0
  }

  var table: EvaluationTable {
    let n = Double(max(1, tally.lines))
    return EvaluationTable(rows: [
      ("questions", .count(tally.lines)), ("EM", .share(exact / n)), ("F1", .share(f1 / n)),
      ("ROUGE-L", .share(rougeL / n)), ("answered", .count(tally.answered)),
      ("clarify", .count(tally.clarify)), ("abstained", .count(tally.abstained)),
      ("refused", .count(tally.refused)), ("failed", .count(tally.failed)),
    ])
  }
}
