import CityAgent

extension ResponsibilityTable {
  /// Reads a responsibility table; rows that cannot serve are reported with their line and left out.
  ///
  /// Needed: `id,matter,lead,limit,unit`; understood as well: `category,keywords,support,level,opening,closing,urgent,
  /// gb_code,source,as-of,verified,note`. Keywords, support and codes are lists cut at `|`.
  public static func read(
    _ utf8: [UInt8], path: String, report: (TriageError) -> Void = { _ in }
  ) throws(TriageError) -> ResponsibilityTable {
    let table = try TableRows(
      utf8, path: path, required: ["id", "matter", "lead", "limit", "unit"], report: report)
    var rows: [ResponsibilityRow] = []
    var lines: [String: Int] = [:]
    for row in table.rows {
      do throws(TriageError) {
        let entry = try self.row(row)
        if let line = lines[entry.id] {
          throw TriageError(.badTable, "the id \(entry.id) stands in line \(line) already")
        }
        lines[entry.id] = row.line
        rows.append(entry)
      } catch {
        report(
          TriageError(
            error.code, error.message + "; the row is left out", path: path, line: row.line))
      }
    }
    return ResponsibilityTable(rows: rows, version: table.version)
  }

  private static func row(_ row: TableRows.Row) throws(TriageError) -> ResponsibilityRow {
    func bad(_ message: String) -> TriageError { TriageError(.badTable, message) }
    guard !row["id"].isEmpty else { throw bad("the row has no id") }
    guard !row["matter"].isEmpty else { throw bad("the matter has no name") }
    guard !row["lead"].isEmpty else {
      throw bad("no lead unit is named: fill in who owns \(row["id"])")
    }
    guard let limit = TimeLimit(row["limit"], unit: row["unit"]) else {
      throw bad(
        "“\(row["limit"]) \(row["unit"])” is no limit: write a number and minutes, hours, work-hours, work-days or days"
      )
    }
    guard limit.value > 0 else { throw bad("the limit is \(limit.value): it must be 1 or more") }
    guard let level = DeskLevel(named: row["level"]) else {
      throw bad("“\(row["level"])” is no level: write district, street, community or grid")
    }
    return ResponsibilityRow(
      id: row["id"], category: row["category"], name: row["matter"], keywords: row.list("keywords"),
      lead: row["lead"], support: row.list("support"), level: level, opening: row["opening"],
      closing: row["closing"], limit: limit, isUrgent: isYes(row["urgent"]),
      codes: row.list("gb_code"), source: row["source"], asOf: row["as-of"],
      isVerified: isYes(row["verified"]), note: row["note"])
  }

  private static func isYes(_ text: String) -> Bool { ["yes", "true", "1", "是"].contains(text) }

  /// The table as bytes of a generation.
  public var bytes: [UInt8] {
    var writer = ColumnWriter()
    writer.write([version])
    for column in Self.texts { writer.write(rows.map { $0[keyPath: column] }) }
    for column in Self.lists {
      writer.write(rows.map { UInt32($0[keyPath: column].count) })
      writer.write(rows.flatMap { $0[keyPath: column] })
    }
    writer.write(rows.map { UInt64(bitPattern: Int64($0.limit.value)) })
    writer.write(rows.map(\.limit.unit.rawValue))
    writer.write(rows.map(\.level.rawValue))
    writer.write(rows.map { ($0.isUrgent ? 1 : 0) | ($0.isVerified ? 2 : 0) as UInt32 })
    return writer.bytes
  }

  private static var texts: [WritableKeyPath<ResponsibilityRow, String>] {
    [\.id, \.category, \.name, \.lead, \.opening, \.closing, \.source, \.asOf, \.note]
  }

  private static var lists: [WritableKeyPath<ResponsibilityRow, [String]>] {
    [\.keywords, \.support, \.codes]
  }

  /// Reads what ``bytes`` wrote; nil where it is cut short or inconsistent.
  public init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let version = reader.texts(), version.count == 1, let ids = reader.texts() else {
      return nil
    }
    var rows = ids.map { Self.blank(id: $0) }
    for column in Self.texts.dropFirst() {
      guard let texts = reader.texts(), texts.count == rows.count else { return nil }
      for i in rows.indices { rows[i][keyPath: column] = texts[i] }
    }
    for column in Self.lists {
      guard let counts = reader.numbers(), let texts = reader.texts(), counts.count == rows.count,
        counts.reduce(0, { $0 + Int($1) }) == texts.count
      else { return nil }
      var at = 0
      for i in rows.indices {
        rows[i][keyPath: column] = Array(texts[at..<(at + Int(counts[i]))])
        at += Int(counts[i])
      }
    }
    guard let values = reader.keys(), let units = reader.texts(), let levels = reader.texts(),
      let flags = reader.numbers(),
      [values.count, units.count, levels.count, flags.count].allSatisfy({ $0 == rows.count })
    else { return nil }
    for i in rows.indices {
      guard let unit = TimeLimit.Unit(rawValue: units[i]),
        let level = DeskLevel(rawValue: levels[i])
      else { return nil }
      rows[i].limit = TimeLimit(Int(Int64(bitPattern: values[i])), unit)
      rows[i].level = level
      rows[i].isUrgent = flags[i] & 1 != 0
      rows[i].isVerified = flags[i] & 2 != 0
    }
    self.init(rows: rows, version: version[0])
  }

  private static func blank(id: String) -> ResponsibilityRow {
    ResponsibilityRow(
      id: id, category: "", name: "", keywords: [], lead: "", support: [], level: .district,
      opening: "", closing: "", limit: TimeLimit(1, .days), isUrgent: false, codes: [], source: "",
      asOf: "", isVerified: false, note: "")
  }
}

extension DeskLevel {
  /// The level of a name in a table; an empty one is the street's.
  init?(named name: String) {
    switch name {
    case "district", "区": self = .district
    case "street", "街道", "": self = .street
    case "community", "社区": self = .community
    case "grid", "网格": self = .grid
    default: return nil
    }
  }
}
