public import CityAgent
public import CityIndex
import CityText

/// Indicator analysis: questions over city economics, answered with formula, cells and chart.
///
/// - ``ObservationTable`` is compiled into a generation from `indicators/catalog.json` and the CSV files
///   beside it: the semantic layer and every published number with its place;
/// - ``IndicatorReader`` reads a question into an ``IndicatorRequest``;
/// - `Analyst` answers it with typed terms: one formula a measure, or a refusal with the reason;
/// - `IndicatorDraft` words it; every figure is a ``Derivation`` that the Verifier works out again.
///
/// Default regions, thresholds and examples stand in `skills/economy/SKILL.md`.
public struct IndicatorSkill: Skill {
  public static let name: String = "economy"
  public let card: SkillCard

  public init(card: SkillCard? = nil) {
    self.card = card ?? SkillCard(name: Self.name, description: "Questions over city economics.")
  }

  /// What a match found out, for `answer`.
  struct Evidence: Sendable {
    var request: IndicatorRequest
    var style: Analyst.Style
  }
}

extension IndicatorSkill {
  public var tableVersion: Int { ObservationTable.version }

  public func tables(for contents: KnowledgeContents) throws -> [IndexTable] {
    try ObservationTable.tables(for: contents)
  }

  public func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match {
    guard let known = known(environment.knowledge) else { return .none }
    let (table, reader) = (known.table, known.reader)
    let previous = turn.previous.flatMap {
      $0.skill == Self.name ? IndicatorRequest(aspects: $0.aspects, catalog: table.catalog) : nil
    }
    guard let reading = reader.read(turn.folded, asOf: turn.asOf, previous: previous) else {
      return .none
    }
    let names = reading.request.indicators.map { table.catalog.indicators[$0].name }
    let reasons =
      names.map { "indicator: \($0)" }
      + reading.request.regions.map { "region: \(table.catalog.regions[$0].name)" }
      + (reading.request.period.map { ["period: \($0.period)"] } ?? [])
      + ["measure: \(reading.request.measure)"]
    return Match(
      score: reading.score, reasons: reasons,
      evidence: Evidence(request: reading.request, style: Self.style(turn.folded)), nearest: names)
  }

  public func answer(
    _ turn: Turn, from match: Match, in environment: SkillEnvironment
  ) async throws -> Draft {
    guard let evidence = match.evidence as? Evidence, let table = table(environment.knowledge)
    else {
      return Draft(
        outcome: .abstained, sentences: [DraftSentence(.framing(Framing(.abstainNothing)))])
    }
    let isEnglish = turn.language == .english
    let composer = IndicatorDraft(table, isEnglish: isEnglish)
    var draft: Draft
    do throws(Refusal) {
      let analyses = try analyst(table, asOf: turn.asOf).analyseEach(
        evidence.request, style: evidence.style)
      draft = composer.compose(analyses.answered[0])
      for more in analyses.answered.dropFirst() { draft.append(composer.compose(more)) }
      // What could not be answered is said, not left out.
      for refusal in analyses.refused { draft.sentences += composer.refuse(refusal).sentences }
    } catch {
      draft = composer.refuse(error)
    }
    if let first = evidence.request.indicators.first {
      draft.memory = SubjectMemory(
        skill: Self.name, subject: table.catalog.indicators[first].name,
        aspects: evidence.request.aspects(table.catalog))
    }
    return draft
  }

  /// The analyst over a generation's table, with the card's default regions.
  func analyst(_ table: ObservationTable, asOf: CalendarDay) -> Analyst {
    let named = card.phrases("default-region").compactMap {
      table.catalog.region(called: String(decoding: $0, as: UTF8.self))
    }
    let nation = table.catalog.regions.indices.filter { table.catalog.regions[$0].kind == "nation" }
    return Analyst(table: table, asOf: asOf, homes: named.isEmpty ? nation : named)
  }

  func table(_ knowledge: KnowledgeBase) -> ObservationTable? { known(knowledge)?.table }

  /// A generation's numbers and the reader of its names.
  private struct Known: Sendable {
    let table: ObservationTable
    let reader: IndicatorReader
  }

  private func known(_ knowledge: KnowledgeBase) -> Known? {
    knowledge.decodedTable(ObservationTable.name, version: ObservationTable.version) { bytes in
      ObservationTable(bytes: bytes).map {
        Known(table: $0, reader: IndicatorReader(catalog: $0.catalog))
      }
    }
  }

  /// What the question's own words add: 名义 or 现价, and whether 产业 rather than 行业 are meant.
  private static func style(_ folded: [UInt8]) -> Analyst.Style {
    func holds(_ words: [String]) -> Bool {
      words.contains { ByteSearch.contains(folded, Array($0.utf8)) }
    }
    return Analyst.Style(
      isNominal: holds(["名义", "现价", "nominal", "current prices"]),
      bySector: holds(["产业", "sector"]),
      namesDollars: holds(["美元", "dollar", "usd"]))
  }
}

extension Draft {
  /// Another indicator's answer behind this one; the value for programs stays the first one's.
  fileprivate mutating func append(_ other: Draft) {
    sentences += other.sentences
    attachments += other.attachments.map { attachment in
      var attachment = attachment
      attachment.name = "\(attachments.count + 1)-\(attachment.name)"
      return attachment
    }
    suggestions += other.suggestions.filter { !suggestions.contains($0) }
    notices += other.notices.filter { !notices.contains($0) }
  }
}
