import CityAgentKit
import CityIndex
import Glibc

/// The judged questions of a folder and what ranks its documents.
struct TuneSource: Sendable {
  let queries: [EvaluationQuery]
  let judgements: [String: Set<String>]
  let ranker: PassageRanker
  let writesTable: Bool
  let jobs: Int

  init(_ folder: String, _ arguments: ParsedArguments) throws {
    let installation = try Installation(arguments)
    guard let judgements = try EvaluationFolder.judgements(folder) else {
      throw CommandFailure.usage(Phrase.noJudgements.text(folder))
    }
    self.judgements = judgements
    queries = try EvaluationFolder.queries(folder).filter { judgements[$0.id] != nil }
    guard !queries.isEmpty else {
      throw CommandFailure.usage(Phrase.noJudgements.text(folder))
    }
    ranker = try RankOptions.ranker(
      of: EvaluationIndex.open(folder, arguments, installation, skills: installation.skills())
        .index,
      arguments)
    writesTable = arguments["features"] != nil
    jobs =
      try arguments.integer("jobs", in: 1...1024) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  func relevant(_ query: EvaluationQuery) -> Set<String> { judgements[query.id] ?? [] }
}

/// The judged questions of one folder with their candidates' features.
struct TuneCases: Sendable {
  private(set) var cases: [RankCase] = []
  /// A line a candidate: question, document, whether it is relevant, then a value a ``RankFeature``.
  private(set) var table = ""

  /// - Parameter memory: whether questions that share an answer are kept apart from each other's memory; nil
  ///   asks without one.
  init(_ source: TuneSource, memory byAnswer: Bool?) async throws {
    let queries = source.queries
    var rankers = [source.ranker]
    rankers[0].memory = nil
    var fold = [Int](repeating: 0, count: queries.count)
    if let byAnswer {
      let folds = MemoryFolds(
        queries.map(\.text), answers: queries.map { source.relevant($0).sorted() }, count: 5,
        seed: UInt64(MemoryEvaluation.seed), byAnswer: byAnswer)
      fold = folds.parts
      rankers = try (0..<folds.count).map { try folds.ranker(source.ranker, for: $0) }
    }
    let work = SharedWork(count: queries.count)
    var parts = [(RankCase, String)?](repeating: nil, count: queries.count)
    await withTaskGroup(of: [(Int, RankCase, String)].self) { [rankers, fold] tasks in
      for _ in 0..<min(source.jobs, queries.count) {
        tasks.addTask {
          var done: [(Int, RankCase, String)] = []
          while let i = work.next() {
            let (item, table) = Self.item(
              queries[i], source.relevant(queries[i]), rankers[fold[i]],
              writesTable: source.writesTable)
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
    let (found, features) = ranker.candidates(for: question)
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
