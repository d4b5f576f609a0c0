import CityIndex
import CityText

/// A proved sentence that a model may rewrite, with the clause it rests on.
struct RewriteSource: Sendable {
  /// Its place among the sentences of the draft.
  let place: Int
  /// Whether the answer is worth nothing without it.
  let isCore: Bool
  let text: String
  /// The title of its document, and the clause's path.
  let title: String
  let path: String
  let clause: ClauseText

  /// Nil for what is not rewritten: framing, figures, clauses of another language than the answer's.
  init?(
    _ sentence: DraftSentence, place: Int, language: WrittenLanguage, index: KnowledgeIndex
  ) {
    guard case .quoted(let text, let span) = sentence.kind,
      case .passage(let number) = span.place, let clause = ClauseText(span, in: index),
      RewriteCheck.language(of: text) == language, !text.isEmpty
    else { return nil }
    self.place = place
    isCore = sentence.isCore
    self.text = text
    self.clause = clause
    let passage = index.passage(number)
    title = index.document(passage.document).metadata.title
    path = passage.clause
  }
}
