/// What is known about a document besides its text: front matter, or what its file name says.
///
/// Keys are lower case as in the file (`valid-from`); every value is a list of texts.
public struct DocumentMetadata: Sendable, Equatable {
  /// In file order, keys unique.
  public var entries: [(key: String, values: [String])]

  public init(_ entries: [(key: String, values: [String])] = []) { self.entries = entries }

  public static func == (a: DocumentMetadata, b: DocumentMetadata) -> Bool {
    a.entries.count == b.entries.count
      && zip(a.entries, b.entries).allSatisfy { $0.key == $1.key && $0.values == $1.values }
  }

  public subscript(key: String) -> [String] {
    get {
      // By place: an entry that is copied costs four counts of references.
      for i in entries.indices where entries[i].key == key { return entries[i].values }
      return []
    }
    set {
      if let i = entries.firstIndex(where: { $0.key == key }) {
        entries[i].values = newValue
      } else {
        entries.append((key, newValue))
      }
    }
  }

  public var title: String { self["title"].first ?? "" }
  public var aliases: [String] { self["aliases"] }
  /// `guide`, `policy`, `faq`, `reference`, `document` … : front matter `kind`, else by folder.
  public var kind: String { self["kind"].first ?? "document" }
  /// `zh` or `en`.
  public var language: String { self["language"].first ?? "zh" }
  public var department: String? { self["department"].first }
  public var audience: String? { self["audience"].first }
  public var region: String? { self["region"].first }
  /// ISO dates; nil where the source gives none.
  public var validFrom: String? { self["valid-from"].first }
  public var validTo: String? { self["valid-to"].first }
  public var source: [String] { self["source"] }
  public var asOf: String? { self["as-of"].first }
  public var confidence: String? { self["confidence"].first }
}

/// An addressed part of a document's canonical text; what the index ranks.
public struct SourceClause: Sendable, Equatable {
  /// Heading path joined by `/`, unique within the document: `申请材料`, `申请材料/2`, `二、…/六是`.
  public var path: String
  /// The headings above it and its own, for the `headings` field.
  public var heading: String
  /// [start, end) in the canonical text, headings excluded.
  public var range: Range<Int>

  public init(path: String, heading: String, range: Range<Int>) {
    self.path = path
    self.heading = heading
    self.range = range
  }
}

/// A document as it enters a generation: canonical UTF-8 text, clauses, metadata.
public struct SourceDocument: Sendable, Equatable {
  /// Path relative to the knowledge folder, `/`-separated (BEIR: the corpus id). Unique.
  public var id: String
  public var metadata: DocumentMetadata
  /// Canonical text: valid UTF-8, LF, no BOM; what citations point into.
  public var text: [UInt8]
  /// In text order, not overlapping; about 40–400 characters each.
  public var clauses: [SourceClause]
  /// ``Checksum64`` of the line of a corpus that it was read from, by which an update knows it again; else 0.
  var line: UInt64

  public init(id: String, metadata: DocumentMetadata, text: [UInt8], clauses: [SourceClause]) {
    self.init(id: id, metadata: metadata, text: text, clauses: clauses, line: 0)
  }

  init(
    id: String, metadata: DocumentMetadata, text: [UInt8], clauses: [SourceClause], line: UInt64
  ) {
    self.line = line
    self.id = id
    self.metadata = metadata
    self.text = text
    self.clauses = clauses
  }
}
