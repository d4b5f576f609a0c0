/// Folds width, case and traditional characters to one form for comparison, never for display.
///
/// - full-width ASCII and the ideographic space become ASCII; half-width katakana stay;
/// - ASCII, Latin-1, Greek and Cyrillic letters become lower case;
/// - traditional characters become simplified, one scalar to one scalar;
/// - zero-width and direction marks, soft hyphens, variation selectors and the BOM disappear.
public enum Folding {
  /// The folded form of valid UTF-8.
  /// - Complexity: O(n), at memory speed.
  public static func fold(_ utf8: [UInt8]) -> [UInt8] { fatalError("stub") }

  /// The folded form of a string.
  public static func fold(_ text: String) -> String { fatalError("stub") }

  /// The scalar that `scalar` folds to; nil where it disappears.
  public static func fold(_ scalar: UInt32) -> UInt32? { fatalError("stub") }
}

/// A folded text that remembers where each of its bytes came from.
public struct FoldedText: Sendable {
  /// The folded bytes, valid UTF-8.
  public let bytes: [UInt8]
  /// For each folded byte the offset in the source of the scalar it came from; one more for the end.
  public let sources: [UInt32]

  public init(_ utf8: [UInt8]) { fatalError("stub") }

  /// The range in the source that a range of ``bytes`` came from.
  public func source(of range: Range<Int>) -> Range<Int> { fatalError("stub") }
}
