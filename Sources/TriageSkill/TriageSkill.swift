public import CityAgent
public import CityIndex
import CityText

/// Report triage: from a citizen's or inspector's words to a work order that a desk can trust.
///
/// A ``Report`` comes in and a ``WorkOrder`` goes out; every field of it is a ``Finding`` that names the rule, model or
/// table row that set it (docs/triage.md):
/// - `Extract` reads urgency, place, time, persons, contacts, what is wanted, and how many matters;
/// - `Classify` names the category, by a model trained here or by the tables' words;
/// - `Route` finds the responsible unit, or the channel that takes what this desk does not; `Clock` the deadlines;
/// - `Duplicate` finds what was reported before; `Desk` keeps what becomes of an order; `Reply` checks a draft reply;
/// - `Digest` gathers a day. ``Triager`` joins them.
///
/// In a conversation the skill states the emergency line first, asks for at most two missing things, and files the report
/// after a confirmation where it has a ``ReportDesk``.
public struct TriageSkill: Skill {
  public static let name: String = "inspection"
  public let card: SkillCard
  let desk: ReportDesk?
  private let triggers: PhraseTable
  private let signs: PhraseTable

  /// - Parameter desk: where reports are filed; nil files nothing and says whom to turn to.
  public init(card: SkillCard? = nil, desk: ReportDesk? = nil) {
    self.card =
      card ?? SkillCard(name: Self.name, description: "Reports of citizens and inspectors.")
    self.desk = desk
    triggers = Self.table(self.card.phrases("triggers"))
    signs = Self.table(self.card.phrases("signs"))
  }

  private static func table(_ phrases: [ArraySlice<UInt8>]) -> PhraseTable {
    var table = PhraseTable()
    for phrase in phrases { table.insert(phrase) }
    return table
  }

  /// What a match found out, for `answer`.
  enum Evidence: Sendable {
    case report(String, WorkOrder, asked: [WorkOrder.MissingField])
    /// The confirmed text, or nil where it is taken back.
    case reply(String, isFiled: Bool)
    /// The order that is asked about; nil where no number was said.
    case status(String?)
  }
}

/// Changes when a rule in code changes; part of each finding's origin.
public enum TriageRules {
  public static let version: String = "1"
}

extension TriageSkill {
  public var readsWholeMessages: Bool { true }

  public var tableVersion: Int { TriageKnowledge.tableVersion }

  public func tables(for contents: KnowledgeContents) throws -> [IndexTable] {
    try TriageKnowledge.tables(for: contents)
  }

  public func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match {
    switch turn.choice {
    case PendingReport.file?, PendingReport.drop?:
      return Match(
        score: 1, reasons: ["confirmation"],
        evidence: Evidence.reply(turn.text, isFiled: turn.choice == PendingReport.file))
    default: break
    }
    if let id = OrderID.first(in: turn.folded) {
      return Match(score: 0.95, reasons: ["order: \(id)"], evidence: Evidence.status(id))
    }
    if QuestionSigns.asksStatus(turn.folded) {
      let last = turn.previous.flatMap { $0.skill == Self.name ? $0.subject : nil }
      return Match(
        score: 0.93, reasons: ["status"],
        evidence: Evidence.status(last.flatMap { OrderID.first(in: Array($0.utf8)) }))
    }
    let alone = Extractor().extract(report(turn.text, turn))
    // A question in between is no reply to ours.
    let pending = alone.request.value == .consult ? nil : PendingReport(turn.previous)
    let isTrigger = !triggers.matches(in: turn.folded).isEmpty
    let text = pending?.text(with: turn.text) ?? turn.text
    // Danger to life needs no word of the card. The tables are read only for what may be a report.
    guard
      isTrigger || pending != nil || !signs.matches(in: turn.folded).isEmpty
        || alone.urgency.value.urgency == .emergency,
      let knowledge = TriageKnowledge.of(environment.knowledge)
    else { return .none }
    var triager = Triager(knowledge, isEnglish: turn.language == .english)
    let order = triager.order(for: report(text, turn), id: "")
    let score = self.score(
      order, isTrigger: isTrigger, isReply: pending != nil,
      asksHow: QuestionSigns.asksHow(turn.folded))
    guard score > 0 else { return .none }
    var reasons = ["urgency: \(order.extraction.urgency.value.urgency.rawValue)"]
    if !order.assignment.value.isFallback {
      reasons.append("matter: \(order.assignment.value.name)")
    }
    return Match(
      score: score, reasons: reasons,
      evidence: Evidence.report(text, order, asked: pending?.asked ?? []))
  }

  /// An emergency before all else; a question on how something is done is not ours.
  private func score(
    _ order: WorkOrder, isTrigger: Bool, isReply: Bool, asksHow: Bool
  ) -> Double {
    if order.extraction.urgency.value.urgency == .emergency { return asksHow ? 0.6 : 0.98 }
    if isReply, !asksHow { return 0.92 }
    if asksHow || order.extraction.request.value == .consult { return 0 }
    let hasMatter = !order.assignment.value.isFallback
    if isTrigger { return hasMatter ? 0.9 : 0.62 }
    let isSure = (order.assignment.score ?? 0) >= 0.5
    // What no row fits is still a report where its words name a category.
    let isKnown = hasMatter || order.category?.value.isUnsure == false
    return hasMatter && isSure ? 0.75 : isKnown ? 0.62 : 0
  }

  public func answer(
    _ turn: Turn, from match: Match, in environment: SkillEnvironment
  ) async throws -> Draft {
    let composer = TriageDraft(
      desk: desk, hotline: environment.hotline, isEnglish: turn.language == .english,
      region: card.metadata["region"])
    switch match.evidence as? Evidence {
    case .status(let id)?: return composer.status(id)
    case .reply(let text, let isFiled)?:
      guard isFiled, let knowledge = TriageKnowledge.of(environment.knowledge) else {
        return composer.dropped()
      }
      return try composer.filed(
        report(text, turn), by: Triager(knowledge, isEnglish: turn.language == .english))
    case .report(let text, let order, let asked)?:
      return composer.report(text, order, asked: asked)
    case nil:
      return Draft(
        outcome: .abstained, sentences: [DraftSentence(.framing(Framing(.abstainNothing)))])
    }
  }

  /// The words of the turn as a report: received now at a desk, else on the as-of day.
  private func report(_ text: String, _ turn: Turn) -> Report {
    Report(id: "chat", text: text, received: desk?.now() ?? Moment(turn.asOf), channel: "chat")
  }
}
