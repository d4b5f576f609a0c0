import Testing

@testable import CityIndex

/// A collection that changes, and what each change is in terms of an index.
struct UpdateSample {
  var corpus: RandomCorpus
  private(set) var documents: [SourceDocument]
  private var made = 0

  init(seed: UInt64, documents count: Int) {
    corpus = RandomCorpus(seed: seed)
    documents = corpus.documents(count)
    made = count
  }

  private mutating func newDocument() -> SourceDocument {
    made += 1
    return corpus.document(made)
  }

  /// Adds, changes, deletes and renames some documents, and moves some.
  /// - Returns: the entries of an update from the documents before.
  mutating func change(_ times: Int) -> [IndexEntry] {
    var now: [(old: Int?, document: SourceDocument)] = documents.enumerated().map { ($0, $1) }
    for _ in 0..<times {
      let place = Int.random(in: 0...now.count, using: &corpus.generator)
      switch Int.random(in: 0..<6, using: &corpus.generator) {
      case 0, 1: now.insert((nil, newDocument()), at: place)
      case 2 where place < now.count:
        var document = newDocument()
        document.id = now[place].document.id
        now[place] = (nil, document)
      case 3 where place < now.count: now.remove(at: place)
      case 4 where place < now.count:
        now[place].old = nil
        now[place].document.id += "-renamed"
      case 5 where place < now.count:
        let moved = now.remove(at: place)
        now.insert(moved, at: Int.random(in: 0...now.count, using: &corpus.generator))
      default: break
      }
    }
    documents = now.map(\.document)
    return Self.entries(now)
  }

  static func entries(_ documents: [(old: Int?, document: SourceDocument)]) -> [IndexEntry] {
    var entries: [IndexEntry] = []
    for (old, document) in documents {
      guard let old else {
        entries.append(.new(document))
        continue
      }
      if case .kept(let range)? = entries.last, range.upperBound == old {
        entries[entries.count - 1] = .kept(range.lowerBound..<old + 1)
      } else {
        entries.append(.kept(old..<old + 1))
      }
    }
    return entries
  }

  /// A table that depends on all documents.
  static func tables(_ documents: [SourceDocument]) -> [IndexTable] {
    [
      IndexTable(
        name: "ids", version: 1, bytes: Array(documents.map(\.id).joined(separator: "\n").utf8))
    ] + (WorkSizes.table(of: documents).map { [$0] } ?? [])
  }

  /// Everything that an index answers must be what one built of the same documents answers.
  static func expectSame(
    _ index: KnowledgeIndex, _ built: KnowledgeIndex, _ corpus: inout RandomCorpus
  ) throws {
    #expect(index.generation == built.generation)
    #expect(index.documentCount == built.documentCount)
    #expect(index.passageCount == built.passageCount)
    #expect(index.termCount == built.termCount)
    #expect(index.textBytes == built.textBytes)
    #expect(index.tableNames == built.tableNames)
    for name in built.tableNames {
      #expect(index.table(name, version: 1) == built.table(name, version: 1))
    }
    for number in -1...built.documentCount {
      let (a, b) = (index.document(number), built.document(number))
      #expect(a.id == b.id && a.metadata == b.metadata && a.digest == b.digest)
      #expect(a.passages == b.passages)
      #expect(index.documentNumber(id: b.id) == built.documentNumber(id: b.id))
      #expect(index.text(document: number) == built.text(document: number))
      #expect(index.passages(of: number) == built.passages(of: number))
      #expect(
        index.metadata(document: number, key: "title")
          == built.metadata(document: number, key: "title"))
    }
    for number in -1...built.passageCount {
      #expect(index.passage(number) == built.passage(number))
    }
    for round in 0..<24 {
      var query = IndexQuery(corpus.text(words: 1...9), synonyms: built.synonyms)
      if round % 4 == 1 { query.kinds = ["guide"] }
      if round % 4 == 2 { query.skills = ["b"] }
      if round % 4 == 3 { query.documents = Set(0..<built.documentCount / 2) }
      if round % 8 == 7 { query.languages = ["en"] }
      for (limit, depth) in [(3, 5), (10, 128), (built.passageCount + 1, Int.max)] {
        let weights = SearchTests.settings[round % SearchTests.settings.count]
        let expected = built.search(query, limit: limit, weights: weights, depth: depth)
        #expect(index.search(query, limit: limit, weights: weights, depth: depth) == expected)
        for hit in expected.prefix(3) {
          let (a, b) = (
            index.explain(query, passage: hit.passage), built.explain(query, passage: hit.passage)
          )
          #expect(a.map(\.term) == b.map(\.term) && a.map(\.score) == b.map(\.score))
          #expect(a.map(\.documentFrequency) == b.map(\.documentFrequency))
          #expect(a.map(\.frequencies) == b.map(\.frequencies))
        }
      }
      for term in query.terms {
        #expect(index.frequency(of: term.key) == built.frequency(of: term.key))
      }
    }
  }
}
