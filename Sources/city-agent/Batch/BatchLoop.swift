import CityJSON
import FoundationEssentials
import Glibc

/// The loop of a batch: reads a chunk, answers it, writes it, until the input ends or a signal stops it.
struct BatchLoop {
  let run: BatchRun
  let output: BatchFile
  let recorder: RecordFile?
  let resume: BatchResume
  private var tally: BatchTally
  private let start = ContinuousClock.now
  private var lastProgress = ContinuousClock.now

  init(run: BatchRun, output: BatchFile, recorder: RecordFile?, resume: BatchResume) {
    self.run = run
    self.output = output
    self.recorder = recorder
    self.resume = resume
    tally = resume.tally
  }

  mutating func run(_ plan: BatchPlan, isJSON: Bool) async throws -> ExitStatus {
    let descriptor = plan.input == "-" ? STDIN_FILENO : open(plan.input, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(
        .usage, "unreadable", Phrase.cannotRead.text(plan.input, String(cString: strerror(errno))))
    }
    let size = FilePath.size(plan.input)
    let reader = LineReader(
      descriptor, limit: BatchInput.lineLimit, name: plan.input == "-" ? "stdin" : plan.input)
    do {
      while let lines = try chunk(reader, waits: plan.input != "-") {
        try await answer(lines)
        showProgress(lines.last?.end ?? 0, of: size)
      }
      try output.sync()
    } catch {
      // What is written stays; the torn line, if any, is dropped on resume.
      try? output.sync()
      var failure = CommandFailure(error)
      if plan.keepsState, !failure.message.isEmpty {
        failure.message += " " + Phrase.resumeHint.text()
      }
      Console.progress("")
      throw failure
    }
    Console.progress("")
    let isStopped = StopSignal.isRaised
    try summary(isJSON: isJSON, toOutput: plan.output != "-")
    if isStopped {
      Console.note((plan.keepsState ? Phrase.stoppedResume : Phrase.stoppedBatch).text())
      return .interrupted
    }
    try recorder?.finish()
    return tally.hasFailures ? .someFailed : .success
  }

  /// The next lines of one chunk that are not done yet; nil at the end.
  ///
  /// - Parameter waits: waits for a full chunk; otherwise what a slow writer has sent so far is enough,
  ///   so that a filter answers each line when it comes.
  private func chunk(_ reader: LineReader, waits: Bool) throws -> [InputLine]? {
    var lines: [InputLine] = []
    while !StopSignal.isRaised {
      if !waits, !lines.isEmpty, !reader.isReady { break }
      guard let line = try reader.next() else { break }
      guard line.number > resume.line else { continue }
      lines.append(line)
      // A chunk ends with its last line, so lines are grouped alike however they come in.
      if line.number % BatchSessionStore.chunkLines == 0 { break }
    }
    return lines.isEmpty ? nil : lines
  }

  private mutating func answer(_ lines: [InputLine]) async throws {
    let chunk = BatchSessionStore.chunk(ofLine: lines[0].number)
    let done = await run.answers(lines, chunk: chunk)
    var bytes: [UInt8] = []
    var records: [UInt8] = []
    for line in done {
      bytes += line.line
      records += line.record
      tally.count(line.result)
    }
    try output.append(bytes, lines: done.count)
    if !records.isEmpty { recorder?.append(records) }
  }

  private mutating func showProgress(_ done: Int, of size: Int?) {
    guard lastProgress.duration(to: .now) > .milliseconds(200) else { return }
    lastProgress = .now
    let share = size.map { "\(done * 100 / max(1, $0)) %" } ?? ""
    Console.progress(
      Phrase.batchProgress.text("\(tally.lines)", Decimals.text(rate, places: 0), share))
  }

  /// Answers a second in this run.
  private var rate: Double {
    Double(tally.lines - resume.tally.lines)
      / max(1e-6, start.duration(to: .now).seconds)
  }

  private func summary(isJSON: Bool, toOutput isFree: Bool) throws(CommandFailure) {
    let seconds = start.duration(to: .now).seconds
    guard isJSON else {
      Console.note(
        Phrase.batchSummary.text(
          "\(tally.lines)", "\(tally.answered)", "\(tally.clarify)", "\(tally.abstained)",
          "\(tally.refused)", "\(tally.failed)", "\(tally.errors)",
          Decimals.text(seconds, places: 2), Decimals.text(rate, places: 0)))
      return
    }
    var json = JSONWriter()
    json.object { w in
      w.key("lines", tally.lines)
      w.key("answered", tally.answered)
      w.key("clarify", tally.clarify)
      w.key("abstained", tally.abstained)
      w.key("refused", tally.refused)
      w.key("failed", tally.failed)
      w.key("errors", tally.errors)
      w.key("seconds", (seconds * 1000).rounded() / 1000)
      w.key("answersPerSecond", rate.rounded())
    }
    // The answers may be on standard output: then it is theirs alone.
    if isFree { try Console.line(json.text) } else { Console.note(json.text) }
  }
}
