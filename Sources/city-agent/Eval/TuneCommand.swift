import CityAgentKit
import CityIndex
import FoundationEssentials
import Glibc

/// `tune`: fits the weights of re-ranking to judged questions and says what that gains on questions left out.
enum TuneCommand {
  /// Fewer questions say too little of a dozen weights.
  static let leastQuestions = 20
  private static let folds = 5

  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let folders = arguments.operands
    let output = arguments["output"]
    if folders.count > 1, arguments["index"] != nil {
      throw CommandFailure.usage(Phrase.tuneOneIndex.text())
    }
    let start = try RankOptions.weights(arguments)
    let jobs =
      try arguments.integer("jobs", in: 1...1024) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let dump = try arguments["features"].map { path throws(CommandFailure) in
      try BatchFile(path, from: 0)
    }
    var sets: [[RankCase]] = []
    for folder in folders {
      let cases = try await TuneCases(folder, arguments, jobs: jobs)
      if cases.cases.isEmpty { throw CommandFailure.usage(Phrase.noJudgements.text(folder)) }
      try dump?.append(Array(cases.table.utf8), lines: cases.cases.count)
      sets.append(cases.cases)
    }
    try dump?.sync()
    let count = sets.reduce(0) { $0 + $1.count }
    guard count >= leastQuestions else {
      throw CommandFailure.usage(Phrase.tuneTooFew.text("\(count)", "\(leastQuestions)"))
    }
    // What a weight moves must pay on a small set: 1 % of a question for each whole weight.
    let caution = folders.count > 1 ? 0 : 1 / Double(count) * 0.1
    var rows: [(name: String, figure: EvaluationTable.Figure)] = [("questions", .count(count))]
    let before = RankTrainer(sets).quality(start.values)
    let held = validated(sets, from: start.values, caution: caution)
    let values = fitted(sets, from: start.values, caution: caution)
    let after = RankTrainer(sets).quality(values)
    for (i, folder) in folders.enumerated() {
      let name = folders.count > 1 ? " \(lastName(of: folder))" : ""
      rows += [
        ("before\(name)", .share(before[i])), ("held out\(name)", .share(held[i])),
        ("fitted\(name)", .share(after[i])),
      ]
    }
    var table = EvaluationTable()
    table.rows = rows
    try table.print(isJSON: arguments.has("json"))
    guard let output else { return .success }
    let origin =
      "fitted to \(count) questions of \(folders.map(lastName).joined(separator: ", ")) "
      + "by coordinate ascent on nDCG@10"
    let file = try BatchFile(output, from: 0)
    try file.append(Array(RankWeights(values: values, origin: origin).text.utf8), lines: 1)
    try file.sync()
    return .success
  }

  /// Several sets are fitted to from nothing, a user's own from the weights there are.
  private static func fitted(_ sets: [[RankCase]], from start: [Float], caution: Double) -> [Float]
  {
    let trainer = RankTrainer(sets, caution: caution)
    return sets.count > 1 ? trainer.fit() : trainer.fit(from: start)
  }

  /// nDCG@10 of each set on questions that were not fitted to.
  private static func validated(
    _ sets: [[RankCase]], from start: [Float], caution: Double
  ) -> [Double] {
    if sets.count > 1 {
      return sets.indices.map { out in
        let others = sets.indices.filter { $0 != out }.map { sets[$0] }
        let values = fitted(others, from: start, caution: caution)
        return RankTrainer([sets[out]]).quality(values).first ?? 0
      }
    }
    let cases = sets[0]
    var sum = 0.0
    for fold in 0..<folds {
      // Neighbors in a file are often of one source: every fifth question, not every fifth part.
      let out = cases.indices.filter { $0 % folds == fold }.map { cases[$0] }
      let rest = cases.indices.filter { $0 % folds != fold }.map { cases[$0] }
      let values = fitted([rest], from: start, caution: caution)
      sum += (RankTrainer([out]).quality(values).first ?? 0) * Double(out.count)
    }
    return [sum / Double(max(1, cases.count))]
  }

  private static func lastName(of folder: String) -> String {
    folder.split(separator: "/").last.map(String.init) ?? folder
  }
}

/// The judged questions of one folder with their candidates' features.
struct TuneCases: Sendable {
  private(set) var cases: [RankCase] = []
  /// A line a candidate: question, document, whether it is relevant, then a value a ``RankFeature``.
  private(set) var table = ""

  init(_ folder: String, _ arguments: ParsedArguments, jobs: Int) async throws {
    let installation = try Installation(arguments)
    guard let judgements = try EvaluationFolder.judgements(folder) else {
      throw CommandFailure.usage(Phrase.noJudgements.text(folder))
    }
    let queries = try EvaluationFolder.queries(folder).filter { judgements[$0.id] != nil }
    let index = try EvaluationIndex.open(
      folder, arguments, installation, skills: installation.skills()
    ).index
    let ranker = try RankOptions.ranker(of: index, arguments)
    let writesTable = arguments["features"] != nil
    let work = SharedWork(count: queries.count)
    var parts = [(RankCase, String)?](repeating: nil, count: queries.count)
    await withTaskGroup(of: [(Int, RankCase, String)].self) { tasks in
      for _ in 0..<min(jobs, max(1, queries.count)) {
        tasks.addTask {
          var done: [(Int, RankCase, String)] = []
          while let i = work.next() {
            let (item, table) = Self.item(
              queries[i], judgements[queries[i].id] ?? [], ranker, writesTable: writesTable)
            done.append((i, item, table))
          }
          return done
        }
      }
      for await done in tasks { for (i, item, table) in done { parts[i] = (item, table) } }
    }
    for case (let item, let table)? in parts {
      cases.append(item)
      self.table += table
    }
  }

  private static func item(
    _ query: EvaluationQuery, _ relevant: Set<String>, _ ranker: PassageRanker, writesTable: Bool
  ) -> (RankCase, String) {
    let index = ranker.index
    let question = ranker.question(query.text)
    let found = index.search(
      ranker.firstQuery(question), limit: ranker.depth, weights: PassageRanker.firstStage)
    let features = ranker.features(of: found, for: question)
    let documents = found.map { index.passage($0.passage).document }
    let numbers = Set(relevant.compactMap { index.documentNumber(id: $0) })
    var table = ""
    if writesTable {
      let width = RankFeature.allCases.count
      for (row, document) in documents.enumerated() {
        table += "\(query.id)\t\(index.documentID(document))\t\(numbers.contains(document) ? 1 : 0)"
        for value in features[row * width..<(row + 1) * width] { table += "\t\(value)" }
        table += "\n"
      }
    }
    return (
      RankCase(
        features: features, longness: question.longness, documents: documents, relevant: numbers,
        judged: relevant.count),
      table
    )
  }
}
