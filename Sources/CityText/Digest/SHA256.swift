/// SHA-256 (FIPS 180-4). Foundation on Linux has none and the root package takes no dependency.
public struct SHA256: Sendable {
  public init() { fatalError("stub") }
  public mutating func update(_ bytes: some Sequence<UInt8>) { fatalError("stub") }
  /// The 32 bytes; the hasher is spent.
  public mutating func finish() -> [UInt8] { fatalError("stub") }
  /// The digest of `bytes` in lower-case hex.
  public static func hex(_ bytes: [UInt8]) -> String { fatalError("stub") }
}
