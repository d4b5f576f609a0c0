/// A folded text that remembers where each of its bytes came from.
public struct FoldedText: Sendable {
  /// The folded bytes, valid UTF-8.
  public let bytes: [UInt8]
  /// For each folded byte the offset in the source of the scalar it came from; one more for the end.
  public let sources: [UInt32]

  public init(_ utf8: [UInt8]) {
    var bytes: [UInt8] = []
    var sources: [UInt32] = []
    bytes.reserveCapacity(utf8.count)
    sources.reserveCapacity(utf8.count + 1)
    utf8.withUnsafeBufferPointer { source in
      var at = 0
      while at < source.count {
        let start = at
        guard let form = Folding.fold(ScalarReader.next(source, &at)) else { continue }
        ScalarReader.append(form, to: &bytes)
        while sources.count < bytes.count { sources.append(UInt32(start)) }
      }
    }
    sources.append(UInt32(utf8.count))
    self.bytes = bytes
    self.sources = sources
  }

  /// The range in the source that a range of ``bytes`` came from.
  public func source(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let at = Int(sources[range.lowerBound])
      return at..<at
    }
    let start = Int(sources[range.lowerBound])
    // The end is where the next scalar begins: what was dropped in between stays with this one. A
    // range that ends inside a scalar takes it whole.
    let last = sources[range.upperBound - 1]
    var end = range.upperBound
    while end + 1 < sources.count, sources[end] == last { end += 1 }
    return start..<max(start, Int(sources[end]))
  }
}
