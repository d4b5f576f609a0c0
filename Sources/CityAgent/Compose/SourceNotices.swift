public import CityIndex

/// What to mind about a document: its day, its period of validity, what was never checked.
public enum SourceNotices {
  /// - Parameter field: the heading answered from, where only some headings are unverified.
  public static func notices(
    for metadata: DocumentMetadata, on day: CalendarDay, fields: [String] = []
  ) -> [Framing] {
    var notices: [Framing] = []
    let title = metadata.title
    if let end = metadata.validTo, let last = CalendarDay(end), last < day {
      notices.append(Framing(.expired, .item(title), .day(end)))
    }
    if let start = metadata.validFrom, let first = CalendarDay(start), day < first {
      notices.append(Framing(.notYetInForce, .item(title), .day(start)))
    }
    let unverified = metadata["unverified"]
    if unverified.contains("all") || metadata.confidence == "D" {
      notices.append(Framing(.unverified, .item(title)))
    } else {
      for field in fields where unverified.contains(field) {
        notices.append(Framing(.unverifiedField, .field(field)))
      }
    }
    if let asOf = metadata.asOf {
      notices.append(Framing(.asOf, .item(title), .day(asOf)))
    } else if !metadata.source.isEmpty {
      notices.append(Framing(.asOfUnknown, .item(title)))
    }
    return notices
  }
}
