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
