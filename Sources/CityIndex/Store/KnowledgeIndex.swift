/// One document of an index.
public struct IndexedDocument: Sendable {
  public var number: Int
  public var id: String
  public var metadata: DocumentMetadata
  /// SHA-256 of the canonical text, hex.
  public var digest: String
  /// Numbers of its passages, in text order.
  public var passages: Range<Int>
}

/// One clause of an index.
public struct IndexedPassage: Sendable, Hashable {
  public var number: Int
  public var document: Int
  public var clause: String
  public var heading: String
  /// [start, end) in the document's canonical text.
  public var range: Range<Int>
}

/// A passage and its score for one query.
public struct ScoredPassage: Sendable, Hashable {
  public var passage: Int
  public var score: Float
}

/// A memory-mapped index file: one immutable generation.
///
/// Opening checks magic, version, size and the checksum of the section table and of every small
/// section; ``verify()`` checks every byte. Every read is bounds-checked: a damaged file gives wrong
/// ranks at worst or an ``IndexError`` `.damaged`, never a crash. Safe to use from any thread.
public final class KnowledgeIndex: Sendable {
  public static let formatVersion: Int = 1

  public static func open(_ path: String) throws(IndexError) -> KnowledgeIndex {
    fatalError("stub")
  }

  init() { fatalError("stub") }

  public var path: String { fatalError("stub") }
  /// Hex digest of the content: the generation's name.
  public var generation: String { fatalError("stub") }
  /// The fingerprint the builder was given.
  public var fingerprint: String { fatalError("stub") }
  public var documentCount: Int { fatalError("stub") }
  public var passageCount: Int { fatalError("stub") }
  /// Sizes by section name, in bytes.
  public var sections: [(name: String, bytes: Int)] { fatalError("stub") }
  public var synonyms: Synonyms { fatalError("stub") }

  public func document(_ number: Int) -> IndexedDocument { fatalError("stub") }
  public func document(id: String) -> IndexedDocument? { fatalError("stub") }
  public func passage(_ number: Int) -> IndexedPassage { fatalError("stub") }
  /// Bytes of a document's canonical text; nil outside it.
  public func text(document: Int, range: Range<Int>? = nil) -> [UInt8]? { fatalError("stub") }
  public func table(_ name: String, version: Int) -> [UInt8]? { fatalError("stub") }
  public var tableNames: [String] { fatalError("stub") }

  /// The best passages by exact BM25F, best first; ties by passage number.
  /// - Complexity: O(postings of the query's terms).
  public func search(_ query: IndexQuery, limit: Int, weights: FieldWeights = FieldWeights())
    -> [ScoredPassage]
  { fatalError("stub") }

  /// How a passage's score comes about: term text, field frequencies, idf, share of the score.
  public func explain(_ query: IndexQuery, passage: Int, weights: FieldWeights = FieldWeights())
    -> [ScoreExplanation]
  { fatalError("stub") }

  /// Passages that hold the term, and idf = ln(1 + (N − n + 0.5)/(n + 0.5)).
  public func frequency(of key: UInt64) -> Int { fatalError("stub") }
  public func idf(of key: UInt64) -> Float { fatalError("stub") }

  /// Checks every checksum and every offset.
  public func verify() throws(IndexError) { fatalError("stub") }
}

/// One term's part in a passage's score.
public struct ScoreExplanation: Sendable {
  public var term: String
  public var documentFrequency: Int
  public var idf: Float
  /// Occurrences in title, aliases, headings, body.
  public var frequencies: [Int]
  public var score: Float
}
