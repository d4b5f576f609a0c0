import CityText

/// Makes work orders of reports, one after the other: fields, category, owner, deadlines, duplicates.
///
/// ```swift
/// var triager = Triager(knowledge)
/// let orders = triager.orders(for: report, id: "20261125-0001")   // a parent, then its children
/// ```
/// The same reports in the same order give the same orders. One for each thread.
/// - Complexity: O(n) in the report's words.
public struct Triager: Sendable {
  public let knowledge: TriageKnowledge
  public let isEnglish: Bool
  private var classifier: TriageClassifier?
  private var duplicates: DuplicateIndex

  /// Words of a report that are read; what stands behind them is kept and not read.
  public static let readLimit: Int = 65_536

  /// - Parameter windowDays: how long an earlier report may be repeated.
  public init(_ knowledge: TriageKnowledge, isEnglish: Bool = false, windowDays: Int = 90) {
    self.knowledge = knowledge
    self.isEnglish = isEnglish
    classifier = knowledge.model.map { TriageClassifier($0) }
    duplicates = DuplicateIndex(windowDays: windowDays)
  }

  /// The orders of a report: the whole, and one for each matter where it holds several.
  public mutating func orders(for report: Report, id: String) -> [WorkOrder] {
    var whole = order(for: report, id: id)
    whole.duplicates = duplicates.match(ComparableReport(whole)).map(\.duplicate)
    let matters = whole.extraction.matters
    guard matters.count > 1 else { return [whole] }
    let words = Array(report.whole.utf8)
    var orders: [WorkOrder] = []
    for (number, range) in matters.enumerated() {
      var part = report
      part.title = ""
      part.text = String(decoding: words[range], as: UTF8.self)
      var child = order(for: part, id: "\(id).\(number + 1)", within: whole)
      child.parent = id
      orders.append(child)
    }
    whole.children = orders.map(\.id)
    return [whole] + orders
  }

  /// One order, without looking at other reports; a child takes place and time of the whole where its own words have none.
  mutating func order(for report: Report, id: String, within parent: WorkOrder? = nil) -> WorkOrder
  {
    var notices: [String] = []
    let read = Self.cut(report)
    if read != report { notices.append(TriageWords.cut(isEnglish)) }
    let reading = ReportReading(read, cues: knowledge.extractor.cues)
    var extraction = knowledge.extractor.extract(reading)
    if let parent {
      if extraction.place?.value.candidates.isEmpty ?? true {
        extraction.place = parent.extraction.place
      }
      if extraction.time == nil { extraction.time = parent.extraction.time }
      extraction.matters = [0..<read.whole.utf8.count]
    }
    let text = FoldedText(Array(read.whole.utf8))
    let category = category(of: read)
    let street = street(of: extraction)
    let routing = knowledge.responsibility.route(
      text, category: prior(category), street: street, rules: knowledge.clock.rules)
    if routing.isUrgentMatter, extraction.urgency.value.urgency == .normal {
      extraction.urgency = Finding(
        UrgencyReading(.urgent, reasons: ["matter"]),
        by: FindingOrigin(
          .table, routing.assignment.value.matter, version: knowledge.responsibility.version),
        evidence: routing.assignment.evidence)
    }
    let decision = knowledge.acceptance.decide(
      text, urgency: extraction.urgency.value, place: extraction.place?.value, routing: routing)
    let deadlines = knowledge.clock.deadlines(
      received: report.received, limit: routing.assignment.value.limit,
      urgency: extraction.urgency.value.urgency)
    notices += knowledge.extractor.notices(of: extraction, report: read).map {
      $0.text(isEnglish: isEnglish)
    }
    return WorkOrder(
      id: id, report: report, category: category, extraction: extraction,
      assignment: routing.assignment,
      acceptance: accepted(decision, routing: routing, category: category),
      deadlines: deadlines,
      missing: knowledge.extractor.missing(
        in: extraction, of: reading, isMatterKnown: !routing.assignment.value.isFallback),
      notices: notices)
  }

  /// The category as a prior of the routing: not where the same words have set it.
  private func prior(_ category: Finding<Classification>?) -> String? {
    category.flatMap { $0.origin.kind == .rule ? nil : $0.value.label }
  }

  /// What the sender chose; else what the model or the tables' words say.
  private mutating func category(of report: Report) -> Finding<Classification>? {
    if let given = report.category {
      return Finding(
        Classification(label: given, probability: 1, margin: 1),
        by: FindingOrigin(.sender, "category"))
    }
    if classifier != nil {
      let found = classifier!.classify(Array(report.whole.utf8))
      return Finding(
        found, by: FindingOrigin(.model, classifier!.model.name), score: found.probability)
    }
    return knowledge.untrained.classify(report.whole).map {
      Finding(
        $0, by: FindingOrigin(.rule, "category.words", version: knowledge.responsibility.version),
        score: $0.probability)
    }
  }

  /// The one street that the place is in.
  private func street(of extraction: Extraction) -> String? {
    let streets = Set(extraction.place?.value.candidates.map(\.street) ?? [])
    return streets.count == 1 ? streets.first : nil
  }

  /// The rules' decision; what is close or unsure goes to a person as well.
  private func accepted(
    _ decision: AcceptanceDecision, routing: Routing, category: Finding<Classification>?
  ) -> WorkOrder.Acceptance {
    guard case .accepted = decision.acceptance.value else { return decision.acceptance.value }
    var reasons: [String] = []
    if routing.assignment.value.isFallback { reasons.append("no-matter") }
    if routing.isClose { reasons.append("close-matters") }
    if category?.value.isUnsure == true, routing.assignment.value.isFallback {
      reasons.append("unsure-category")
    }
    return reasons.isEmpty ? .accepted : .needsPerson(reasons)
  }

  /// The report with no more words than are read, cut at a character.
  private static func cut(_ report: Report) -> Report {
    guard report.text.utf8.count > readLimit else { return report }
    var bytes = Array(report.text.utf8.prefix(readLimit))
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    var cut = report
    cut.text = String(decoding: bytes, as: UTF8.self)
    return cut
  }
}

/// The few words of orders themselves.
enum TriageWords {
  static func cut(_ isEnglish: Bool) -> String {
    isEnglish
      ? "The text is long: its first 64 kB were read, all of it is kept."
      : "正文很长，只读取了前64 KB，原文全部保留。"
  }
}
