import CityAgent
import CityIndex
import CityText

/// Composes the answer of a reading: the clauses of the fields, verbatim, and what to mind.
struct GuideDraft: Sendable {
  let reading: GuideReading
  let turn: Turn
  let index: KnowledgeIndex
  let hotline: String?

  func compose() -> Draft {
    if reading.siblings.count > 1 { return clarification() }
    let guide = reading.guide
    let fields = reading.fields
    let published = fields.filter { field in guide.fields.contains { $0.field == field } }
    if fields.isEmpty { return unsupported() }
    if published.isEmpty { return unpublished(fields[0]) }
    var draft = Draft(outcome: .answered)
    draft.sentences = sentences(of: published)
    // One field asked for and not published is said; of a whole how-to bundle it is not.
    if reading.isNamed, fields.count - published.count == 1, fields.count <= 3 {
      let missing = fields.first { !published.contains($0) }!
      draft.sentences.append(DraftSentence(.framing(notPublished(missing))))
    }
    let metadata = index.document(guide.document).metadata
    draft.notices = SourceNotices.notices(
      for: metadata, on: turn.asOf, fields: published.map { $0.label(documentLanguage) })
    if published.contains(.fee) || published.contains(.amount) {
      draft.notices.append(Framing(.amountsChange))
    }
    if guide.isEnglish != (turn.language == .english) {
      draft.notices.insert(Framing(.otherLanguage), at: 0)
    }
    draft.suggestions = suggestions(besides: published)
    draft.memory = memory(published)
    return draft
  }

  private var documentLanguage: WrittenLanguage { reading.guide.isEnglish ? .english : .chinese }

  /// Each field under its heading, line by line as published.
  private func sentences(of fields: [GuideField]) -> [DraftSentence] {
    var sentences: [DraftSentence] = []
    for field in fields {
      sentences.append(
        DraftSentence(
          .framing(
            Framing(.itemField, .item(reading.guide.title), .field(field.label(turn.language))))))
      for entry in reading.guide.fields where entry.field == field {
        for line in ClauseLines.lines(of: entry.passage, in: index) {
          sentences.append(
            DraftSentence(
              .quoted(line.text, EvidenceSpan(passage: entry.passage, range: line.range)),
              isCore: true))
        }
      }
    }
    return sentences
  }

  /// The question names the item, and asks something its guide does not hold.
  private func unsupported() -> Draft {
    var draft = Draft(outcome: .abstained)
    draft.sentences.append(
      DraftSentence(.framing(Framing(.abstainAspect, .item(reading.guide.title)))))
    close(&draft)
    return draft
  }

  /// The field asked for has no clause.
  private func unpublished(_ field: GuideField) -> Draft {
    var draft = Draft(outcome: .abstained)
    draft.sentences.append(DraftSentence(.framing(notPublished(field))))
    close(&draft)
    return draft
  }

  private func notPublished(_ field: GuideField) -> Framing {
    Framing(.abstainField, .item(reading.guide.title), .field(field.label(turn.language)))
  }

  private func close(_ draft: inout Draft) {
    if let hotline {
      draft.sentences.append(DraftSentence(.framing(Framing(.hotline, .phone(hotline)))))
    }
    draft.suggestions = suggestions(besides: [])
    draft.memory = memory([])
  }

  private func clarification() -> Draft {
    let name = SkillCard.name(
      ofFamily: reading.guide.family, fallback: reading.guide.title)
    let options = reading.siblings.sorted { $0.item < $1.item }.map { guide in
      ClarifyOption(
        label: guide.variant, question: turn.text, skill: GuideSkill.name, value: "\(guide.item)")
    }
    return Draft(
      outcome: .clarify,
      sentences: [
        DraftSentence(.framing(Framing(.clarifyItem, .item(name)))),
        DraftSentence(.framing(Framing(.optionsList, .options(options.map(\.label))))),
      ],
      suggestions: options.map(\.label), options: options)
  }

  private func memory(_ fields: [GuideField]) -> SubjectMemory {
    SubjectMemory(
      skill: GuideSkill.name, subject: "\(reading.guide.item)", aspects: fields.map(\.name))
  }

  /// What usually comes next: the fields a person needs who goes there, as questions.
  private func suggestions(besides answered: [GuideField]) -> [String] {
    let usual: [GuideField] = [.materials, .time, .process, .fee, .place, .online, .conditions]
    return usual.filter { field in
      !answered.contains(field) && reading.guide.fields.contains { $0.field == field }
    }.prefix(3).map { "\(reading.guide.title) \($0.label(turn.language))" }
  }
}

extension SkillCard {
  static func name(ofFamily family: String, fallback: String) -> String {
    family.isEmpty ? fallback : family
  }
}
