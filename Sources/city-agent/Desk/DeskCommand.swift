import CityAgentKit
import CityText
import FoundationEssentials
import Glibc
import TriageSkill

/// `desk`: what happens to filed orders – returned, reassigned, paused, extended, merged, closed – and how they stand.
enum DeskCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    let knowledge = try TriageCommand.knowledge(arguments, installation)
    let folder = arguments["orders"] ?? Environment.stateFolder + "/orders"
    let isEnglish = try arguments.language() == .english
    let now = try moment(arguments)
    let operands = arguments.operands
    do throws(TriageError) {
      if operands[0] == "list" || operands[0] == "show" {
        let book = try OrderDesk.read(folder: folder, clock: knowledge.clock) {
          Console.note("city-agent: \($0)")
        }
        try show(operands, book, at: now, isEnglish: isEnglish)
        return .success
      }
      let desk = try OrderDesk(folder: folder, clock: knowledge.clock) {
        Console.note("city-agent: \($0)")
      }
      if operands[0] == "check-reply" {
        return try check(operands, desk.book, at: now, isEnglish: isEnglish)
      }
      let event = try event(operands, at: now, by: arguments["by"])
      try desk.append(event)
      try show(["show", event.order], desk.book, at: now, isEnglish: isEnglish)
      return .success
    } catch {
      throw error.code == .badInput
        ? CommandFailure.usage(error.message)
        : CommandFailure(.someFailed, error.code.rawValue, "\(error)")
    }
  }

  /// What a desk does, in the order the help gives it.
  private static let words = [
    "list", "show", "assign", "return", "reassign", "pause", "resume", "extend", "merge", "unmerge",
    "reply", "close", "reopen", "rate", "check-reply",
  ]

  private static func usage(_ words: String) -> TriageError {
    TriageError(.badInput, Phrase.deskUsage.text(words))
  }

  private static func moment(_ arguments: ParsedArguments) throws(CommandFailure) -> Moment {
    guard let text = arguments["at"] else { return .now() }
    guard let moment = Moment(text) else { throw .usage(Phrase.badDay.text("--at", text)) }
    return moment
  }

  /// `EVENT ID [WORDS]`: the words are a reason, a unit, a limit, or another order.
  private static func event(
    _ operands: [String], at: Moment, by: String?
  ) throws(TriageError) -> OrderEvent {
    guard operands.count >= 2 else {
      throw usage("\(operands[0]) ID …")
    }
    let text = operands.dropFirst(2).joined(separator: " ")
    func limit(_ text: String) throws(TriageError) -> TimeLimit {
      guard let limit = TimeLimit(text) else {
        throw TriageError(.badInput, Phrase.badLimit.text(text))
      }
      return limit
    }
    let kind: OrderEvent.Kind
    switch operands[0] {
    case "assign": kind = .assigned(lead: text, limit: nil)
    case "return": kind = .returned(reason: text)
    case "reassign":
      guard operands.count >= 4 else {
        throw usage("reassign ID UNIT REASON")
      }
      kind = .reassigned(
        lead: operands[2], reason: operands.dropFirst(3).joined(separator: " "), limit: nil)
    case "pause": kind = .paused(reason: text)
    case "resume": kind = .resumed
    case "extend":
      guard operands.count >= 4 else {
        throw usage("extend ID LIMIT REASON")
      }
      kind = .extended(
        try limit(operands[2]), reason: operands.dropFirst(3).joined(separator: " "))
    case "merge": kind = .merged(into: text)
    case "unmerge": kind = .unmerged
    case "reply": kind = .replied(text: text)
    case "close": kind = .closed(result: text)
    case "reopen": kind = .reopened(reason: text)
    case "rate":
      guard operands.count > 2 else { throw usage("rate ID 5") }
      guard let score = Int(operands[2]) else {
        throw TriageError(.badInput, Phrase.notANumber.text("rate", operands[2], "1", "5"))
      }
      let comment = operands.dropFirst(3).joined(separator: " ")
      kind = .rated(score, comment: comment.isEmpty ? nil : comment)
    default:
      throw TriageError(
        .badInput,
        Phrase.deskNoEvent.text(operands[0], words.joined(separator: ", "))
          + Suggestion.hint(operands[0], among: words))
    }
    return OrderEvent(operands[1], at: at, by: by, kind)
  }

  private static func show(
    _ operands: [String], _ book: OrderBook, at now: Moment, isEnglish: Bool
  ) throws(TriageError) {
    var text = ""
    if operands[0] == "list" {
      for state in book.orders { text += line(state, at: now, isEnglish: isEnglish) + "\n" }
    } else {
      guard operands.count > 1, let state = book[operands[1]] else {
        throw TriageError(.notFound, Phrase.deskNoOrder.text(operands.count > 1 ? operands[1] : ""))
      }
      text = line(state, at: now, isEnglish: isEnglish) + "\n"
      for step in state.history {
        text += "  \(step.at) \(step.event) \(step.owner)"
        text += (step.reason.map { " · \($0)" } ?? "") + (step.by.map { " (\($0))" } ?? "") + "\n"
      }
    }
    do { try Console.out(text) } catch { throw TriageError(.unwritable, error.message) }
  }

  private static func line(_ state: OrderState, at now: Moment, isEnglish: Bool) -> String {
    let late = state.isOverdue(at: now) ? (isEnglish ? " · overdue" : " · 超时") : ""
    let merged = state.mergedInto.map { " → \($0)" } ?? ""
    return
      "\(state.id) \(state.status.words(isEnglish: isEnglish)) \(state.owner) \(state.deadlines.close)\(late)\(merged)"
  }

  /// `check-reply ID REPLY`: the reply held against the order; exit 1 where a check fails.
  private static func check(
    _ operands: [String], _ book: OrderBook, at now: Moment, isEnglish: Bool
  ) throws(TriageError) -> ExitStatus {
    guard operands.count > 2 else {
      throw usage("check-reply ID REPLY|@FILE")
    }
    guard let state = book[operands[1]], let report = DigestRecords.report(of: state) else {
      throw TriageError(.notFound, Phrase.deskNoOrder.text(operands[1]))
    }
    var reply = operands.dropFirst(2).joined(separator: " ")
    if reply.hasPrefix("@") {
      let path = String(reply.dropFirst())
      guard let data = FileManager.default.contents(atPath: path) else {
        throw TriageError(.badInput, Phrase.cannotRead.text(path, String(cString: strerror(errno))))
      }
      reply = String(decoding: data, as: UTF8.self)
    }
    let whole = Array(report.whole.utf8)
    let extraction = Extractor().extract(report)
    let result = ReplyCheck(
      Array(reply.utf8),
      to: ReplySubject(
        whole: whole, matters: extraction.matters, units: [state.owner],
        close: state.deadlines.close), at: now)
    var text = ""
    for finding in result.findings {
      text +=
        "\(finding.verdict.rawValue) \(finding.rule.rawValue): \(finding.text(isEnglish ? .english : .chinese))\n"
    }
    do { try Console.out(text) } catch { throw TriageError(.unwritable, error.message) }
    return result.hasNoFailure ? .success : .someFailed
  }
}

extension Moment {
  /// The moment on this machine's clock, in the desk's zone; called by a face only.
  static func now() -> Moment {
    Moment(seconds: Int(time(nil)) + Moment.standardOffset)
  }
}
