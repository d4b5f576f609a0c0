import CityJSON
import TriageSkill

/// `triage eval`: how well the classifier does on labelled reports that it has not seen.
enum TriageEvaluation {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let input = arguments.operands[0]
    let output = arguments["output"]
    let folds = try arguments.integer("folds", in: 2...100) ?? 5
    let accuracy = try TrainCommand.wantedAccuracy(arguments)
    for other in [input, arguments["model"] ?? input] where FilePath.isSame(other, output ?? "") {
      throw CommandFailure.usage(Phrase.outputIsInput.text("-o", output ?? ""))
    }
    var (rows, problems) = try LabelledFile.rows(input)
    let predictions: [Classification?]
    if let path = arguments["model"] {
      var classifier = TriageClassifier(try ModelFile.read(path))
      let known = Set(classifier.model.labels)
      for row in rows where !known.contains(row.label) {
        Console.note(Phrase.labelUnknown.text(input, row.id, row.label))
        problems += 1
      }
      predictions = rows.map { classifier.classify(Array($0.text.utf8)) }
    } else {
      predictions = TriageTrainer.validate(rows, folds: folds, accuracy: accuracy)
    }
    let score = ClassificationScore(
      zip(rows, predictions).map { .init(id: $0.id, truth: $0.label, prediction: $1) })
    if let output { try write(score, to: output) }
    let report = EvaluationReport(score)
    try arguments.has("json") ? Console.line(report.json) : Console.out(report.text)
    return problems == 0 ? .success : .someFailed
  }

  private static func write(_ score: ClassificationScore, to path: String) throws {
    let file = try BatchFile(path, from: 0)
    var lines: [UInt8] = []
    for row in score.rows {
      var json = JSONWriter()
      json.classified(row.id, row.prediction)
      lines += json.bytes + [0x0A]
    }
    try file.append(lines, lines: score.rows.count)
    try file.sync()
  }
}
