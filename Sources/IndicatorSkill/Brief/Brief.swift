public import CityAgent
import CityIndex
import CityText

/// A report on one region in one period: what was published, what stands out, what falls behind.
///
/// Every figure is a sentence that the Verifier has proved, with the cells it rests on; a section for which
/// nothing is published says so.
public struct Brief: Sendable {
  public struct Line: Sendable {
    public var text: String
    /// Numbers into ``citations``, from 1.
    public var citations: [Int]
  }
  public struct Section: Sendable {
    public var heading: String
    public var lines: [Line] = []
    /// SVG texts, each with its title.
    public var charts: [String] = []
    /// What is to be said of the section as a whole: no data, or that it is a draft.
    public var notes: [String] = []
  }

  public var title: String
  public var sections: [Section]
  public var citations: [Citation]
  public var asOf: CalendarDay
  public var isEnglish: Bool
}

/// Collects verified lines and numbers their citations over the whole brief.
struct BriefWriter {
  private var verifier: Verifier
  private let language: WrittenLanguage
  private let words: StatementText
  private(set) var sections: [Brief.Section] = []
  private(set) var citations: [Citation] = []

  init(_ index: KnowledgeIndex, catalog: IndicatorCatalog, isEnglish: Bool) {
    language = isEnglish ? .english : .chinese
    verifier = Verifier(index, language: language)
    words = StatementText(catalog: catalog, isEnglish: isEnglish)
  }

  mutating func begin(_ heading: Framing.Key) {
    sections.append(Brief.Section(heading: Framing(heading).text(in: language) ?? heading.name))
  }

  /// Adds the statement's sentence; nothing where it cannot be proved.
  mutating func say(_ statement: Statement) {
    guard
      let sentence = verifier.verified(
        DraftSentence(.computed(words.text(statement), statement.figure.derivation)))
    else { return }
    for citation in sentence.citations where citation.number > citations.count {
      citations.append(citation)
    }
    sections[sections.count - 1].lines.append(
      Brief.Line(text: sentence.text, citations: sentence.citations.map(\.number)))
  }

  mutating func note(_ framing: Framing) {
    guard let text = framing.text(in: language) else { return }
    sections[sections.count - 1].notes.append(text)
  }

  mutating func chart(_ svg: String?) {
    if let svg { sections[sections.count - 1].charts.append(svg) }
  }

  var isEmpty: Bool { sections.last?.lines.isEmpty ?? true }
}
