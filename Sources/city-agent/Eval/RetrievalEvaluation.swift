import CityAgentKit
import CityIndex
import FoundationEssentials
import Glibc

/// `eval retrieval`: ranks documents for each query, writes the run, scores it where there are judgements.
enum RetrievalEvaluation {
  /// Documents written for a query.
  private static let depth = 100

  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let folder = arguments.operands[0]
    let installation = try Installation(arguments)
    let queries = try EvaluationFolder.queries(folder)
    let judgements = try EvaluationFolder.judgements(folder)
    let index = try EvaluationIndex.open(
      folder, arguments, installation, skills: installation.skills()
    ).index
    let jobs =
      try arguments.integer("jobs", in: 1...1024) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let ranker = try RankOptions.ranker(of: index, arguments)
    let notices = RetrievalNotices()
    let hybrid = try HybridOptions.retriever(ranker, arguments, installation, notices)
    let start = ContinuousClock.now
    let rankings = try await rankings(queries, jobs: jobs) { text in
      guard let hybrid else { return ranking(text, ranker) }
      return try await documents(of: hybrid.passages(for: query(text, index), limit: depth), index)
    }
    if let notice = notices.all.first {
      throw CommandFailure(
        .someFailed, "no-vectors", Phrase.evalWithoutVectors.text("\(notice)"))
    }
    let seconds = start.duration(to: .now).seconds
    if let path = arguments["run"] { try write(rankings, for: queries, to: path) }
    Console.note(
      Phrase.evalDone.text(
        "\(queries.count)", Decimals.text(seconds, places: 2),
        Decimals.text(Double(queries.count) / max(1e-6, seconds), places: 0)))
    guard let judgements else {
      Console.note(Phrase.noJudgements.text(folder))
      return .success
    }
    let byID = Dictionary(
      zip(queries.map(\.id), rankings), uniquingKeysWith: { first, _ in first })
    var metrics = RankingMetrics()
    for (id, relevant) in judgements.sorted(by: { $0.key < $1.key }) {
      metrics.count(byID[id], relevant: relevant)
    }
    try metrics.table.print(isJSON: arguments.has("json"))
    return .success
  }

  static func rankings(
    _ queries: [EvaluationQuery], _ ranker: PassageRanker, jobs: Int
  ) async throws -> [[String]] {
    try await rankings(queries, jobs: jobs) { ranking($0, ranker) }
  }

  private static func rankings(
    _ queries: [EvaluationQuery], jobs: Int,
    rank: @escaping @Sendable (String) async throws -> [String]
  ) async throws -> [[String]] {
    let work = SharedWork(count: queries.count)
    var rankings = [[String]](repeating: [], count: queries.count)
    try await withThrowingTaskGroup(of: [(Int, [String])].self) { tasks in
      for _ in 0..<min(jobs, max(1, queries.count)) {
        tasks.addTask {
          var done: [(Int, [String])] = []
          while let i = work.next() { done.append((i, try await rank(queries[i].text))) }
          return done
        }
      }
      for try await done in tasks {
        for (i, ranking) in done { rankings[i] = ranking }
      }
    }
    return rankings
  }

  private static func query(_ text: String, _ index: KnowledgeIndex) -> RetrievalQuery {
    RetrievalQuery(IndexQuery(text, synonyms: index.synonyms), text: text)
  }

  /// The documents of passages, each once. The list is as deep as answers see it: a deeper one is fused otherwise.
  private static func documents(of passages: [Passage], _ index: KnowledgeIndex) -> [String] {
    var seen: Set<Int> = []
    return passages.compactMap { passage in
      let document = index.passage(passage.number).document
      return seen.insert(document).inserted ? index.documentID(document) : nil
    }
  }

  /// Documents by their best clause.
  ///
  /// Long documents may fill the first passages with few documents: then the search goes deeper.
  private static func ranking(_ text: String, _ ranker: PassageRanker) -> [String] {
    let question = ranker.question(text)
    let index = ranker.index
    var limit = 2 * depth
    while true {
      let passages = ranker.rank(question, limit: limit)
      var seen: Set<Int> = []
      var documents: [Int] = []
      for passage in passages {
        let document = index.passage(passage.passage).document
        if seen.insert(document).inserted { documents.append(document) }
        if documents.count == depth { break }
      }
      if documents.count == depth || passages.count < limit || limit >= 5000 {
        return documents.map { index.document($0).id }
      }
      limit *= 4
    }
  }

  private static func write(
    _ rankings: [[String]], for queries: [EvaluationQuery], to path: String
  ) throws(CommandFailure) {
    let file = try BatchFile(path, from: 0)
    for (query, ranking) in zip(queries, rankings) {
      var lines = ""
      for (rank, document) in ranking.enumerated() {
        lines += "\(query.id)\t\(document)\t\(rank + 1)\n"
      }
      try file.append(Array(lines.utf8), lines: ranking.count)
    }
    try file.sync()
  }
}
