import CityJSON

extension OrderEvent {
  /// The event as one line of JSON, without the line's end.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.key("order", order)
      json.key("at", at.iso8601())
      json.key("event", kind.name)
      if let by { json.key("by", by) }
      switch kind {
      case .filed(let filed): Self.write(filed, to: &json)
      case .assigned(let lead, let limit):
        json.key("lead", lead)
        Self.write(limit, to: &json)
      case .returned(let reason), .paused(let reason), .reopened(let reason):
        json.key("reason", reason)
      case .reassigned(let lead, let reason, let limit):
        json.key("lead", lead)
        json.key("reason", reason)
        Self.write(limit, to: &json)
      case .resumed, .unmerged: break
      case .extended(let limit, let reason):
        Self.write(limit, to: &json)
        json.key("reason", reason)
      case .merged(let into): json.key("into", into)
      case .replied(let text): json.key("text", text)
      case .closed(let result): json.key("result", result)
      case .rated(let score, let comment):
        json.key("score", score)
        if let comment { json.key("comment", comment) }
      }
    }
    return writer.bytes
  }

  private static func write(_ filed: FiledOrder, to json: inout JSONWriter) {
    json.key("received", filed.received.iso8601())
    json.key("lead", filed.lead)
    write(filed.limit, to: &json)
    json.key("urgency", filed.urgency.rawValue)
    json.key("respond", filed.deadlines.respond.iso8601())
    json.key("feedback", filed.deadlines.feedback.iso8601())
    json.key("close", filed.deadlines.close.iso8601())
    if !filed.deadlines.warnings.isEmpty {
      json.key("warnings")
      json.array(filed.deadlines.warnings)
    }
    if let reporter = filed.reporter { json.key("reporter", reporter) }
    if let parent = filed.parent { json.key("parent", parent) }
    if !filed.order.isEmpty {
      json.key("document")
      json.raw(filed.order)
    }
  }

  private static func write(_ limit: TimeLimit?, to json: inout JSONWriter) {
    guard let limit else { return }
    json.key("limit", "\(limit.value) \(limit.unit.rawValue)")
  }

  /// Reads what ``json`` wrote; keys it does not know are passed over.
  /// - Throws: `.badOrders` naming what is missing.
  public init(json line: [UInt8]) throws(TriageError) {
    let value: JSONValue
    do {
      value = try JSONScanner.read(line)
    } catch {
      throw TriageError(.badOrders, "the line is not JSON: \(error.message)")
    }
    func text(_ key: String) throws(TriageError) -> String {
      guard let text = value[key]?.string, !text.isEmpty else {
        throw TriageError(.badOrders, "the event has no “\(key)”")
      }
      return text
    }
    func moment(_ key: String) throws(TriageError) -> Moment {
      guard let moment = Moment(try text(key)) else {
        throw TriageError(.badOrders, "“\(key)” is no moment; write 2026-11-25T09:30:00+08:00")
      }
      return moment
    }
    func limit() throws(TriageError) -> TimeLimit {
      guard let limit = TimeLimit(try text("limit")) else {
        throw TriageError(.badOrders, "“limit” is no limit; write 5 work-days")
      }
      return limit
    }
    let order = try text("order")
    let at = try moment("at")
    let kind: Kind
    switch try text("event") {
    case "filed":
      guard let urgency = Urgency(rawValue: try text("urgency")) else {
        throw TriageError(.badOrders, "“urgency” is none; write normal, urgent or emergency")
      }
      kind = .filed(
        FiledOrder(
          received: try moment("received"), lead: try text("lead"), limit: try limit(),
          urgency: urgency,
          deadlines: Deadlines(
            respond: try moment("respond"), feedback: try moment("feedback"),
            close: try moment("close"),
            warnings: value["warnings"]?.array?.compactMap(\.string) ?? []),
          reporter: value["reporter"]?.string, parent: value["parent"]?.string,
          order: value["document"].map(Self.bytes) ?? []))
    case "assigned":
      kind = .assigned(lead: try text("lead"), limit: value["limit"] == nil ? nil : try limit())
    case "returned": kind = .returned(reason: try text("reason"))
    case "reassigned":
      kind = .reassigned(
        lead: try text("lead"), reason: try text("reason"),
        limit: value["limit"] == nil ? nil : try limit())
    case "paused": kind = .paused(reason: try text("reason"))
    case "resumed": kind = .resumed
    case "extended": kind = .extended(try limit(), reason: try text("reason"))
    case "merged": kind = .merged(into: try text("into"))
    case "unmerged": kind = .unmerged
    case "replied": kind = .replied(text: try text("text"))
    case "closed": kind = .closed(result: try text("result"))
    case "reopened": kind = .reopened(reason: try text("reason"))
    case "rated":
      guard case .number(let digits)? = value["score"], let score = Int(digits) else {
        throw TriageError(.badOrders, "the event has no “score”")
      }
      kind = .rated(score, comment: value["comment"]?.string)
    case let other: throw TriageError(.badOrders, "“\(other)” is no event of this version")
    }
    self.init(order, at: at, by: value["by"]?.string, kind)
  }

  /// The event with its order's document in one line, as the log keeps it.
  /// - Throws: where the document is no JSON object.
  func normalised() throws(TriageError) -> OrderEvent {
    guard case .filed(var filed) = kind, !filed.order.isEmpty else { return self }
    do {
      let value = try JSONScanner.read(filed.order)
      guard value.members != nil else {
        throw TriageError(.badOrders, "the order's document is no JSON object")
      }
      filed.order = Self.bytes(value)
    } catch let failure as JSONFailure {
      throw TriageError(.badOrders, "the order's document is not JSON: \(failure.message)")
    } catch {
      throw TriageError(.badOrders, "the order's document is no JSON object")
    }
    var event = self
    event.kind = .filed(filed)
    // What could not be read again is not written: a document nested too deeply.
    _ = try OrderEvent(json: event.json)
    return event
  }

  /// A value as JSON, keys in their order and numbers as they were spelled.
  private static func bytes(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    write(value, to: &writer)
    return writer.bytes
  }

  private static func write(_ value: JSONValue, to writer: inout JSONWriter) {
    switch value {
    case .null: writer.null()
    case .bool(let bool): writer.raw(Array((bool ? "true" : "false").utf8))
    case .number(let digits): writer.raw(Array(digits.utf8))
    case .string(let text): writer.string(text)
    case .array(let values): writer.array(values) { write($1, to: &$0) }
    case .object(let members):
      writer.object { json in
        for member in members {
          json.key(named: member.key)
          write(member.value, to: &json)
        }
      }
    }
  }
}
