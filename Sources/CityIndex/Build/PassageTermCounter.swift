import CityText

/// Counts the terms of one passage after the other, by field.
///
/// Title and aliases are scanned once a document and counted in each of its passages.
struct PassageTermCounter {
  /// A term of the passage and how often it stands in title, aliases, headings, body.
  struct TermCount {
    var term: UInt32
    var counts: SIMD4<UInt32>
  }

  /// When a term was last counted, and where in ``found``.
  private struct Mark {
    var round: UInt32 = 0
    var place: UInt32 = 0
  }

  private(set) var terms = TermTable()
  private var marks: [Mark] = []
  private var round: UInt32 = 0
  private var documentTerms: [TermCount] = []
  private var documentLengths = SIMD4<UInt32>(repeating: 0)

  /// The terms of the passage counted last.
  private(set) var found: [TermCount] = []
  /// How many terms its fields have.
  private(set) var lengths = SIMD4<UInt32>(repeating: 0)

  init() {}

  /// Calls `body` for each passage in order, with its number, after counting it.
  mutating func eachPassage(
    of documents: [SourceDocument], _ body: (Int, PassageTermCounter) -> Void
  ) {
    var number = 0
    for document in documents {
      begin(document)
      for clause in document.clauses {
        count(clause, of: document)
        body(number, self)
        number += 1
      }
    }
  }

  private mutating func begin(_ document: SourceDocument) {
    round += 1
    found.removeAll(keepingCapacity: true)
    lengths = SIMD4(repeating: 0)
    count(Array(document.metadata.title.utf8), field: 0)
    for alias in document.metadata.aliases { count(Array(alias.utf8), field: 1) }
    documentTerms = found
    documentLengths = lengths
  }

  private mutating func count(_ clause: SourceClause, of document: SourceDocument) {
    round += 1
    found.removeAll(keepingCapacity: true)
    lengths = documentLengths
    for term in documentTerms {
      marks[Int(term.term)] = Mark(round: round, place: UInt32(found.count))
      found.append(term)
    }
    count(Array(clause.heading.utf8), field: 2)
    count(document.text, in: clause.range, field: 3)
  }

  private mutating func count(_ text: [UInt8], in range: Range<Int>? = nil, field: Int) {
    TermScanner.scan(text, in: range) { add($0.key, field: field) }
  }

  @inline(__always)
  private mutating func add(_ key: UInt64, field: Int) {
    let term = terms.number(of: key)
    if term == marks.count { marks.append(Mark()) }
    if marks[term].round != round {
      marks[term] = Mark(round: round, place: UInt32(found.count))
      found.append(TermCount(term: UInt32(term), counts: SIMD4(repeating: 0)))
    }
    found[Int(marks[term].place)].counts[field] += 1
    lengths[field] += 1
  }
}
