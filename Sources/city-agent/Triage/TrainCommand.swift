import TriageSkill

/// `triage train`: a file of labelled reports in, one model file out.
enum TrainCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let input = arguments.operands[0]
    guard let output = arguments["output"], output != "-" else {
      throw CommandFailure.usage(Phrase.optionNeeded.text("-o MODEL", arguments.command.usage))
    }
    if FilePath.isSame(input, output) {
      throw CommandFailure.usage(Phrase.outputIsInput.text("-o", output))
    }
    let accuracy = try wantedAccuracy(arguments)
    let (rows, problems) = try LabelledFile.rows(input)
    let model: TriageModel
    do {
      model = try TriageTrainer.train(rows, accuracy: accuracy)
    } catch {
      throw TriageError(error.code, error.message, path: input)
    }
    let size = try ModelFile.write(model, to: output)
    for (label, count) in zip(model.labels, model.training.counts) {
      try Console.line("\(DisplayWidth.padded(label, to: 24)) \(count)")
    }
    let training = model.training
    try Console.line(
      training.coverage > 0
        ? Phrase.trainedThreshold.text(
          Decimals.text(Double(model.threshold), places: 3),
          Decimals.text(training.coverage * 100, places: 1),
          Decimals.text(training.accuracy * 100, places: 1),
          Decimals.text(training.overallAccuracy * 100, places: 1))
        : Phrase.trainedUnsure.text(Decimals.text(accuracy * 100, places: 1)))
    try Console.line(Phrase.trained.text("\(rows.count)", output, model.name, "\(size)"))
    return problems == 0 ? .success : .someFailed
  }

  /// `--accuracy`, a share between 0 and 1.
  static func wantedAccuracy(_ arguments: ParsedArguments) throws(CommandFailure) -> Double {
    guard let text = arguments["accuracy"] else { return 0.97 }
    guard let share = Double(text), share > 0, share <= 1 else {
      throw .usage(Phrase.notAShare.text("--accuracy", text))
    }
    return share
  }
}
