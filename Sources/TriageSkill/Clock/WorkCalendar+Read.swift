import CityAgent

extension WorkCalendar {
  /// Reads a calendar of exceptions: the columns `date` and `kind`, a kind being `holiday` or `workday`.
  ///
  /// Bad rows, and days that stand twice with different kinds, are reported and left out.
  public static func read(
    _ utf8: [UInt8], path: String, report: (TriageError) -> Void = { _ in }
  ) throws(TriageError) -> WorkCalendar {
    let table = try TableRows(utf8, path: path, required: ["date", "kind"], report: report)
    var kinds: [Int: Bool] = [:]
    for row in table.rows {
      func bad(_ message: String) {
        report(
          TriageError(.badTable, message + "; the row is left out", path: path, line: row.line))
      }
      guard let moment = Moment(row["date"]), moment.secondOfDay == 0 else {
        bad("“\(row["date"])” is no date; write it as 2026-10-01")
        continue
      }
      let day = moment.dayNumber
      guard (1900...2200).contains(moment.day.year) else {
        bad("the year \(moment.day.year) cannot be meant: 1900 to 2200 are read")
        continue
      }
      let isWorking: Bool
      switch row["kind"] {
      case "holiday", "放假", "休": isWorking = false
      case "workday", "上班", "班": isWorking = true
      default:
        bad("“\(row["kind"])” is no kind of day; write holiday or workday")
        continue
      }
      if let earlier = kinds[day], earlier != isWorking {
        bad("\(moment.day) stands above as the other kind")
        continue
      }
      kinds[day] = isWorking
    }
    return WorkCalendar(
      exceptions: kinds.keys.sorted().map { Exception(day: $0, isWorking: kinds[$0]!) })
  }

  /// The calendar as bytes of a generation.
  public var bytes: [UInt8] {
    var writer = ColumnWriter()
    writer.write(exceptions.map { UInt32(bitPattern: Int32($0.day)) })
    writer.write(exceptions.map { $0.isWorking ? 1 as UInt32 : 0 })
    return writer.bytes
  }

  /// Reads what ``bytes`` wrote; nil where it is cut short or inconsistent.
  public init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let days = reader.numbers(), let kinds = reader.numbers(), days.count == kinds.count
    else { return nil }
    let exceptions = zip(days, kinds).map {
      Exception(day: Int(Int32(bitPattern: $0)), isWorking: $1 == 1)
    }
    // 1900-01-01 and 2200-12-31: what `read` lets in.
    guard zip(exceptions, exceptions.dropFirst()).allSatisfy({ $0.day < $1.day }),
      exceptions.allSatisfy({ (-25_567...84_370).contains($0.day) })
    else { return nil }
    self.init(exceptions: exceptions)
  }
}
