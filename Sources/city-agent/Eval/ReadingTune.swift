import CityAgentKit
import CityIndex
import Glibc

/// `tune --reading`: fits the weights of reading to questions with answers.
///
/// Reported, by folder, are letter F1 and ROUGE-L of what is read off the right document: with the weights shipped, on
/// questions left out (every fifth of all folders), on a folder left out as a whole, and on what was fitted to.
enum ReadingTune {
  /// An answer's letters compared at most, as ``AnswerEvaluation`` does.
  private static let comparedLetters = 4000

  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    for name in ["features", "weights", "memory"]
    where arguments[name] != nil || arguments.has(name) {
      throw CommandFailure.usage(Phrase.tuneReadingAlone.text(name))
    }
    let folders = arguments.operands
    let output = arguments["output"]
    let jobs =
      try arguments.integer("jobs", in: 1...1024) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var sets: [ReadingTuneSet] = []
    for folder in folders { sets.append(try ReadingTuneSet(folder, arguments)) }
    let count = sets.reduce(0) { $0 + $1.items.count }
    guard count >= TuneCommand.leastQuestions else {
      throw CommandFailure.usage(
        Phrase.tuneTooFew.text("\(count)", "\(TuneCommand.leastQuestions)"))
    }
    let isMany = sets.count > 1
    let fitted = await fits(of: sets, jobs: jobs)
    let final = fitted[0]
    var table = EvaluationTable()
    table.rows.append(("questions", .count(count)))
    for (number, set) in sets.enumerated() {
      let name = isMany ? " \(set.name)" : ""
      func add(_ what: String, _ scores: [Score]) {
        let n = Double(max(1, scores.count))
        table.rows.append(("\(what)\(name) F1", .share(scores.reduce(0) { $0 + $1.f1 } / n)))
        table.rows.append(
          ("\(what)\(name) ROUGE-L", .share(scores.reduce(0) { $0 + $1.rougeL } / n)))
      }
      add("before", scores(set.items, .standard))
      var held: [Score] = []
      for fold in 0..<TuneCommand.folds {
        held += scores(set.fold(fold), fitted[1 + fold])
      }
      add("held out", held)
      if isMany { add("other sets", scores(set.items, fitted[1 + TuneCommand.folds + number])) }
      add("fitted", scores(set.items, final))
    }
    try table.print(isJSON: arguments.has("json"))
    guard let output else { return .success }
    var weights = final
    weights.origin =
      "fitted to \(count) questions of \(sets.map(\.name).joined(separator: ", ")) "
      + "by ascent of the expected overlap with their answers"
    let file = try BatchFile(output, from: 0)
    try file.append(Array(weights.text.utf8), lines: 1)
    try file.sync()
    return .success
  }

  /// To all; then without each fold; then, of several sets, without each set.
  private static func fits(of sets: [ReadingTuneSet], jobs: Int) async -> [ReadingWeights] {
    var trainers = [ReadingTrainer(sets.map { $0.items.map(\.reading) })]
    for fold in 0..<TuneCommand.folds {
      trainers.append(ReadingTrainer(sets.map { $0.rest(fold).map(\.reading) }))
    }
    if sets.count > 1 {
      for out in sets.indices {
        let others = sets.indices.filter { $0 != out }
        trainers.append(ReadingTrainer(others.map { sets[$0].items.map(\.reading) }))
      }
    }
    let work = SharedWork(count: trainers.count)
    let all = trainers
    var fitted = [ReadingWeights](repeating: .standard, count: all.count)
    await withTaskGroup(of: [(Int, ReadingWeights)].self) { tasks in
      for _ in 0..<min(jobs, all.count) {
        tasks.addTask {
          var done: [(Int, ReadingWeights)] = []
          while let i = work.next() { done.append((i, all[i].fit().rounded)) }
          return done
        }
      }
      for await done in tasks { for (i, weights) in done { fitted[i] = weights } }
    }
    return fitted
  }

  private struct Score {
    var f1 = 0.0
    var rougeL = 0.0
  }

  private static func scores(
    _ items: [ReadingTuneSet.Item], _ weights: ReadingWeights
  ) -> [Score] {
    let reader = AnswerReader(weights: weights)
    return items.map { item in
      let reading = item.reading
      guard let span = reader.read(reading.question, in: reading.text, known: reading.known) else {
        return Score()
      }
      let text = String(decoding: reading.text[span.range], as: UTF8.self)
      let mine = Array(TextOverlap.letters(text).prefix(comparedLetters))
      return Score(
        f1: item.golds.map { TextOverlap.f1(mine, $0) }.max() ?? 0,
        rougeL: item.golds.map { TextOverlap.rougeL(mine, $0) }.max() ?? 0)
    }
  }
}
