/// A named, versioned block of bytes that a skill compiled; mapped, not parsed, when first used.
public struct IndexTable: Sendable, Equatable {
  public var name: String
  /// Of the table's own format; 0…2³²−1.
  public var version: Int
  public var bytes: [UInt8]

  public init(name: String, version: Int, bytes: [UInt8]) {
    self.name = name
    self.version = version
    self.bytes = bytes
  }
}
