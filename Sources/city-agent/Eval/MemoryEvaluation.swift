import CityAgentKit
import CityIndex
import Glibc

/// `eval memory`: what other people's answered questions are worth, by cross-validation.
///
/// The questions of each fold are ranked with a memory of all the others and without one.
enum MemoryEvaluation {
  static let seed = 7

  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let folder = arguments.operands[0]
    let installation = try Installation(arguments)
    let count = try arguments.integer("folds", in: 2...100) ?? 5
    let seed = try arguments.integer("seed", in: 0...Int.max) ?? Self.seed
    guard let judgements = try EvaluationFolder.judgements(folder) else {
      throw CommandFailure.usage(Phrase.noJudgements.text(folder))
    }
    let queries = try EvaluationFolder.queries(folder).filter { judgements[$0.id] != nil }
    guard queries.count >= count else {
      throw CommandFailure.usage(Phrase.foldsTooMany.text("\(queries.count)", "\(count)"))
    }
    let index = try EvaluationIndex.open(
      folder, arguments, installation, skills: installation.skills()
    ).index
    let jobs =
      try arguments.integer("jobs", in: 1...1024) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var ranker = try RankOptions.ranker(of: index, arguments)
    ranker.memory = nil
    let answers = queries.map { (judgements[$0.id] ?? []).sorted() }
    let folds = MemoryFolds(
      queries.map(\.text), answers: answers, count: count, seed: UInt64(seed),
      byAnswer: arguments.has("by-answer"))
    var without = RankingMetrics()
    var with = RankingMetrics()
    for part in 0..<count {
      let own = folds.questions(of: part)
      let asked = own.map { queries[$0] }
      let plain = try await RetrievalEvaluation.rankings(asked, ranker, jobs: jobs)
      let lifted = try await RetrievalEvaluation.rankings(
        asked, folds.ranker(ranker, for: part), jobs: jobs)
      for (i, number) in own.enumerated() {
        without.count(plain[i], relevant: Set(answers[number]))
        with.count(lifted[i], relevant: Set(answers[number]))
      }
    }
    var table = EvaluationTable(rows: [("queries", .count(queries.count))])
    for (name, metrics) in [("without", without), ("with", with)] {
      for row in metrics.table.rows where ["nDCG@10", "R@1", "R@10"].contains(row.name) {
        table.rows.append(("\(row.name) \(name)", row.figure))
      }
    }
    try table.print(isJSON: arguments.has("json"))
    return .success
  }
}
