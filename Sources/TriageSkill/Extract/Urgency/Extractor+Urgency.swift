extension Extractor {
  /// The highest level that a rule gives, the lines of its rules first, and all reasons.
  func urgency(
    _ reading: ReportReading, times: [TimeMention], request: RequestKind
  ) -> Finding<UrgencyReading> {
    // Praise tells of what went well; it is over.
    let hits = request == .praise ? [] : UrgencyReader(reading, times: times).hits()
    guard let level = hits.map(\.level).max() else {
      return Finding(UrgencyReading(.normal), by: Self.rule("urgency.none"))
    }
    // Rows that stand first in the table name the line that is called first.
    let ordered = hits.enumerated().sorted {
      ($1.element.level, $0.element.rule, $0.offset) < (
        $0.element.level, $1.element.rule, $1.offset
      )
    }.map(\.element)
    var lines: [EmergencyLine] = []
    var reasons: [String] = []
    for hit in ordered {
      let rule = UrgencyRules.all[hit.rule]
      let more = rule.lines + (hit.isInjury && !rule.lines.isEmpty ? [.ambulance] : [])
      for line in more where !lines.contains(line) { lines.append(line) }
      if !reasons.contains(rule.reason) { reasons.append(rule.reason) }
    }
    let evidence = hits.flatMap(\.evidence).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    return Finding(
      UrgencyReading(level, lines: lines, reasons: reasons),
      by: Self.rule("urgency.\(reasons[0])"), evidence: Self.distinct(evidence))
  }

  /// Ranges in order without those that another holds already.
  static func distinct(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    for range in ranges where range.upperBound > kept.last?.upperBound ?? -1 { kept.append(range) }
    return kept
  }
}
