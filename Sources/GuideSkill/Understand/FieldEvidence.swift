import CityAgent
import CityIndex
import CityText
import Synchronization

/// A word of the question that has equals, and these, folded.
struct Expansion: Sendable {
  var range: Range<Int>
  var equals: [[UInt8]]

  static func all(of folded: [UInt8], _ synonyms: Synonyms) -> [Expansion] {
    synonyms.expansions(of: folded).map {
      Expansion(range: $0.range, equals: $0.equals.map { Array($0.utf8) })
    }
  }
}

/// Which of a guide's fields hold what a question says besides name and field phrases.
struct FieldEvidence: Sendable {
  /// Weight of the content each field's clauses account for, told down by how many fields hold it.
  private(set) var weights: [GuideField: Double] = [:]
  /// Whether each unit of the question is accounted for by any clause, title or alias.
  private(set) var covered: [Bool]
  /// The content weight accounted for.
  private(set) var accounted: Double
  /// Whether the question asks for a count of something it names: 几次, 多少类.
  let isCounted: Bool
  /// Fields whose clauses hold the kind of thing the question asks for.
  private(set) var holdsAsked: Set<GuideField> = []

  init(
    _ content: QuestionContent, asked: AskedFor, expansions: [Expansion],
    document: GuideTermCache.Document
  ) {
    isCounted = !asked.measure.isEmpty
    var byField: [GuideField: [Bool]] = [:]
    for clause in document.clauses {
      var covered = content.covered(by: clause.terms.contains)
      for expansion in expansions
      where expansion.equals.contains(where: { ByteSearch.contains(clause.folded, $0) }) {
        for i in content.units.indices
        where expansion.range.contains(content.units[i].range.lowerBound) { covered[i] = true }
      }
      let known = byField[clause.field] ?? [Bool](repeating: false, count: covered.count)
      byField[clause.field] = zip(known, covered).map { $0 || $1 }
      if asked.isParticular, asked.isHeld(by: clause.text) { holdsAsked.insert(clause.field) }
    }
    let names = content.covered(by: document.names.contains)
    covered = names
    for i in content.units.indices where content.units[i].isContent {
      let holders = byField.filter { $0.value[i] }.map(\.key)
      if !holders.isEmpty { covered[i] = true }
      // What two fields hold tells either; what most hold tells none.
      for field in holders {
        weights[field, default: 0] += content.units[i].weight / Double(max(1, holders.count - 1))
      }
    }
    accounted = content.weight(of: covered)
  }
}

/// The terms of guides' clauses, folded once and kept: a guide is a few kilobytes.
final class GuideTermCache: Sendable {
  struct Clause: Sendable {
    var field: GuideField
    var text: [UInt8]
    var folded: [UInt8]
    var terms: TermSet
  }

  struct Document: Sendable {
    var clauses: [Clause]
    /// Terms of title and aliases.
    var names: TermSet
    /// Title and aliases, folded, a line each.
    var foldedNames: [UInt8]

    /// Whether the guide is of one district and not of the whole city.
    var isOfDistrict: Bool

    /// Whether the guide speaks of something, in its names or its clauses.
    func holds(_ folded: [UInt8]) -> Bool {
      ByteSearch.contains(foldedNames, folded)
        || clauses.contains { ByteSearch.contains($0.folded, folded) }
    }
  }

  private let documents = Mutex<[Int: Document]>([:])

  func document(_ guide: GuideTable.Guide, in index: KnowledgeIndex) -> Document {
    if let known = documents.withLock({ $0[guide.document] }) { return known }
    let metadata = index.document(guide.document).metadata
    let clauses = guide.fields.map { entry in
      let range = index.passage(entry.passage).range
      let text = index.text(document: guide.document, range: range) ?? []
      return Clause(
        field: entry.field, text: text, folded: Folding.fold(text), terms: TermSet([text]))
    }
    let names = ([metadata.title] + metadata.aliases).map { Array($0.utf8) }
    let document = Document(
      clauses: clauses, names: TermSet(names),
      foldedNames: Folding.fold(Array(names.joined(separator: [0x0A]))),
      isOfDistrict: metadata.region.map { $0.contains("区") || $0.contains("District") } ?? false)
    documents.withLock { $0[guide.document] = document }
    return document
  }
}
