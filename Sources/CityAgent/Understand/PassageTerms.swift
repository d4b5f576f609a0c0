import CityIndex
import CityText
import Synchronization

/// The terms of passages with their headings, kept once they were asked for.
///
/// A passage's terms are a few kilobytes; at most ``kept`` are held, the rest are made anew each time.
final class PassageTerms: Sendable {
  static let kept = 4_096

  private let known = Mutex<[Int: TermSet]>([:])

  /// Terms of the passage's text, its headings, and its document's title and aliases.
  func terms(of number: Int, in index: KnowledgeIndex) -> TermSet {
    if let terms = known.withLock({ $0[number] }) { return terms }
    let passage = index.passage(number)
    let metadata = index.document(passage.document).metadata
    let text = index.text(document: passage.document, range: passage.range) ?? []
    let names = [metadata.title, passage.heading] + metadata.aliases
    let terms = TermSet([text] + names.map { Array($0.utf8) })
    known.withLock { known in
      if known.count < Self.kept { known[number] = terms }
    }
    return terms
  }
}
