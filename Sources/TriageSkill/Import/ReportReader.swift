public import CityJSON
import CityText

/// Reads reports from the rows and objects that channels send: JSON lines, CSV rows, Open311 GeoReport v2 requests.
///
/// Nothing is dropped: a value that cannot be used (a time that is none, coordinates beyond the globe) is left out of its
/// field and told, and the report comes all the same. Only what has neither words nor title is refused.
public struct ReportReader: Sendable {
  /// What the desk's clock is ahead of UTC, in seconds.
  public let offset: Int
  /// When a report without a time of its own counts as received.
  public let received: Moment

  public init(received: Moment, offset: Int = Moment.standardOffset) {
    self.received = received
    self.offset = offset
  }

  /// A report, and what of its row could not be used.
  public struct Reading: Sendable, Equatable {
    public var report: Report
    /// In English, each with the field it is about.
    public var problems: [String]
  }

  /// The report of one JSON object.
  /// - Throws: `.badInput` where it is no object or says nothing.
  public func report(
    _ value: JSONValue, line: Int, path: String? = nil
  ) throws(TriageError) -> Reading {
    guard let members = value.members else {
      throw TriageError(
        .badInput, "a report must be an object: {\"id\", \"text\", \"received\"}", path: path,
        line: line)
    }
    var values: [ReportField: (text: String, rank: Int)] = [:]
    for member in members {
      guard let known = ReportField.named(member.key), let text = member.value.label,
        !text.isEmpty
      else { continue }
      if let before = values[known.field], before.rank <= known.rank { continue }
      values[known.field] = (text, known.rank)
    }
    return try reading(values.mapValues(\.text), line: line, path: path)
  }

  /// What the columns of a header are; nil for columns that are none of a report's.
  /// - Throws: `.badInput` where no column holds the words of a report.
  public func columns(
    _ header: [String], path: String? = nil
  ) throws(TriageError) -> [ReportColumn?] {
    var columns: [ReportColumn?] = []
    for heading in header {
      columns.append(
        ReportField.named(heading).map { ReportColumn(field: $0.field, rank: $0.rank) })
    }
    guard columns.contains(where: { $0?.field == .text || $0?.field == .title }) else {
      throw TriageError(
        .badInput,
        "the header names no column for the words of a report: call one text (or 内容), and others id, title, received, address",
        path: path, line: 1)
    }
    return columns
  }

  /// The report of one row under such a header.
  public func report(
    _ fields: [String], columns: [ReportColumn?], line: Int, path: String? = nil
  ) throws(TriageError) -> Reading {
    var values: [ReportField: (text: String, rank: Int)] = [:]
    for (column, text) in zip(columns, fields) {
      guard let column, !text.isEmpty else { continue }
      if let before = values[column.field], before.rank <= column.rank { continue }
      values[column.field] = (text, column.rank)
    }
    return try reading(values.mapValues(\.text), line: line, path: path)
  }

  private func reading(
    _ values: [ReportField: String], line: Int, path: String?
  ) throws(TriageError) -> Reading {
    let title = Self.trimmed(values[.title] ?? "")
    let text = Self.trimmed(values[.text] ?? "")
    guard !(title.isEmpty && text.isEmpty) else {
      throw TriageError(
        .badInput, "the report says nothing: it has neither text nor title", path: path, line: line)
    }
    var problems: [String] = []
    var report = Report(
      id: values[.id] ?? "line-\(line)", title: title, text: text, received: received, line: line)
    if let time = values[.received] {
      if let moment = Moment(time, offset: offset) {
        report.received = moment
      } else {
        problems.append("received: “\(time)” is no time; write it as 2026-11-25 09:30")
      }
    }
    report.reporter = values[.reporter]
    report.channel = values[.channel]
    report.address = values[.address]
    report.phone = values[.phone]
    report.email = values[.email]
    report.category = values[.category]
    (report.latitude, report.longitude) = Self.coordinates(
      values[.latitude], values[.longitude], &problems)
    return Reading(report: report, problems: problems)
  }

  private static func coordinates(
    _ latitude: String?, _ longitude: String?, _ problems: inout [String]
  ) -> (Double?, Double?) {
    guard latitude != nil || longitude != nil else { return (nil, nil) }
    guard let lat = latitude.flatMap({ Double($0) }), let long = longitude.flatMap({ Double($0) }),
      (-90...90).contains(lat), (-180...180).contains(long)
    else {
      problems.append("lat, long: “\(latitude ?? "")”, “\(longitude ?? "")” are no coordinates")
      return (nil, nil)
    }
    return (lat, long)
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}

/// What a column of a file of reports holds.
public struct ReportColumn: Sendable, Equatable {
  let field: ReportField
  let rank: Int
}
