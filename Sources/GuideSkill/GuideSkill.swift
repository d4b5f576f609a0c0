public import CityAgent
public import CityIndex
import CityText

/// Q&A over service guides: which item × which field, answered from the guide's own clauses.
///
/// - ``GuideTable`` is compiled into a generation: names, aliases, families, fields of all guides;
/// - `GuideReader` reads a question against it; the card's phrases name fields, the clauses' words
///   are evidence for them;
/// - `GuideDraft` composes the clauses verbatim, or says what is not published, or asks back.
///
/// Where no guide fits, a frequent question answers verbatim, then a passage of a policy whose
/// subject the question names. Words and thresholds stand in `skills/service-guides/SKILL.md`.
public struct GuideSkill: Skill {
  public static let name: String = "service-guides"
  public let card: SkillCard
  private let vocabulary: GuideVocabulary
  private let finder: PassageFinder
  private let cache = GuideTermCache()

  public init(card: SkillCard? = nil) {
    let card = card ?? SkillCard(name: Self.name, description: "Q&A over service guides.")
    self.card = card
    self.vocabulary = GuideVocabulary(card: card)
    self.finder = PassageFinder(stopwords: card.phrases("stopwords"))
  }

  /// What a match found out, for `answer`.
  enum Evidence: Sendable {
    case guide(GuideReading)
    case faq(FoundFAQ)
    case passage(FoundPassage)
    case elsewhere(String)
    case complaint
  }

  public func match(_ turn: Turn, in environment: SkillEnvironment) async -> Match {
    let index = environment.knowledge.index
    let reading = guideReader(environment).flatMap { $0.read(turn) }
    let threshold = card.number("threshold", standard: 0.5)
    let guideScore = reading.map { scaled($0.score, threshold: threshold) } ?? 0
    let content = finder.content(of: turn.folded)
    if let faq = frequentQuestion(content, environment), faq.score > guideScore {
      return Match(score: faq.score, reasons: ["frequent question"], evidence: Evidence.faq(faq))
    }
    if let reading, guideScore >= 0.5 {
      let reasons = ["item: \(reading.guide.title)"] + reading.fields.map { "field: \($0.name)" }
      let evidence: Evidence =
        elsewhere(turn, reading: reading, environment).map { .elsewhere($0) } ?? .guide(reading)
      return Match(
        score: guideScore, reasons: reasons, evidence: evidence, nearest: [reading.guide.title])
    }
    if let passage = await passage(turn, content, in: environment) {
      return Match(
        score: passage.score, reasons: ["subject: \(passage.subject)"],
        evidence: Evidence.passage(passage),
        nearest: [index.document(index.passage(passage.passage).document).metadata.title])
    }
    if vocabulary.isComplaint(turn.folded) {
      return Match(score: 0.5, reasons: ["complaint"], evidence: Evidence.complaint)
    }
    return Match(
      score: guideScore, reasons: [], nearest: nearest(turn, environment, reading: reading))
  }

  public func answer(
    _ turn: Turn, from match: Match, in environment: SkillEnvironment
  ) async throws -> Draft {
    let index = environment.knowledge.index
    switch match.evidence as? Evidence {
    case .guide(let reading)?:
      return GuideDraft(
        reading: reading, turn: turn, index: index, hotline: environment.hotline
      ).compose()
    case .faq(let faq)?:
      return faqDraft(faq, turn: turn, index: index)
    case .passage(let passage)?:
      return PassageDraft.compose(passage, turn: turn, index: index)
    case .elsewhere(let place)?:
      return elsewhereDraft(place, hotline: environment.hotline)
    case .complaint?:
      var draft = Draft(outcome: .abstained)
      draft.sentences = [
        environment.hotline.map { Framing(.complaint, .phone($0)) } ?? Framing(.abstainNothing)
      ].map { DraftSentence(.framing($0)) }
      return draft
    case nil:
      return Draft(
        outcome: .abstained, sentences: [DraftSentence(.framing(Framing(.abstainNothing)))])
    }
  }

  public var tableVersion: Int { GuideTable.version + FAQTable.version + RegionNames.version }

  public func tables(for contents: KnowledgeContents) throws -> [IndexTable] {
    let synonyms = try contents.synonyms()
    let guides = GuideTable(
      documents: contents.documents.documents(ofKinds: ["guide"]), synonyms: synonyms)
    let questions = FAQTable(
      documents: contents.documents.documents(ofKinds: ["faq"]), synonyms: synonyms
    ) {
      finder.content(of: $0).terms
    }
    var tables = [
      IndexTable(name: GuideTable.name, version: GuideTable.version, bytes: guides.bytes),
      IndexTable(name: FAQTable.name, version: FAQTable.version, bytes: questions.bytes),
    ]
    if let csv = try contents.text("regions.csv") {
      tables.append(
        IndexTable(
          name: RegionNames.name, version: RegionNames.version,
          bytes: try RegionNames.compile(csv: csv, path: contents.folder + "/regions.csv")))
    }
    return tables
  }

