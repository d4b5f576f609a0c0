/// Text kernels of the runtime, over UTF-8 bytes and without Foundation.
///
/// A text is a `[UInt8]` of valid UTF-8 from the moment ``TextDecoding`` has read it; places in it
/// are byte ranges. On top of that:
///
/// - ``Folding`` and ``FoldedText``: one form for width, case and traditional characters;
/// - ``TermScanner``: what the index counts: CJK unigrams and bigrams, stemmed Latin words, numbers;
/// - ``LiteralScanner``: numerals, dates, money, durations, phones in one canonical form;
/// - ``Segmentation``: sentences and the clauses of Chinese official text;
/// - ``FrontMatter``: the YAML subset of documents, skills and prompts;
/// - ``SHA256``: the digest that citations carry.
public enum CityText {}

/// A failure to read a text: what, and where.
public struct TextError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Kinds of failure; new ones may be added.
  public struct Code: Sendable, Hashable {
    public let name: String
    public static let notText: Code = Code(name: "not-text")
    public static let badEncoding: Code = Code(name: "bad-encoding")
    public static let badFrontMatter: Code = Code(name: "bad-front-matter")
  }
  public var code: Code
  /// One sentence for a person: what is wrong and what to do.
  public var message: String
  /// The line it was found in, from 1; nil where lines mean nothing.
  public var line: Int?

  public init(_ code: Code, _ message: String, line: Int? = nil) {
    self.code = code
    self.message = message
    self.line = line
  }

  public var description: String { line.map { "line \($0): \(message)" } ?? message }
}
