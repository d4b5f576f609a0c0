public import CityJSON
import CityText

extension DeskRules {
  /// Reads rules from a JSON object; what it does not name keeps its default.
  ///
  /// Keys: `office-hours` (`["09:00-12:00", "14:00-18:00"]`), `respond`, `feedback`, `urgent-close`, `fallback-limit`
  /// (`"5 work-days"`, `"30分钟"`), `reminders` (`[0.5, 0.8]`), `escalation` (`["0 hours", "5 work-days"]`),
  /// `fallback-unit`, `fallback-street-unit`, `language` (`zh`, `en`).
  /// - Throws: naming the key that cannot be read.
  public init(_ json: JSONValue, path: String? = nil) throws(TriageError) {
    self.init()
    guard let members = json.members else {
      throw TriageError(.badTable, "the desk's rules must be a JSON object", path: path)
    }
    for member in members {
      do {
        try set(member.key, member.value)
      } catch {
        throw TriageError(error.code, "“\(member.key)”: \(error.message)", path: path)
      }
    }
  }

  /// Reads rules from the bytes of a JSON file.
  public static func read(_ utf8: [UInt8], path: String) throws(TriageError) -> DeskRules {
    let json: JSONValue
    do {
      json = try JSONScanner.read(utf8)
    } catch {
      throw TriageError(
        .badTable, "the file is not JSON: \(error.message)", path: path, line: error.line(in: utf8))
    }
    return try DeskRules(json, path: path)
  }

  private mutating func set(_ key: String, _ value: JSONValue) throws(TriageError) {
    switch key {
    case "office-hours": officeHours = try OfficeHours(texts: try Self.texts(value))
    case "respond": respond = try Self.limit(value, least: 1)
    case "feedback": feedback = try Self.limit(value, least: 1)
    case "urgent-close": urgentClose = try Self.limit(value, least: 1)
    case "fallback-limit": fallbackLimit = try Self.limit(value, least: 1)
    case "reminders":
      let shares = (value.array ?? [.null]).map(\.double)
      let read = shares.compactMap { $0 }
      guard read.count == shares.count, read.allSatisfy({ $0 > 0 && $0 < 1 }), read == read.sorted()
      else {
        throw TriageError(.badTable, "write shares between 0 and 1 in ascending order: [0.5, 0.8]")
      }
      reminders = read
    case "escalation":
      var steps: [TimeLimit] = []
      for step in value.array ?? [.null] { steps.append(try Self.limit(step, least: 0)) }
      escalation = steps
    case "fallback-unit": fallbackUnit = try Self.name(value)
    case "fallback-street-unit": fallbackStreetUnit = try Self.name(value)
    case "language":
      guard let language = WrittenLanguage(rawValue: value.string ?? "") else {
        throw TriageError(.badTable, "write zh or en")
      }
      self.language = language
    default: throw TriageError(.badTable, "there is no such rule")
    }
  }

  private static func limit(_ value: JSONValue, least: Int) throws(TriageError) -> TimeLimit {
    guard let text = value.string, let limit = TimeLimit(text), limit.value >= least else {
      throw TriageError(
        .badTable,
        "write a number from \(least) on and minutes, hours, work-hours, work-days or days")
    }
    return limit
  }

  private static func name(_ value: JSONValue) throws(TriageError) -> String {
    guard let name = value.string, !name.isEmpty else {
      throw TriageError(.badTable, "write a unit's name")
    }
    return name
  }

  private static func texts(_ value: JSONValue) throws(TriageError) -> [String] {
    let texts = (value.array ?? [.null]).map(\.string)
    let read = texts.compactMap { $0 }
    guard read.count == texts.count else {
      throw TriageError(.badTable, "write a list of texts")
    }
    return read
  }
}
