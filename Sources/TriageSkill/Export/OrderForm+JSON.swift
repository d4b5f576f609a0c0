import CityJSON

extension OrderForm {
  /// The order as one JSON object, without a line break.
  public func json(_ order: WorkOrder) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { w in
      w.key("id", order.id)
      w.key("line", order.report.line)
      w.key("report")
      report(order.report, &w)
      w.key("parent", order.parent)
      w.key("children")
      w.array(order.children)
      w.key("category")
      optional(order.category, order, &w) { w, value in
        w.key("label", value.label)
        w.key("second", value.second)
        w.key("probability", Self.rounded(value.probability))
        w.key("margin", Self.rounded(value.margin))
        w.key("unsure", value.isUnsure)
      }
      w.key("urgency")
      finding(order.extraction.urgency, order, &w) { w, value in
        w.key("level", value.urgency.rawValue)
        w.key("handOver")
        w.array(value.lines.map(\.rawValue))
        w.key("reasons")
        w.array(value.reasons)
      }
      extraction(order, &w)
      w.key("assignment")
      finding(order.assignment, order, &w) { w, value in assignment(value, &w) }
      w.key("acceptance")
      acceptance(order.acceptance, &w)
      w.key("deadlines")
      deadlines(order.deadlines, &w)
      w.key("duplicates")
      w.array(order.duplicates) { w, duplicate in
        w.object { w in
          w.key("order", duplicate.order)
          w.key("score", Self.rounded(duplicate.score))
          w.key("agreeing")
          w.array(duplicate.agreeing)
        }
      }
      w.key("missing")
      w.array(order.missing.map(\.rawValue))
      w.key("notices")
      w.array(order.notices)
    }
    return writer.bytes
  }

  private func report(_ report: Report, _ w: inout JSONWriter) {
    w.object { w in
      w.key("id", report.id)
      w.key("title", shown(report.title))
      w.key("text", shown(report.text))
      w.key("reporter", report.reporter)
      w.key("received", report.received.iso8601(offset: offset))
      w.key("channel", report.channel)
      w.key("address", report.address.map(shown))
      if let latitude = report.latitude, let longitude = report.longitude {
        w.key("lat", latitude)
        w.key("long", longitude)
      }
    }
  }

  private func extraction(_ order: WorkOrder, _ w: inout JSONWriter) {
    let found = order.extraction
    w.key("place")
    optional(found.place, order, &w) { w, place in
      w.key("words", shown(place.words))
      w.key("elsewhere", place.elsewhere)
      w.key("ambiguous", place.isAmbiguous)
      w.key("candidates")
      w.array(place.candidates) { w, candidate in
        w.object { w in
          w.key("street", candidate.street)
          w.key("community", candidate.community)
          w.key("grid", candidate.grid)
          w.key("name", candidate.name)
          w.key("unverified", candidate.isUnverified)
        }
      }
    }
    w.key("time")
    optional(found.time, order, &w) { w, time in
      switch time {
      case .span(let from, let to):
        w.key("from", from.iso8601(offset: offset))
        w.key("to", to.iso8601(offset: offset))
      case .daily(let from, let to):
        w.key("dailyFrom", Self.clock(from))
        w.key("dailyTo", Self.clock(to))
      case .ongoing: w.key("ongoing", true)
      }
    }
    w.key("persons")
    optional(found.persons, order, &w) { w, count in w.key("count", count) }
    w.key("contacts")
    w.array(found.contacts) { w, contact in
      w.object { w in
        w.key("kind", contact.value.kind.rawValue)
        w.key("masked", contact.value.masked)
        w.key("by", contact.origin.description)
      }
    }
    w.key("request")
    finding(found.request, order, &w) { w, kind in w.key("kind", kind.rawValue) }
    w.key("matters")
    w.array(found.matters) { w, range in
      w.array([range.lowerBound, range.upperBound]) { $0.integer($1) }
    }
  }

  func assignment(_ value: Assignment, _ w: inout JSONWriter) {
    w.key("matter", value.matter)
    w.key("name", value.name)
    w.key("lead", value.lead)
    w.key("support")
    w.array(value.support)
    w.key("level", value.level.rawValue)
    w.key("opening", value.opening)
    w.key("closing", value.closing)
    w.key("limit")
    w.object { w in
      w.key("value", value.limit.value)
      w.key("unit", value.limit.unit.rawValue)
    }
    w.key("verified", value.isVerified)
    w.key("fallback", value.isFallback)
  }

  private func acceptance(_ acceptance: WorkOrder.Acceptance, _ w: inout JSONWriter) {
    w.object { w in
      switch acceptance {
      case .accepted: w.key("decision", "accepted")
      case .needsPerson(let reasons):
        w.key("decision", "needs-person")
        w.key("reasons")
        w.array(reasons)
      case .notAccepted(let rule, let channel):
        w.key("decision", "not-accepted")
        w.key("rule", rule)
        w.key("channel", channel)
      }
    }
  }

  private func deadlines(_ deadlines: Deadlines, _ w: inout JSONWriter) {
    w.object { w in
      w.key("respond", deadlines.respond.iso8601(offset: offset))
      w.key("feedback", deadlines.feedback.iso8601(offset: offset))
      w.key("close", deadlines.close.iso8601(offset: offset))
      w.key("warnings")
      w.array(deadlines.warnings)
    }
  }

  /// A value with who set it, how sure, and the words it rests on.
  private func finding<Value>(
    _ finding: Finding<Value>, _ order: WorkOrder, _ w: inout JSONWriter,
    _ value: (inout JSONWriter, Value) -> Void
  ) {
    let whole = Array(order.report.whole.utf8)
    w.object { w in
      value(&w, finding.value)
      w.key("by", finding.origin.description)
      if let score = finding.score { w.key("score", Self.rounded(score)) }
      w.key("evidence")
      w.array(finding.evidence.filter { $0.upperBound <= whole.count }) { w, range in
        w.string(shown(String(decoding: whole[range], as: UTF8.self)))
      }
    }
  }

  private func optional<Value>(
    _ found: Finding<Value>?, _ order: WorkOrder, _ w: inout JSONWriter,
    _ value: (inout JSONWriter, Value) -> Void
  ) {
    if let found { finding(found, order, &w, value) } else { w.null() }
  }

  /// Four decimals: a score is no measurement.
  static func rounded(_ score: Double) -> Double {
    let scaled = (score * 10_000).rounded()
    return scaled.isFinite ? scaled / 10_000 : 0
  }

  /// `02:30`; beyond midnight the next day's.
  private static func clock(_ seconds: Int) -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(two(seconds / 3_600 % 24)):\(two(seconds / 60 % 60))"
  }
}
