/// One clause of an index.
public struct IndexedPassage: Sendable, Hashable {
  public var number: Int
  public var document: Int
  public var clause: String
  public var heading: String
  /// [start, end) in the document's canonical text.
  public var range: Range<Int>
}
