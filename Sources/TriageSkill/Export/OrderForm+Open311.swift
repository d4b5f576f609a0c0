import CityJSON

extension OrderForm {
  /// The order as a GeoReport v2 service request (wiki.open311.org/GeoReport_v2).
  ///
  /// The standard has no duplicate, priority or parent: they stand under `extended_attributes`, as its section on
  /// extensions asks for.
  func request(_ order: WorkOrder) -> [UInt8] {
    let assignment = order.assignment.value
    let place = order.extraction.place?.value
    var writer = JSONWriter()
    writer.object { w in
      w.key("service_request_id", order.id)
      w.key("status", "open")
      w.key("status_notes", Self.word(order.acceptance))
      w.key("service_name", assignment.name)
      w.key("service_code", assignment.matter)
      w.key("description", shown(order.report.whole))
      w.key("agency_responsible", assignment.lead)
      w.key("service_notice", assignment.closing)
      w.key("requested_datetime", order.report.received.iso8601(offset: offset))
      w.key("updated_datetime", order.report.received.iso8601(offset: offset))
      w.key("expected_datetime", order.deadlines.close.iso8601(offset: offset))
      w.key("address", (order.report.address ?? place?.words).map(shown))
      w.key("address_id")
      w.null()
      w.key("zipcode")
      w.null()
      w.key("lat")
      if let latitude = order.report.latitude { w.double(latitude) } else { w.null() }
      w.key("long")
      if let longitude = order.report.longitude { w.double(longitude) } else { w.null() }
      w.key("media_url")
      w.null()
      w.key("extended_attributes")
      w.object { w in
        w.key("duplicate_of", order.duplicates.first?.order)
        w.key("priority", order.extraction.urgency.value.urgency.rawValue)
        w.key("parent", order.parent)
        w.key("children")
        w.array(order.children)
        w.key("hand_over")
        w.array(order.extraction.urgency.value.lines.map(\.rawValue))
        w.key("report", order.report.id)
      }
    }
    return writer.bytes
  }
}
