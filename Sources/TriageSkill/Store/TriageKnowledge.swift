public import CityAgent
import CityIndex
import CityText

/// What a desk knows: the tables of the city, as files of `seeds/` or compiled into a generation.
public struct TriageKnowledge: Sendable {
  public var responsibility: ResponsibilityTable
  public var acceptance: AcceptanceRules
  public var taxonomy: Taxonomy
  public var clock: DeskClock
  public var places: PlaceRegister
  /// Set by a trained model's file; else reports are classified by the words of the tables.
  public var model: TriageModel?
  let untrained: UntrainedClassifier
  let extractor: Extractor

  public init(
    responsibility: ResponsibilityTable, acceptance: AcceptanceRules, taxonomy: Taxonomy,
    clock: DeskClock, places: PlaceRegister, model: TriageModel? = nil
  ) {
    self.responsibility = responsibility
    self.acceptance = acceptance
    self.taxonomy = taxonomy
    self.clock = clock
    self.places = places
    self.model = model
    untrained = UntrainedClassifier(Self.phrases(responsibility, taxonomy))
    extractor = Extractor(places: places)
  }

  /// Each category with the names of its matters and what people call them.
  private static func phrases(
    _ table: ResponsibilityTable, _ taxonomy: Taxonomy
  ) -> [LabelledPhrases] {
    var entries: [LabelledPhrases] = []
    for row in table.rows {
      let words = row.keywords.flatMap { $0.split(separator: "+").map(String.init) }
      let phrases = [row.name] + words
      if let at = entries.firstIndex(where: { $0.label == row.category }) {
        entries[at].phrases += phrases
      } else {
        entries.append(LabelledPhrases(label: row.category, phrases: phrases))
      }
    }
    for entry in taxonomy.entries {
      guard let at = entries.firstIndex(where: { $0.label == entry.name }) else { continue }
      entries[at].phrases += taxonomy.children(of: entry.id).flatMap { [$0.name, $0.englishName] }
    }
    return entries
  }

  /// The labels that a category's name stands for: the ids of the taxonomy from the top down.
  public func path(ofCategory name: String) -> [String] {
    guard let entry = taxonomy.entries.first(where: { $0.name == name }) else { return [name] }
    return taxonomy.path(entry.id).map(\.name)
  }
}

extension TriageKnowledge {
  static let tableName = "triage"
  /// Changes when the compiled form of one of the tables changes.
  static let tableVersion = 1

  /// The files of a knowledge folder, compiled; none where there is no responsibility table.
  /// - Throws: where a file is there but cannot serve at all.
  static func tables(for contents: KnowledgeContents) throws -> [IndexTable] {
    guard let responsibility = try contents.text("responsibility.csv") else { return [] }
    func path(_ name: String) -> String { contents.folder + "/" + name }
    func tell(_ error: TriageError) {
      contents.report(
        IndexError(.badDocument, error.message, path: error.path, line: error.line))
    }
    let table = try ResponsibilityTable.read(
      responsibility, path: path("responsibility.csv"), report: tell)
    let acceptance = try AcceptanceRules.read(
      try contents.text("not-accepted.csv") ?? Array("id,reason,phrases,channel\n".utf8),
      path: path("not-accepted.csv"), report: tell)
    let taxonomy = try Taxonomy.read(
      try contents.text("taxonomy.csv") ?? Array("id,parent,name\n".utf8),
      path: path("taxonomy.csv"), report: tell)
    let calendar = try WorkCalendar.read(
      try contents.text("calendar.csv") ?? Array("date,kind\n".utf8), path: path("calendar.csv"),
      report: tell)
    let places = try contents.text("places.json").map {
      try PlaceRegister.read(
        $0, path: path("places.json"), regions: try contents.text("regions.csv") ?? [],
        regionsPath: path("regions.csv"), report: tell)
    }
    let rules = try contents.text("desk-rules.json")
    if let rules { _ = try DeskRules.read(rules, path: path("desk-rules.json")) }
    var writer = ColumnWriter()
    for bytes in [
      table.bytes, acceptance.bytes, taxonomy.bytes, calendar.bytes, places?.bytes ?? [],
      rules ?? [],
    ] {
      writer.write(run: bytes)
    }
    return [IndexTable(name: tableName, version: tableVersion, bytes: writer.bytes)]
  }

  /// The tables of a generation; nil where it has none.
  public static func of(_ knowledge: KnowledgeBase) -> TriageKnowledge? {
    knowledge.decodedTable(tableName, version: tableVersion, decode: TriageKnowledge.init(bytes:))
  }

  private init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let responsibility = reader.run().flatMap({ ResponsibilityTable(bytes: $0) }),
      let acceptance = reader.run().flatMap({ AcceptanceRules(bytes: $0) }),
      let taxonomy = reader.run().flatMap({ Taxonomy(bytes: $0) }),
      let calendar = reader.run().flatMap({ WorkCalendar(bytes: $0) }),
      let places = reader.run(), let rules = reader.run()
    else { return nil }
    guard let register = places.isEmpty ? PlaceRegister() : PlaceRegister(bytes: places),
      let desk = rules.isEmpty ? DeskRules() : try? DeskRules.read(rules, path: "desk-rules.json")
    else { return nil }
    self.init(
      responsibility: responsibility, acceptance: acceptance, taxonomy: taxonomy,
      clock: DeskClock(calendar: calendar, rules: desk), places: register)
  }
}
