import CityText

/// The name of a passage's text: the first 16 bytes of its SHA-256.
///
/// A vector is kept as long as some passage has its text, whichever generation that passage is of.
struct VectorKey: Hashable, Sendable {
  static let size = 16

  private let words: SIMD2<UInt64>

  init(of text: [UInt8]) {
    var sum = SHA256()
    sum.update(text)
    self.init(ByteKey.words(of: sum.finish()))
  }

  /// The key whose bytes begin a view; that of zeros where the view is too short.
  init(_ view: ByteView) { self.init(SIMD2(view.u64(0), view.u64(8))) }

  private init(_ words: SIMD2<UInt64>) { self.words = words }

  func append(to bytes: inout [UInt8]) {
    bytes.appendLittle(words[0])
    bytes.appendLittle(words[1])
  }
}

private enum ByteKey {
  static func words(of digest: [UInt8]) -> SIMD2<UInt64> {
    func word(_ start: Int) -> UInt64 {
      (0..<8).reduce(0) { $0 | UInt64(digest[start + $1]) << UInt64(8 * $1) }
    }
    return SIMD2(word(0), word(8))
  }
}
