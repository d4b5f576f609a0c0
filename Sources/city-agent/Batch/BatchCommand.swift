import CityAgentKit
import CityText
import FoundationEssentials
import Glibc

/// `batch`: a file of questions in, a file of answers out, in input order.
enum BatchCommand {
  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let plan = try BatchPlan(arguments)
    var installation = try Installation(arguments)
    let language = try arguments.language()
    // A resumed run belongs to the day it was started on, unless the caller says otherwise.
    let earlier = plan.isResumed ? try BatchState.read(for: plan.output) : nil
    if let earlier, arguments["as-of"] == nil { installation.asOf = earlier.asOf }

    let store = BatchSessionStore()
    let recorder = try RecordFile.named(by: arguments)
    let agent = try installation.agent(sessions: store, recorder: recorder)
    installation.noteDay()
    if let skill = arguments["skill"], !agent.skills.contains(where: { $0.card.name == skill }) {
      let names = agent.skills.map(\.card.name)
      throw CommandFailure.usage(
        Phrase.unknownSkill.text(skill, names.joined(separator: ", "))
          + Suggestion.hint(skill, among: names))
    }
    let output = try BatchFile(plan.output)
    var resume = BatchResume()
    if plan.keepsState {
      let digest = try BatchState.digest(of: plan.input)
      let state = BatchState(
        inputBytes: digest.bytes, inputDigest: digest.digest, asOf: installation.asOf,
        agent: agent.identity, language: language?.rawValue ?? "",
        skill: arguments["skill"] ?? "", models: try installation.models.identity())
      if let earlier {
        try check(earlier, against: state, plan)
        resume = try BatchResume.scan(plan.output)
      } else {
        // What another input gave goes first: it must never lie beside this one's side file.
        try output.begin(at: 0)
        try state.write(for: plan.output)
      }
    }
    try output.begin(at: resume.length)
    let run = BatchRun(
      agent: agent, store: store, jobs: plan.jobs, isRecording: recorder != nil,
      language: language, skill: arguments["skill"])
    StopSignal.install()
    if plan.isResumed {
      Console.note(Phrase.resuming.text("\(resume.line)"))
      try await resume.replay(plan.input, in: run)
    }
    var loop = BatchLoop(run: run, output: output, recorder: recorder, resume: resume)
    return try await loop.run(plan, isJSON: arguments.has("json"))
  }

  /// - Throws: ``CommandFailure`` where the rest would not be what the first part is.
  private static func check(
    _ earlier: BatchState, against state: BatchState, _ plan: BatchPlan
  ) throws(CommandFailure) {
    if earlier.inputBytes != state.inputBytes || earlier.inputDigest != state.inputDigest {
      throw .usage(Phrase.resumeOtherInput.text(plan.input, plan.output))
    }
    guard earlier == state else { throw .usage(Phrase.resumeOtherAgent.text(plan.output)) }
  }
}

/// What the flags of `batch` say about files and jobs.
struct BatchPlan: Sendable {
  /// A path; `-` is standard input.
  let input: String
  /// A path; `-` is standard output.
  let output: String
  let jobs: Int
  let isResumed: Bool

  /// Whether a side file makes the run resumable: both ends are files.
  var keepsState: Bool {
    input != "-" && FilePath.size(input) != nil
      && (FilePath.size(output) != nil || !FilePath.exists(output)) && output != "-"
  }

  init(_ arguments: ParsedArguments) throws(CommandFailure) {
    let operand = arguments.operands.first
    if arguments.has("stdin"), let operand, operand != "-" {
      throw .usage(Phrase.stdinAndFile.text(operand))
    }
    guard let input = operand ?? (arguments.has("stdin") ? "-" : nil) else {
      throw .usage(Phrase.operandMissing.text("batch", arguments.command.usage))
    }
    self.input = input
    output = arguments["output"] ?? "-"
    jobs =
      try arguments.integer("jobs", in: 1...1024) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    if input != "-", access(input, R_OK) != 0 || FilePath.isFolder(input) {
      let reason =
        FilePath.isFolder(input) ? Phrase.isAFolder.text() : String(cString: strerror(errno))
      throw CommandFailure(.usage, "unreadable", Phrase.cannotRead.text(input, reason))
    }
    if input != "-" { try Self.refuseUTF16(input) }
    for (name, path) in [("-o", arguments["output"]), ("--record", arguments["record"])] {
      if let path, path != "-", input != "-", FilePath.isSame(path, input) {
        throw .usage(Phrase.outputIsInput.text(name, path))
      }
    }
    if let record = arguments["record"], FilePath.isSame(record, output) {
      throw .usage(Phrase.outputIsInput.text("--record", record))
    }
    if arguments.has("resume") {
      guard input != "-", output != "-" else { throw .usage(Phrase.resumeNeedsFiles.text()) }
    } else if let size = FilePath.size(output), size > 0, output != "-", !arguments.has("force") {
      throw .usage(Phrase.outputExists.text(output))
    }
    // Nothing there yet: the run begins, with --resume or without.
    isResumed =
      arguments.has("resume")
      && (FilePath.exists(output) || FilePath.exists(BatchState.path(of: output)))
  }

  /// Lines cannot be told apart in UTF-16; all other encodings are read line by line.
  private static func refuseUTF16(_ input: String) throws(CommandFailure) {
    // A pipe must not lose its first bytes.
    guard FilePath.size(input) != nil else { return }
    let descriptor = open(input, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var mark: [UInt8] = [0, 0]
    guard read(descriptor, &mark, 2) == 2, mark == [0xFF, 0xFE] || mark == [0xFE, 0xFF] else {
      return
    }
    throw CommandFailure(.usage, "bad-encoding", Phrase.inputIsUTF16.text(input))
  }
}
