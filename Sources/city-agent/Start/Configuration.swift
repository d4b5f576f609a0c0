import CityAgentKit
import CityIndex
import CityJSON

/// What `city-agent.json` and the environment decide; flags of the command line win over both.
struct Configuration: Sendable {
  /// The keys of the file; each is also `CITY_AGENT_<KEY>` in the environment.
  enum Key: String, CaseIterable, Sendable {
    case knowledge, skills, asOf, threshold, margin, hotline, converters, sessions, orders, models,
      prompts, audit, weights

    /// `CITY_AGENT_AS_OF`
    var variable: String {
      rawValue.reduce(into: "CITY_AGENT_") { name, letter in
        if letter.isUppercase { name += "_" }
        name += letter.uppercased()
      }
    }
  }

  static let fileName = "city-agent.json"

  var knowledge: String?
  var skills: String?
  var asOf: CalendarDay?
  var threshold: Double?
  var margin: Double?
  var hotline: Hotline = .standard
  var converters: [DocumentConverter] = []
  var sessions: String?
  var orders: String?
  var models: ConfiguredModels?
  var prompts: String?
  var audit: String?
  var weights: String?

  /// Which phone number is named when nothing can be proved.
  enum Hotline: Sendable {
    case standard, none
    case number(String)
  }

  /// Sets one key from its JSON value.
  ///
  /// - Parameters:
  ///   - origin: the file and line, or the variable, for messages.
  ///   - folder: what relative paths refer to; nil leaves them to the working folder.
  /// - Throws: ``CommandFailure`` where the value is not of the key's kind.
  mutating func set(
    _ key: Key, _ value: JSONValue, origin: String, folder: String?
  ) throws(CommandFailure) {
    func bad(_ wanted: String) -> CommandFailure {
      .usage(Phrase.badConfigurationValue.text(origin, key.rawValue, wanted))
    }
    func path() throws(CommandFailure) -> String {
      guard let text = value.string, !text.isEmpty else { throw bad("a path") }
      guard let folder, !text.hasPrefix("/") else { return text }
      return folder + "/" + text
    }
    func share() throws(CommandFailure) -> Double {
      guard let number = value.double, (0...1).contains(number) else {
        throw bad("a number from 0 to 1")
      }
      return number
    }
    switch key {
    case .knowledge: knowledge = try path()
    case .skills: skills = try path()
    case .sessions: sessions = try path()
    case .orders: orders = try path()
    case .prompts: prompts = try path()
    case .audit: audit = try path()
    case .weights: weights = try path()
    case .models: models = ConfiguredModels(value, origin: origin, folder: folder)
    case .asOf:
      guard let day = value.string.flatMap({ CalendarDay($0) }) else {
        throw bad("a day as 2026-11-23")
      }
      asOf = day
    case .threshold: threshold = try share()
    case .margin: margin = try share()
    case .hotline:
      guard let text = value.isNull ? "" : value.label else {
        throw bad("a phone number, or null for none")
      }
      hotline = text.isEmpty || text == "none" ? .none : .number(text)
    case .converters:
      guard let values = value.array else { throw bad("an array of converters") }
      converters = []
      for value in values {
        guard let converter = Self.converter(value) else {
          throw bad(#"{"extensions":["pdf"],"command":["pdftotext","{input}","-"],"deadline":60}"#)
        }
        converters.append(converter)
      }
    }
  }

  private static func converter(_ value: JSONValue) -> DocumentConverter? {
    let known: Set<String> = ["extensions", "command", "deadline"]
    guard let members = value.members, members.allSatisfy({ known.contains($0.key) }),
      let extensions = value["extensions"]?.array?.compactMap(\.string), !extensions.isEmpty,
      let command = value["command"]?.array?.compactMap(\.string), !command.isEmpty
    else { return nil }
    var converter = DocumentConverter(
      extensions: extensions.map { $0.lowercased() }, command: command)
    if let deadline = value["deadline"] {
      guard let seconds = deadline.double, seconds > 0 else { return nil }
      converter.deadline = seconds
    }
    return converter
  }
}
