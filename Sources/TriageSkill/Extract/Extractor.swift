import CityText

/// Reads the fields of a work order out of a report's words, each with the rule that set it and its evidence.
///
/// Pure: the same report and register give the same extraction. Evidence ranges are bytes of ``Report/whole``.
public struct Extractor: Sendable {
  let places: PlaceRegister
  let cues: CueTable

  public init(places: PlaceRegister = PlaceRegister()) {
    self.places = places
    cues = CueTable.standard
  }

  /// All fields of one report.
  /// - Complexity: O(n) in the bytes of its words.
  public func extract(_ report: Report) -> Extraction {
    extract(ReportReading(report, cues: cues))
  }

  func extract(_ reading: ReportReading) -> Extraction {
    let times = TimeReader.mentions(in: reading)
    let request = request(reading)
    let matters = MatterSplitter(reading).matters()
    return Extraction(
      urgency: urgency(reading, times: times, request: request.value),
      place: PlaceReader(reading, register: places).place(),
      time: time(times), persons: persons(reading), contacts: contacts(reading), request: request,
      matters: matters.ranges)
  }

  /// What a reader should mind about an extraction, in the order of the cases.
  public func notices(of extraction: Extraction, report: Report) -> [ExtractionNotice] {
    var notices: [ExtractionNotice] = []
    if let place = extraction.place {
      if place.value.elsewhere != nil { notices.append(.placeElsewhere) }
      if place.value.isAmbiguous { notices.append(.placeAmbiguous) }
      if place.value.candidates.contains(where: \.isUnverified) { notices.append(.placeUnverified) }
    }
    if let latitude = report.latitude, let longitude = report.longitude {
      if !places.contains(latitude: latitude, longitude: longitude) {
        notices.append(.coordinatesOutside)
      } else if let place = extraction.place, !place.value.candidates.isEmpty,
        let near = places.nearest(latitude: latitude, longitude: longitude),
        !place.value.candidates.contains(where: { near.contains($0.street) })
      {
        notices.append(.coordinatesDisagree)
      }
    }
    if case .span(let from, _)? = extraction.time?.value, from > report.received {
      notices.append(.timeInFuture)
    }
    return notices
  }

  static func rule(_ name: String) -> FindingOrigin {
    FindingOrigin(.rule, name, version: TriageRules.version)
  }
}
