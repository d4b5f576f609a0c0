/// A named, versioned block of bytes that a skill compiled; mapped, not parsed, when first used.
public struct IndexTable: Sendable, Equatable {
  public var name: String
  public var version: Int
  public var bytes: [UInt8]

  public init(name: String, version: Int, bytes: [UInt8]) {
    self.name = name
    self.version = version
    self.bytes = bytes
  }
}

/// Weights and length normalisation of BM25F (Robertson & Zaragoza 2009, §3.6).
public struct FieldWeights: Sendable, Equatable {
  public var title: Float = 2.0
  public var aliases: Float = 2.0
  public var headings: Float = 1.2
  public var body: Float = 1.0
  public var k1: Float = 1.2
  public var b: Float = 0.75

  public init() {}
}

/// Writes documents and tables into one index file: temp + fsync + rename, so a reader sees the old
/// generation or the new one, never half of one.
public struct IndexBuilder: Sendable {
  public init() {}

  /// - Returns: the new generation's name (hex digest of its content).
  /// - Throws: ``IndexError`` `.unwritable` (disk full, no permission) naming the path; nothing is left behind.
  public func write(
    _ documents: [SourceDocument], tables: [IndexTable], synonyms: [UInt8], fingerprint: String,
    to path: String
  ) throws(IndexError) -> String { fatalError("stub") }
}
