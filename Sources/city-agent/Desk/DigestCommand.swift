import CityAgentKit
import CityChart
import CityText
import FoundationEssentials
import Glibc
import TriageSkill

/// `triage digest`: the reports of a file, or a desk's orders, as the digest of a day.
enum DigestCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    let knowledge = try TriageCommand.knowledge(arguments, installation)
    let language = try arguments.language() ?? .chinese
    let isEnglish = language == .english
    var triager = Triager(knowledge, isEnglish: isEnglish)
    var orders: [WorkOrder] = []
    var states: [String: OrderState] = [:]
    var problems = 0
    let input = arguments.operands[0]
    if FilePath.isFolder(input) {
      let book = try OrderDesk.read(folder: input, clock: knowledge.clock) {
        problems += 1
        Console.note("city-agent: \($0)")
      }
      for state in book.orders where state.filed.parent == nil {
        guard let report = DigestRecords.report(of: state) else { continue }
        orders.append(triager.orders(for: report, id: state.id)[0])
        states[state.id] = state
      }
    } else {
      let reports = try ReportInput(
        input, reader: ReportReader(received: Moment(installation.asOf)))
      while let item = try reports.next() {
        switch item.content {
        case .failure(let error):
          problems += 1
          Console.note("city-agent: \(error)")
        case .success(let reading):
          orders.append(triager.orders(for: reading.report, id: reading.report.id)[0])
        }
      }
    }
    let days = try arguments.integer("days", in: 1...366) ?? 1
    let day = try day(arguments) ?? orders.map(\.report.received).max()?.day ?? installation.asOf
    let end = Moment(day).adding(seconds: 86_400)
    let span = DigestSpan(from: end.adding(seconds: -days * 86_400), to: end)
    let records = DigestRecords(isEnglish: isEnglish, states: states).records(orders)
    let digest = Digest(
      records: records, span: span,
      issues: ReportClusters.find(in: orders.map { ComparableReport($0) }),
      streets: knowledge.places.mapStreets, language: language)
    try write(digest, arguments)
    return problems > 0 ? .someFailed : .success
  }

  private static func day(_ arguments: ParsedArguments) throws(CommandFailure) -> CalendarDay? {
    guard let text = arguments["date"] else { return nil }
    guard let day = CalendarDay(text) else { throw .usage(Phrase.badDay.text("--date", text)) }
    return day
  }

  private static func write(_ digest: Digest, _ arguments: ParsedArguments) throws {
    guard let output = arguments["output"] else {
      return try Console.out(
        arguments.has("html") ? digest.html() : digest.markdown(charts: "digest"))
    }
    if arguments.has("html") || output.hasSuffix(".html") {
      return try BriefCommand.write(digest.html(), to: output)
    }
    let stem = output.hasSuffix(".md") ? String(output.dropLast(3)) : output
    let prefix = stem.split(separator: "/").last.map(String.init) ?? "digest"
    let folder = stem.lastIndex(of: "/").map { String(stem[...$0]) } ?? ""
    for chart in digest.chartFiles(prefix: prefix) {
      try BriefCommand.write(chart.svg, to: folder + chart.name)
    }
    try BriefCommand.write(digest.markdown(charts: prefix), to: output)
  }
}
