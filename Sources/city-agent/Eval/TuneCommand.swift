import CityAgentKit
import CityIndex
import FoundationEssentials
import Glibc

/// `tune`: fits the weights of re-ranking to judged questions and says what that gains on questions left out.
///
/// With `--memory` it is the weights of ``RankFeature/ofMemory`` alone, for questions that are asked with a memory
/// of the others: once dealt at random, which counts twice, once so that no answer is shared with the memory.
enum TuneCommand {
  /// Fewer questions say too little of a dozen weights.
  static let leastQuestions = 20
  static let folds = 5

  /// Judged questions under the name that the report calls them by.
  private struct Set {
    var name: String
    var cases: [RankCase]
    /// How often it counts.
    var times = 1
  }

  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let folders = arguments.operands
    if folders.count > 1, arguments["index"] != nil {
      throw CommandFailure.usage(Phrase.tuneOneIndex.text())
    }
    if arguments.has("reading") { return try await ReadingTune.run(arguments) }
    let start = try RankOptions.weights(arguments)
    let ofMemory = arguments.has("memory")
    let dump = try arguments["features"].map { path throws(CommandFailure) in
      try BatchFile(path, from: 0)
    }
    var sets: [Set] = []
    for folder in folders {
      let source = try TuneSource(folder, arguments)
      let name = folders.count > 1 ? " \(lastName(of: folder))" : ""
      for byAnswer in ofMemory ? [false, true] : [false] {
        let cases = try await TuneCases(source, memory: ofMemory ? byAnswer : nil)
        try dump?.append(Array(cases.table.utf8), lines: cases.cases.count)
        sets.append(
          Set(
            name: name + (byAnswer ? " by answer" : ""), cases: cases.cases,
            times: ofMemory && !byAnswer ? 2 : 1))
      }
    }
    try dump?.sync()
    let count = sets.reduce(0) { $0 + $1.cases.count } / (ofMemory ? 2 : 1)
    guard count >= leastQuestions else {
      throw CommandFailure.usage(Phrase.tuneTooFew.text("\(count)", "\(leastQuestions)"))
    }
    let fit = Fit(start: start.values, ofMemory: ofMemory, folders: folders.count, count: count)
    let before = RankTrainer(sets.map(\.cases)).quality(start.values)
    let held = validated(sets, fit)
    let values = fit.values(sets)
    let after = RankTrainer(sets.map(\.cases)).quality(values)
    var table = EvaluationTable(rows: [("questions", .count(count))])
    for (i, set) in sets.enumerated() {
      table.rows += [
        ("before\(set.name)", .share(before[i])), ("held out\(set.name)", .share(held[i])),
        ("fitted\(set.name)", .share(after[i])),
      ]
    }
    try table.print(isJSON: arguments.has("json"))
    guard let output = arguments["output"] else { return .success }
    let names = folders.map(lastName).joined(separator: ", ")
    let origin =
      "\(ofMemory ? "weights of a memory " : "")fitted to \(count) questions of \(names) "
      + "by coordinate ascent on nDCG@10" + (ofMemory ? "; the others: \(start.origin)" : "")
    let file = try BatchFile(output, from: 0)
    try file.append(Array(RankWeights(values: values, origin: origin).text.utf8), lines: 1)
    try file.sync()
    return .success
  }

  /// How weights are fitted: several sets from nothing, a user's own from the weights there are.
  private struct Fit {
    var start: [Float]
    var ofMemory: Bool
    var folders: Int
    var count: Int

    func values(_ sets: [Set]) -> [Float] {
      // What a weight moves must pay on a small set: 1 % of a question for each whole weight.
      let caution = folders > 1 || ofMemory ? 0 : 0.1 / Double(count)
      let trainer = RankTrainer(
        sets.flatMap { Array(repeating: $0.cases, count: $0.times) }, caution: caution)
      if ofMemory { return trainer.fit(from: start, only: RankFeature.ofMemory) }
      guard folders > 1 else { return trainer.fit(from: start) }
      var values = trainer.fit()
      // Without a memory these say nothing: they stay as they are.
      for feature in RankFeature.ofMemory { values[feature.rawValue] = start[feature.rawValue] }
      return values
    }
  }

  /// nDCG@10 of each set on questions that were not fitted to: of a folder left out, or of each fold of one.
  private static func validated(_ sets: [Set], _ fit: Fit) -> [Double] {
    if fit.folders > 1 {
      let perFolder = sets.count / fit.folders
      return sets.indices.map { out in
        let others = sets.indices.filter { $0 / perFolder != out / perFolder }.map { sets[$0] }
        return RankTrainer([sets[out].cases]).quality(fit.values(others)).first ?? 0
      }
    }
    var sums = [Double](repeating: 0, count: sets.count)
    for fold in 0..<folds {
      // Neighbors in a file are often of one source: every fifth question, not every fifth part.
      func part(_ set: Set, isOut: Bool) -> Set {
        var set = set
        set.cases = set.cases.indices.filter { ($0 % folds == fold) == isOut }.map { set.cases[$0] }
        return set
      }
      let values = fit.values(sets.map { part($0, isOut: false) })
      for (i, set) in sets.enumerated() {
        let out = part(set, isOut: true).cases
        sums[i] += (RankTrainer([out]).quality(values).first ?? 0) * Double(out.count)
      }
    }
    return sets.indices.map { sums[$0] / Double(max(1, sets[$0].cases.count)) }
  }

  static func lastName(of folder: String) -> String {
    folder.split(separator: "/").last.map(String.init) ?? folder
  }
}
