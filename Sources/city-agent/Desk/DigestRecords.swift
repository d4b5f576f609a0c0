import CityJSON
import CityText
import TriageSkill

/// Orders as the digest wants them: every text as it may be shown.
struct DigestRecords {
  let isEnglish: Bool
  /// How orders stand at a desk; empty where they come from a file of reports.
  let states: [String: OrderState]

  func records(_ orders: [WorkOrder]) -> [DigestRecord] { orders.map(record) }

  private func record(_ order: WorkOrder) -> DigestRecord {
    let assignment = order.assignment.value
    let place = order.extraction.place?.value
    let one = place.flatMap { $0.isAmbiguous ? nil : $0.candidates.first }
    let state = states[order.id]
    let report = order.report
    let title = report.title.isEmpty ? String(report.text.prefix(40)) : report.title
    return DigestRecord(
      order: order.id, received: report.received, category: order.category?.value.label,
      matter: assignment.isFallback ? nil : assignment.name, street: one?.street,
      community: one?.community, reporter: report.reporter,
      urgency: order.extraction.urgency.value.urgency,
      state: state.map { $0.status.words(isEnglish: isEnglish) } ?? (isEnglish ? "filed" : "已登记"),
      due: state.map { $0.isPaused || $0.mergedInto != nil ? nil : $0.deadlines.close }
        ?? order.deadlines.close,
      closed: state?.closedAt, returned: state?.returns ?? 0, satisfaction: state?.rating,
      title: TriageCommand.masked(title), group: state?.mergedInto)
  }

  /// The report that a desk's order was made of.
  static func report(of state: OrderState) -> Report? {
    guard let order = try? JSONScanner.read(state.filed.order), let report = order["report"],
      let text = report["text"]?.string
    else { return nil }
    return Report(
      id: report["id"]?.string ?? state.id, title: report["title"]?.string ?? "", text: text,
      reporter: state.filed.reporter, received: state.filed.received,
      channel: report["channel"]?.string, address: report["address"]?.string,
      latitude: report["lat"]?.double, longitude: report["long"]?.double)
  }
}
