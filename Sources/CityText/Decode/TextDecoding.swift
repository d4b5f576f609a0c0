/// A text read into valid UTF-8, with what had to be done for it.
public struct DecodedText: Sendable {
  public enum SourceEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16 = "UTF-16"
  }
  /// Valid UTF-8 without BOM, LF line ends, no NUL.
  public var bytes: [UInt8]
  public var encoding: SourceEncoding
  /// How many broken places were replaced by U+FFFD (only in otherwise valid UTF-8).
  public var replaced: Int
}

/// Reads bytes of unknown encoding: UTF-8 with or without BOM, UTF-16 with BOM, GB18030/GBK.
public enum TextDecoding {
  /// - Throws: ``TextError`` `.notText` for binary data (NULs or mostly control bytes), `.badEncoding`
  ///   where no supported encoding fits.
  public static func decode(_ raw: [UInt8]) throws(TextError) -> DecodedText { fatalError("stub") }

  /// Valid UTF-8 from what should be UTF-8: broken sequences become U+FFFD.
  /// - Complexity: O(n); returns the same storage when already valid.
  public static func repaired(_ raw: [UInt8]) -> [UInt8] { fatalError("stub") }
}
