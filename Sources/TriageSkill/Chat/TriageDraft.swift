import CityAgent
import CityText

/// Words what triage found, step by step: the emergency line, what was read, what is missing, the confirmation.
struct TriageDraft {
  let desk: ReportDesk?
  let hotline: String?
  let isEnglish: Bool
  let region: String?

  private func say(_ draft: inout Draft, _ framing: Framing, isCore: Bool = false) {
    draft.sentences.append(DraftSentence(.framing(framing), isCore: isCore))
  }

  /// The answer to a report: what was read of it, then a question back, or whom to turn to.
  /// - Parameter asked: what was asked for before; nothing is asked twice.
  func report(_ text: String, _ order: WorkOrder, asked: [WorkOrder.MissingField]) -> Draft {
    var draft = Draft(outcome: desk == nil ? .abstained : .clarify)
    emergency(order, &draft)
    if case .notAccepted(_, let channel) = order.acceptance {
      draft.outcome = .refused
      say(&draft, Framing(.otherChannel, .item(channel)), isCore: true)
      return draft
    }
    summary(order, &draft)
    guard desk != nil else {
      say(&draft, hotline.map { Framing(.noDesk, .phone($0)) } ?? Framing(.noDeskAtAll))
      return draft
    }
    let missing = order.missing.filter { !asked.contains($0) }
    if !missing.isEmpty, asked.count < 2 {
      for field in missing.prefix(2 - asked.count) { say(&draft, Framing(Self.question(field))) }
      draft.memory =
        PendingReport(
          words: text, asked: asked + missing.prefix(2 - asked.count)
        ).memory
      return draft
    }
    due(order, &draft)
    let options = [
      option(isEnglish ? "File it" : "确认登记", text, PendingReport.file),
      option(isEnglish ? "Do not file it" : "不登记", text, PendingReport.drop),
    ]
    say(&draft, Framing(.askFile, .options(options.map(\.label))), isCore: true)
    draft.options = options
    draft.memory = PendingReport(words: text, asked: asked).memory
    return draft
  }

  private func option(_ label: String, _ text: String, _ value: String) -> ClarifyOption {
    ClarifyOption(label: label, question: text, skill: TriageSkill.name, value: value)
  }

  private static func question(_ field: WorkOrder.MissingField) -> Framing.Key {
    switch field {
    case .place: .askPlace
    case .matter: .askMatter
    case .time: .askTime
    case .danger: .askDanger
    }
  }

  private func emergency(_ order: WorkOrder, _ draft: inout Draft) {
    let lines = order.extraction.urgency.value.lines
    guard order.extraction.urgency.value.urgency == .emergency, !lines.isEmpty else { return }
    say(&draft, Framing(.emergency, .options(lines.map(\.rawValue))), isCore: true)
  }

  private func summary(_ order: WorkOrder, _ draft: inout Draft) {
    let assignment = order.assignment.value
    if assignment.isFallback {
      say(&draft, Framing(.reportUnmatched, .item(assignment.lead)))
    } else {
      say(&draft, Framing(.reportRead, .item(assignment.name), .item(assignment.lead)))
    }
    if let place = order.extraction.place?.value, !place.candidates.isEmpty {
      if place.isAmbiguous {
        say(&draft, Framing(.reportPlaces, .options(place.candidates.prefix(4).map(Self.name))))
      } else {
        say(&draft, Framing(.reportPlace, .place(Self.name(place.candidates[0]))))
      }
    }
    if !assignment.isVerified { draft.notices.append(Framing(.unverifiedRow)) }
  }

  private func due(_ order: WorkOrder, _ draft: inout Draft) {
    let deadlines = order.deadlines
    say(
      &draft,
      Framing(
        .reportDue, .day("\(deadlines.respond.minute)"), .day("\(deadlines.feedback.minute)"),
        .day("\(deadlines.close.minute)")))
  }

  private static func name(_ place: PlaceReading.Candidate) -> String {
    ([place.street] + [place.community].compactMap { $0 } + [place.name])
      .reduce(into: [String]()) { parts, part in
        if !parts.contains(part) { parts.append(part) }
      }.joined(separator: " ")
  }

