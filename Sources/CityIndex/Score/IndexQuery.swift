public import CityText

/// Weighted terms and a filter.
public struct IndexQuery: Sendable {
  public struct WeightedTerm: Sendable, Hashable {
    public var key: UInt64
    public var weight: Float
    /// The term as the question wrote it, for explanations.
    public var text: String
  }
  /// Distinct keys.
  public var terms: [WeightedTerm]
  /// Document kinds to keep; empty keeps all.
  public var kinds: Set<String>
  /// Languages to keep; empty keeps all.
  public var languages: Set<String>
  /// Values of the metadata key `skill` to keep; empty keeps all.
  public var skills: Set<String>
  /// Numbers of the documents to keep; empty keeps all.
  public var documents: Set<Int>

  /// The query of a question: its terms, plus what the synonyms add at a lower weight.
  public init(_ text: String, synonyms: Synonyms? = nil) { fatalError("stub") }
}

/// A Solr synonym file: `a, b, c` makes all equal; `a, b => c` rewrites.
///
/// Rewrites (longest match first, on the folded text) put dialect and slang into the words of the
/// documents: `幾耐 => 多久`. Equal words expand a query by each other's terms at a lower weight.
public struct Synonyms: Sendable {
  public static let none: Synonyms = Synonyms()
  public init() {}

  /// Parses the file. - Throws: ``IndexError`` `.badDocument` with the line.
  public static func parse(_ utf8: [UInt8], path: String) throws(IndexError) -> Synonyms {
    fatalError("stub")
  }

  /// The folded text with every `=>` rule applied, longest first, once.
  public func rewritten(_ folded: [UInt8]) -> [UInt8] { fatalError("stub") }

  /// For each word of an equivalence that stands in the folded text: where, and its equals (folded).
  public func expansions(of folded: [UInt8]) -> [(range: Range<Int>, equals: [String])] {
    fatalError("stub")
  }
}
