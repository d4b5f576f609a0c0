public import CityIndex
import CityText

/// Composes the answer from a found passage: its document, its sentences verbatim, what to mind.
public enum PassageDraft {
  public static func compose(
    _ found: FoundPassage, turn: Turn, index: KnowledgeIndex
  ) -> Draft {
    let passage = index.passage(found.passage)
    let metadata = index.document(passage.document).metadata
    var draft = Draft(outcome: .answered)
    draft.sentences.append(
      DraftSentence(.framing(Framing(.documentSays, .item(metadata.title)))))
    for range in found.sentences {
      guard let bytes = index.text(document: passage.document, range: range) else { continue }
      draft.sentences.append(
        DraftSentence(
          .quoted(
            String(decoding: bytes, as: UTF8.self),
            EvidenceSpan(passage: found.passage, range: range)), isCore: true))
    }
    draft.notices = SourceNotices.notices(
      for: metadata, on: turn.asOf, fields: headings(of: passage.clause))
    if turn.language == .english, metadata.language != "en" {
      draft.notices.insert(Framing(.otherLanguage), at: 0)
    } else if turn.language != .english, metadata.language == "en" {
      draft.notices.insert(Framing(.otherLanguage), at: 0)
    }
    return draft
  }

  /// A clause's own heading and those above it.
  private static func headings(of clause: String) -> [String] {
    clause.split(separator: "/").map(String.init)
  }
}
