import CityJSON
import Glibc
import TriageSkill

/// `triage classify`: a class for every report of a file, in input order.
enum ClassifyCommand {
  /// Reports classified and written together.
  private static let chunk = 256

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let input = arguments.operands[0]
    let output = arguments["output"] ?? "-"
    guard let path = arguments["model"] else {
      throw CommandFailure.usage(Phrase.optionNeeded.text("--model MODEL", arguments.command.usage))
    }
    for other in [input, path] where FilePath.isSame(other, output) {
      throw CommandFailure.usage(Phrase.outputIsInput.text("-o", output))
    }
    var run = ClassifyRun(try ModelFile.read(path), explains: arguments.has("explain"))
    StopSignal.install()
    let file = LabelledFile(input)
    var waiting: [LabelledFile.Entry] = []
    let target = try BatchFile(output, from: 0)
    try file.each { entry in
      waiting.append(entry)
      guard waiting.count == chunk else { return }
      try target.append(run.lines(waiting), lines: waiting.count)
      waiting = []
    }
    try target.append(run.lines(waiting), lines: waiting.count)
    try target.sync()
    Console.note(run.summary)
    if StopSignal.isRaised { return .interrupted }
    return run.problems == 0 ? .success : .someFailed
  }
}

/// One run over a file: the classifier, and what it took.
private struct ClassifyRun {
  private var classifier: TriageClassifier
  private let explains: Bool
  private var count = 0
  private(set) var problems = 0
  /// Processor seconds spent in the classifier alone.
  private var seconds = 0.0

  init(_ model: TriageModel, explains: Bool) {
    classifier = TriageClassifier(model)
    self.explains = explains
  }

  var summary: String {
    Phrase.classified.text(
      "\(count)", "\(problems)", Decimals.text(seconds, places: 3),
      Decimals.text(Double(count) / max(1e-6, seconds), places: 0))
  }

  /// Of this thread: other programs on the machine do not count.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The lines of some reports.
  mutating func lines(_ entries: [LabelledFile.Entry]) -> [UInt8] {
    let texts = entries.map { (try? $0.report.get()).map { Array($0.whole.utf8) } }
    let start = Self.processorSeconds
    let classes = texts.map { text in text.map { classifier.classify($0) } }
    seconds += Self.processorSeconds - start
    var lines: [UInt8] = []
    for ((entry, text), classification) in zip(zip(entries, texts), classes) {
      count += 1
      var json = JSONWriter()
      switch entry.report {
      case .failure(let problem):
        problems += 1
        json.failed(entry, problem)
      case .success(let report):
        let explanation = explains ? text.map { classifier.explain($0) } : nil
        json.classified(report.id, classification, because: explanation, in: text ?? [])
      }
      lines += json.bytes + [0x0A]
    }
    return lines
  }
}