  /// Files the report and says under which number.
  func filed(_ report: Report, by triager: Triager) throws(TriageError) -> Draft {
    guard let desk else { return dropped() }
    var triager = triager
    var made: [WorkOrder] = []
    let form = OrderForm(format: .jsonl) { $0 }
    let now = desk.now()
    let id = try desk.orders.file(received: report.received, at: now) { id in
      made = triager.orders(for: report, id: id)
      return made[0].filed(as: form)
    }
    let children = made.dropFirst()
    if !children.isEmpty {
      try desk.orders.append(
        children.map { OrderEvent($0.id, at: now, .filed($0.filed(as: form))) })
    }
    var draft = Draft(outcome: .answered)
    draft.isReceipt = true
    emergency(made[0], &draft)
    say(
      &draft, Framing(.filedOrder, .item(id), .item(made[0].assignment.value.lead)), isCore: true)
    if !children.isEmpty {
      say(&draft, Framing(.filedParts, .count(children.count), .options(children.map(\.id))))
    }
    due(made[0], &draft)
    if !made[0].assignment.value.isVerified { draft.notices.append(Framing(.unverifiedRow)) }
    draft.data = AnswerData(value: .text(id))
    draft.memory = SubjectMemory(skill: TriageSkill.name, subject: id)
    return draft
  }

  func dropped() -> Draft {
    var draft = Draft(outcome: .answered)
    draft.isReceipt = true
    say(&draft, Framing(.droppedReport), isCore: true)
    draft.memory = SubjectMemory(skill: TriageSkill.name, subject: "dropped")
    return draft
  }

  /// How an order stands; its words are not shown to whoever asks.
  func status(_ asked: String?) -> Draft {
    guard let id = asked else {
      var draft = Draft(outcome: desk == nil ? .abstained : .clarify)
      if desk == nil {
        say(&draft, hotline.map { Framing(.noDesk, .phone($0)) } ?? Framing(.noDeskAtAll))
      } else {
        say(&draft, Framing(.askOrder))
      }
      return draft
    }
    guard let state = desk?.orders.book[id] else {
      var draft = Draft(outcome: .abstained)
      say(&draft, Framing(.orderUnknown, .item(id)))
      if let hotline { say(&draft, Framing(.hotline, .phone(hotline))) }
      return draft
    }
    var draft = Draft(outcome: .answered)
    draft.isReceipt = true
    if let closed = state.closedAt {
      say(&draft, Framing(.orderClosed, .item(id), .day("\(closed.day)")), isCore: true)
    } else {
      say(
        &draft,
        Framing(
          .orderStatus, .item(id), .field(state.status.words(isEnglish: isEnglish)),
          .item(state.owner), .day("\(state.deadlines.close.minute)")), isCore: true)
      if state.isPaused { say(&draft, Framing(.orderPaused)) }
      if let now = desk?.now(), state.isOverdue(at: now) { say(&draft, Framing(.orderLate)) }
    }
    draft.data = AnswerData(value: .text(state.status.rawValue))
    draft.memory = SubjectMemory(skill: TriageSkill.name, subject: id)
    return draft
  }
}

/// How an order stands, in words.
extension OrderState.Status {
  public func words(isEnglish: Bool) -> String {
    switch self {
    case .filed: isEnglish ? "filed" : "已登记"
    case .assigned: isEnglish ? "in hand" : "办理中"
    case .returned: isEnglish ? "returned, a new owner is sought" : "已退回，正在改派"
    case .replied: isEnglish ? "replied to" : "已答复"
    case .closed: isEnglish ? "closed" : "已办结"
    }
  }
}

extension WorkOrder {
  /// What the desk's log keeps of it.
  public func filed(as form: OrderForm) -> FiledOrder {
    FiledOrder(
      received: report.received, lead: assignment.value.lead, limit: assignment.value.limit,
      urgency: extraction.urgency.value.urgency, deadlines: deadlines, reporter: report.reporter,
      parent: parent, order: form.json(self))
  }
}
