extension OrderForm {
  static let columns = [
    "id", "line", "report", "parent", "received", "channel", "category", "second", "margin",
    "urgency",
    "hand_over", "street", "community", "place", "persons", "request", "matter", "matter_name",
    "lead",
    "support", "level", "verified", "respond_by", "feedback_by", "close_by", "acceptance",
    "duplicate_of",
    "missing", "notices", "title", "text",
  ]

  func row(_ order: WorkOrder) -> [UInt8] {
    let place = order.extraction.place?.value
    let one = place.flatMap { $0.isAmbiguous ? nil : $0.candidates.first }
    let assignment = order.assignment.value
    let fields: [String] = [
      order.id, "\(order.report.line)", order.report.id, order.parent ?? "",
      order.report.received.description, order.report.channel ?? "",
      order.category?.value.label ?? "", order.category?.value.second ?? "",
      order.category.map { "\(Self.rounded($0.value.margin))" } ?? "",
      order.extraction.urgency.value.urgency.rawValue,
      order.extraction.urgency.value.lines.map(\.rawValue).joined(separator: " "),
      one?.street ?? "", one?.community ?? "", shown(place?.words ?? ""),
      order.extraction.persons.map { "\($0.value)" } ?? "",
      order.extraction.request.value.rawValue, assignment.matter, assignment.name,
      assignment.lead, assignment.support.joined(separator: ";"), assignment.level.rawValue,
      assignment.isVerified ? "yes" : "no", order.deadlines.respond.description,
      order.deadlines.feedback.description, order.deadlines.close.description,
      Self.word(order.acceptance), order.duplicates.map(\.order).joined(separator: " "),
      order.missing.map(\.rawValue).joined(separator: " "),
      order.notices.joined(separator: "; "), shown(order.report.title), shown(order.report.text),
    ]
    return Array((fields.map(Self.quoted).joined(separator: ",") + "\r\n").utf8)
  }

  static func word(_ acceptance: WorkOrder.Acceptance) -> String {
    switch acceptance {
    case .accepted: "accepted"
    case .needsPerson(let reasons): (["needs-person"] + reasons).joined(separator: " ")
    case .notAccepted(let rule, let channel): "not-accepted \(rule): \(channel)"
    }
  }

  /// A field as RFC 4180 wants it; what a spreadsheet would take for a formula is led by an apostrophe.
  private static func quoted(_ field: String) -> String {
    var text = field
    if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return text
    }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { out.unicodeScalars.append("\"") }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
