import CityAgentKit
import CityJSON
import CityText
import FoundationEssentials
import Glibc
import TriageSkill

/// `triage`: a file of reports in, a file of work orders out, in input order.
enum TriageCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    let input = arguments.operands[0]
    let output = arguments["output"] ?? "-"
    let form = try form(arguments)
    if input != "-", output != "-", FilePath.isSame(input, output) {
      throw CommandFailure.usage(Phrase.outputIsInput.text("-o", output))
    }
    let resumes = arguments.has("resume")
    if resumes, output == "-" || form.format != .jsonl {
      throw CommandFailure.usage(Phrase.resumeNeedsOrders.text())
    }
    if !resumes, !arguments.has("force"), output != "-", (FilePath.size(output) ?? 0) > 0 {
      throw CommandFailure.usage(Phrase.outputExists.text(output))
    }
    let knowledge = try knowledge(arguments, installation)
    let language = try arguments.language()
    var triager = Triager(knowledge, isEnglish: language == .english)
    let received = Moment(installation.asOf)
    let reports = try ReportInput(input, reader: ReportReader(received: received))
    StopSignal.install()
    var orders = try OrderOutput(output, form: form, resumes: resumes)
    var tally = Tally()
    var numbers: [String: Int] = [:]
    while let item = try reports.next() {
      switch item.content {
      case .failure(let error):
        tally.errors += 1
        Console.note("city-agent: \(error)")
        if form.format == .jsonl { try orders.append(error: line(error, item.line)) }
      case .success(let reading):
        let day = reading.report.received.day.description.filter { $0 != "-" }
        numbers[day, default: 0] += 1
        let number = "\(numbers[day]!)"
        let id = day + "-" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        var made = triager.orders(for: reading.report, id: id)
        made[0].notices += reading.problems
        tally.count(made)
        try orders.append(made)
      }
      if tally.reports % 500 == 0 { Console.progress(tally.text) }
      if StopSignal.isRaised { return .interrupted }
    }
    try orders.finish()
    Console.progress("")
    Console.note(tally.text)
    return tally.errors > 0 ? .someFailed : .success
  }

  /// The generation's tables with the model that is named.
  static func knowledge(
    _ arguments: ParsedArguments, _ installation: Installation
  ) throws -> TriageKnowledge {
    let base = try installation.openKnowledge(for: installation.skills())
    guard var knowledge = TriageKnowledge.of(base) else {
      throw CommandFailure.usage(Phrase.noResponsibility.text())
    }
    if let path = arguments["model"] {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw CommandFailure(
          .usage, "unreadable", Phrase.cannotRead.text(path, String(cString: strerror(errno))))
      }
      do throws(TriageError) {
        knowledge.model = try TriageModel(bytes: [UInt8](data), path: path)
      } catch {
        throw CommandFailure.usage("\(error)")
      }
    }
    return knowledge
  }

  private static func form(_ arguments: ParsedArguments) throws(CommandFailure) -> OrderForm {
    let name = arguments["format"] ?? "jsonl"
    guard let format = OrderForm.Format(rawValue: name) else {
      let names = OrderForm.Format.allCases.map(\.rawValue)
      throw .usage(
        Phrase.badConfigurationValue.text("--format", name, names.joined(separator: ", "))
          + Suggestion.hint(name, among: names))
    }
    if arguments.has("unmasked") { return OrderForm(format: format) { $0 } }
    return OrderForm(format: format, shown: masked)
  }

  /// A text with personal data hidden.
  static func masked(_ text: String) -> String {
    String(decoding: PersonalData.masked(Array(text.utf8)), as: UTF8.self)
  }

  private static func line(_ error: TriageError, _ line: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { w in
      w.key("line", line)
      w.key("error")
      w.error(code: error.code.rawValue, message: error.message)
    }
    return json.bytes + [0x0A]
  }

  /// How many reports came to what.
  private struct Tally {
    var reports = 0
    var orders = 0
    var emergencies = 0
    var persons = 0
    var refused = 0
    var repeated = 0
    var errors = 0

    mutating func count(_ made: [WorkOrder]) {
      reports += 1
      orders += made.count
      if made[0].extraction.urgency.value.urgency == .emergency { emergencies += 1 }
      if !made[0].duplicates.isEmpty { repeated += 1 }
      switch made[0].acceptance {
      case .accepted: break
      case .needsPerson: persons += 1
      case .notAccepted: refused += 1
      }
    }

    var text: String {
      Phrase.ordersMade.text(
        "\(reports)", "\(orders)", "\(emergencies)", "\(persons)", "\(refused)", "\(repeated)",
        "\(errors)")
    }
  }
}
