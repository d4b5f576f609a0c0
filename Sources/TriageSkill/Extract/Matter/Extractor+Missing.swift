extension Extractor {
  /// What a report does not say though it would change where it goes or how fast: at most two, most important first.
  ///
  /// - Parameter isMatterKnown: whether a classifier or a sender has named the matter; else the words must.
  public func missing(
    in extraction: Extraction, of report: Report, isMatterKnown: Bool = false
  ) -> [WorkOrder.MissingField] {
    missing(in: extraction, of: ReportReading(report, cues: cues), isMatterKnown: isMatterKnown)
  }

  func missing(
    in extraction: Extraction, of reading: ReportReading, isMatterKnown: Bool
  ) -> [WorkOrder.MissingField] {
    var missing: [WorkOrder.MissingField] = []
    let hasDanger = reading.cues.contains { $0.kind == .danger }
    // Danger of no kind: whether somebody is hurt or in danger decides the track.
    if extraction.urgency.value.urgency == .normal, hasDanger,
      extraction.request.value != .praise, extraction.request.value != .suggestion
    {
      missing.append(.danger)
    }
    let objects = reading.cues.filter { $0.kind == .object }
    let hasMatter =
      isMatterKnown || !objects.isEmpty || extraction.urgency.value.urgency > .normal
      || reading.text.count >= Self.longEnough
    if !hasMatter { missing.append(.matter) }
    if needsPlace(extraction) { missing.append(.place) }
    // Night and day have different rules for noise and building sites.
    if extraction.time == nil, objects.contains(where: { MatterWords.dependsOnTime($0.value) }),
      extraction.request.value != .consult
    {
      missing.append(.time)
    }
    return Array(missing.prefix(2))
  }

  /// A text of so many bytes says what it is about, in words that no table has.
  private static let longEnough = 60

  private func needsPlace(_ extraction: Extraction) -> Bool {
    switch extraction.request.value {
    case .consult, .praise: return false
    case .help, .complaint, .report, .suggestion: break
    }
    guard let place = extraction.place?.value else { return true }
    return place.candidates.isEmpty && place.elsewhere == nil
  }
}

extension MatterWords {
  /// Noise (2) and building sites (3).
  static func dependsOnTime(_ group: Int32) -> Bool { group == 2 || group == 3 }
}
