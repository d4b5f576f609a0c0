import CityAgent

extension AcceptanceRules {
  /// Reads the rules; rows that cannot serve are reported with their line and left out.
  ///
  /// Needed: `id,reason,phrases,channel`; understood as well: `when` (`phrases`, `elsewhere`), `decides`, `unless`, `source`,
  /// `confidence`, `as-of`, `reason_en`, `channel_en`. Phrases are lists cut at `|`.
  public static func read(
    _ utf8: [UInt8], path: String, report: (TriageError) -> Void = { _ in }
  ) throws(TriageError) -> AcceptanceRules {
    let table = try TableRows(
      utf8, path: path, required: ["id", "reason", "phrases", "channel"], report: report)
    var rules: [AcceptanceRule] = []
    for row in table.rows {
      func bad(_ message: String) {
        report(
          TriageError(.badTable, message + "; the row is left out", path: path, line: row.line))
      }
      let isElsewhere = row["when"] == "elsewhere"
      if row["id"].isEmpty {
        bad("the rule has no id")
      } else if rules.contains(where: { $0.id == row["id"] }) {
        bad("the id \(row["id"]) stands above already")
      } else if !["", "phrases", "elsewhere"].contains(row["when"]) {
        bad("“\(row["when"])” is no condition: write phrases or elsewhere")
      } else if row["channel"].isEmpty {
        bad("no channel is named: say where the citizen should go")
      } else if !isElsewhere, row.list("phrases").isEmpty {
        bad("the rule has no phrases: it would never apply")
      } else {
        rules.append(
          AcceptanceRule(
            id: row["id"], reason: row["reason"], englishReason: row["reason_en"],
            channel: row["channel"], englishChannel: row["channel_en"], isElsewhere: isElsewhere,
            decides: ["yes", "true", "1", "是"].contains(row["decides"]),
            phrases: row.list("phrases"), exceptions: row.list("unless"), source: row["source"],
            confidence: row["confidence"], asOf: row["as-of"]))
      }
    }
    return AcceptanceRules(rules: rules, version: table.version)
  }

  private static var texts: [WritableKeyPath<AcceptanceRule, String>] {
    [
      \.id, \.reason, \.englishReason, \.channel, \.englishChannel, \.source, \.confidence, \.asOf,
    ]
  }

  private static var lists: [WritableKeyPath<AcceptanceRule, [String]>] {
    [\.phrases, \.exceptions]
  }

  /// The rules as bytes of a generation.
  public var bytes: [UInt8] {
    var writer = ColumnWriter()
    writer.write([version])
    writer.write(rules.map { ($0.isElsewhere ? 1 : 0) | ($0.decides ? 2 : 0) as UInt32 })
    for column in Self.texts { writer.write(rules.map { $0[keyPath: column] }) }
    for column in Self.lists {
      writer.write(rules.map { UInt32($0[keyPath: column].count) })
      writer.write(rules.flatMap { $0[keyPath: column] })
    }
    return writer.bytes
  }

  /// Reads what ``bytes`` wrote; nil where it is cut short or inconsistent.
  public init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let version = reader.texts(), version.count == 1, let flags = reader.numbers() else {
      return nil
    }
    var rules = flags.map {
      AcceptanceRule(
        id: "", reason: "", englishReason: "", channel: "", englishChannel: "",
        isElsewhere: $0 & 1 != 0, decides: $0 & 2 != 0, phrases: [], exceptions: [], source: "",
        confidence: "", asOf: "")
    }
    for column in Self.texts {
      guard let texts = reader.texts(), texts.count == rules.count else { return nil }
      for i in rules.indices { rules[i][keyPath: column] = texts[i] }
    }
    for column in Self.lists {
      guard let counts = reader.numbers(), let texts = reader.texts(), counts.count == rules.count,
        counts.reduce(0, { $0 + Int($1) }) == texts.count
      else { return nil }
      var at = 0
      for i in rules.indices {
        rules[i][keyPath: column] = Array(texts[at..<(at + Int(counts[i]))])
        at += Int(counts[i])
      }
    }
    self.init(rules: rules, version: version[0])
  }
}
