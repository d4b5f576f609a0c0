/// The local index: reads documents, builds one immutable file (a generation), ranks its passages.
///
/// - ``DocumentReader`` turns a folder of files into ``SourceDocument``s;
/// - ``IndexBuilder`` writes them, with the tables that others compiled, into one checksummed file;
/// - ``KnowledgeIndex`` maps that file and answers ``IndexQuery``s by exact BM25F;
/// - ``AnswerReader`` reads off a text which span of it answers a question, ``AnswerFinder`` off the best document;
/// - ``Synonyms`` expands and rewrites questions by a Solr synonym file;
/// - ``VectorBuild`` keeps vectors of the passages beside the index, ``VectorIndex`` finds the nearest of them.
public enum CityIndex {}

/// A failure of the index: what, which file, which line, what to do.
public struct IndexError: Error, Sendable, CustomStringConvertible {
  /// Kinds of failure; new ones may be added.
  public struct Code: Sendable, Hashable {
    public let name: String
    public static let unreadable: Code = Code(name: "unreadable")
    public static let unwritable: Code = Code(name: "unwritable")
    public static let badDocument: Code = Code(name: "bad-document")
    public static let notAnIndex: Code = Code(name: "not-an-index")
    public static let otherVersion: Code = Code(name: "other-version")
    public static let damaged: Code = Code(name: "damaged-index")
    public static let converter: Code = Code(name: "converter")
    public static let notFound: Code = Code(name: "not-found")
    /// Vectors of another model, dimension or generation.
    public static let otherVectors: Code = Code(name: "other-vectors")
    /// Another process is at it.
    public static let inUse: Code = Code(name: "in-use")
  }
  public var code: Code
  public var message: String
  public var path: String?
  public var line: Int?

  public init(_ code: Code, _ message: String, path: String? = nil, line: Int? = nil) {
    self.code = code
    self.message = message
    self.path = path
    self.line = line
  }

  public var description: String {
    let place = path.map { p in line.map { "\(p):\($0): " } ?? "\(p): " } ?? ""
    return place + message
  }
}