  private func guideReader(_ environment: SkillEnvironment) -> GuideReader? {
    let table = environment.knowledge.decodedTable(
      GuideTable.name, version: GuideTable.version, decode: GuideTable.init(bytes:))
    guard let table, !table.guides.isEmpty else { return nil }
    return GuideReader(
      table: table, vocabulary: vocabulary, index: environment.knowledge.index, cache: cache)
  }

  /// The frequent question that the turn asks, sure enough to be answered verbatim.
  private func frequentQuestion(
    _ content: QuestionContent, _ environment: SkillEnvironment
  ) -> FoundFAQ? {
    let table = environment.knowledge.decodedTable(
      FAQTable.name, version: FAQTable.version, decode: FAQTable.init(bytes:))
    guard let table, !table.passages.isEmpty else { return nil }
    let found = FAQMatcher(table: table).find(content.terms)
    guard let found, found.score >= card.number("faq-threshold", standard: 0.8) else { return nil }
    return found
  }

  /// The card's own threshold put at ½, where the agent's τ lies by default.
  private func scaled(_ score: Double, threshold: Double) -> Double {
    score < threshold
      ? 0.5 * score / threshold : 0.5 + 0.5 * (score - threshold) / max(0.01, 1 - threshold)
  }

  /// A passage of the documents that are not guides, sure enough to be quoted.
  private func passage(
    _ turn: Turn, _ content: QuestionContent, in environment: SkillEnvironment
  ) async -> FoundPassage? {
    guard content.contentWeight >= PassageFinder.subjectWeight else { return nil }
    var query = IndexQuery(
      rewritten: turn.folded, synonyms: environment.knowledge.index.synonyms)
    query.kinds = ["policy", "document"]
    let least = card.number("passage-threshold", standard: 0.6)
    return await finder.find(turn, content, query: query, least: least, in: environment)
  }

  /// A place the question asks about that is not where the guides apply; nil where there is none.
  private func elsewhere(
    _ turn: Turn, reading: GuideReading, _ environment: SkillEnvironment
  ) -> String? {
    let regions = environment.knowledge.decodedTable(
      RegionNames.name, version: RegionNames.version, decode: RegionNames.init(bytes:))
    guard let places = regions?.found(in: turn.folded) else { return nil }
    let guide = cache.document(reading.guide, in: environment.knowledge.index)
    let other = places.first { place in
      switch place.kind {
      case .home: false
      case .district: guide.isOfDistrict && !guide.holds(Array(turn.folded[place.range]))
      case .origin: turn.folded[place.range.upperBound...].starts(with: Array("的".utf8))
      // A place that the guide itself speaks of is part of the matter.
      case .elsewhere: !guide.holds(Array(turn.folded[place.range]))
      }
    }
    return other.map { String(decoding: turn.folded[$0.range], as: UTF8.self) }
  }

  private func nearest(
    _ turn: Turn, _ environment: SkillEnvironment, reading: GuideReading?
  ) -> [String] {
    if let reading { return [reading.guide.title] }
    guard let table = guideReader(environment)?.table else { return [] }
    return table.mentions(in: turn.folded).prefix(3).map { table.guides[$0.guide].title }
  }

  private func faqDraft(_ faq: FoundFAQ, turn: Turn, index: KnowledgeIndex) -> Draft {
    let passage = index.passage(faq.passage)
    var draft = Draft(outcome: .answered)
    for line in ClauseLines.lines(of: faq.passage, in: index) {
      draft.sentences.append(
        DraftSentence(
          .quoted(line.text, EvidenceSpan(passage: faq.passage, range: line.range)), isCore: true))
    }
    draft.notices = SourceNotices.notices(
      for: index.document(passage.document).metadata, on: turn.asOf)
    return draft
  }

  private func elsewhereDraft(_ place: String, hotline: String?) -> Draft {
    var draft = Draft(outcome: .abstained)
    let home = card.metadata["region"]
    let sentences =
      [home.map { Framing(.abstainRegion, .place($0), .place(place)) } ?? Framing(.abstainNothing)]
      + (hotline.map { [Framing(.hotline, .phone($0))] } ?? [])
    draft.sentences = sentences.map { DraftSentence(.framing($0)) }
    return draft
  }
}
