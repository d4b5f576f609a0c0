public import CityText

/// The daily digest 民情日报: what came in, where it gathers, what is late – each count with the orders behind it.
///
/// A pure function of records, clusters and a span: the same input gives the same bytes. ``markdown(charts:)`` and
/// ``html()`` show it.
public struct Digest: Sendable, Equatable {
  /// A count that leads to its orders.
  public struct Figure: Sendable, Equatable {
    /// What is counted, as the heading of its list.
    public var name: String
    /// Positions in ``records``, in the order they came.
    public var orders: [Int]
  }

  /// A stretch of a line or cell.
  public enum Piece: Sendable, Equatable {
    case text(String)
    /// A count, and the number of its figure; nil where there are no orders to show.
    case count(Int, figure: Int?)
  }

  public enum Block: Sendable, Equatable {
    /// Items of a list.
    case lines([[Piece]])
    /// A heading a column, cells a row; columns from `numbers` on are numbers.
    case table(headings: [String], rows: [[[Piece]]], numbers: Int)
    /// An SVG picture.
    case chart(String)
    case note(String)
  }

  public struct Section: Sendable, Equatable {
    public var heading: String
    public var blocks: [Block]
  }

  public internal(set) var title: String
  public internal(set) var sections: [Section]
  public internal(set) var figures: [Figure]
  /// What was given, its texts as they are shown: on one line, long ones cut.
  public let records: [DigestRecord]
  public let span: DigestSpan
  public let language: WrittenLanguage

  /// - Parameters:
  ///   - records: all orders that matter to the span: its own, those still open, those of five weeks before.
  ///   - issues: clusters of the same records, from ``ReportClusters/find(in:)``.
  ///   - streets: the streets of the map; without any there is no map.
  /// - Complexity: O(records · log records).
  public init(
    records: [DigestRecord], span: DigestSpan, issues: [ReportCluster] = [],
    streets: [DigestStreet] = [], language: WrittenLanguage = .chinese
  ) {
    let records = records.map(\.shown)
    var composer = DigestComposer(
      records: records, span: span, issues: issues, streets: streets, words: DigestWords(language))
    let sections = composer.compose()
    title = composer.title
    self.sections = sections
    figures = composer.figures
    self.records = records
    self.span = span
    self.language = language
  }
}
