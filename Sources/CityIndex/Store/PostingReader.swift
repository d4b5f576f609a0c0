/// Walks a term's postings (``PostingCoding``); stops at their end or at the first byte that cannot be one.
///
/// Kernel with unsafe pointers: every byte is checked to lie before the end, and nothing else is read.
struct PostingReader {
  private var cursor: UnsafePointer<UInt8>?
  private let end: UnsafePointer<UInt8>?
  /// The passage of the posting just read; −1 before the first.
  private(set) var passage = -1
  /// The field that alone holds the term; nil where several do.
  private(set) var onlyField: Int?
  /// How often the term stands in ``onlyField``.
  private(set) var frequency: UInt32 = 0
  private var several = SIMD4<UInt32>(repeating: 0)

  init(_ bytes: ByteView) {
    let buffer = bytes.raw.assumingMemoryBound(to: UInt8.self)
    cursor = buffer.baseAddress
    end = buffer.baseAddress.map { $0 + buffer.count }
  }

  /// Whether all bytes were read.
  var isAtEnd: Bool { cursor == end }

  /// Occurrences in title, aliases, headings, body.
  var counts: SIMD4<UInt32> {
    guard let onlyField else { return several }
    var counts = SIMD4<UInt32>(repeating: 0)
    counts[onlyField] = frequency
    return counts
  }

  /// Reads the next posting; where that fails, what it read before means nothing any more.
  @inline(__always)
  mutating func next() -> Bool {
    guard let gap = varint(), let head = byte() else { return false }
    passage &+= Int(gap) &+ 1
    let fields = head & 15
    frequency = UInt32(head >> 4)
    // The usual posting: one field, fewer than 15 times.
    if fields & (fields &- 1) == 0, frequency < 15 {
      guard fields != 0, frequency > 0 else { return false }
      onlyField = fields.trailingZeroBitCount
      return true
    }
    return readFields(fields)
  }

  private mutating func readFields(_ fields: UInt8) -> Bool {
    onlyField = nil
    several = SIMD4(repeating: 0)
    var first: UInt32? = frequency
    for field in 0..<4 where fields & 1 << UInt8(field) != 0 {
      let known = first
      first = nil
      if let known, known < 15 {
        several[field] = known
      } else {
        guard let rest = varint(), rest <= .max - 15 else { return false }
        several[field] = rest + (known ?? 0)
      }
      guard several[field] > 0 else { return false }
    }
    return first == nil
  }

  @inline(__always)
  private mutating func byte() -> UInt8? {
    guard let here = cursor, here != end else { return nil }
    cursor = here + 1
    return here.pointee
  }

  @inline(__always)
  private mutating func varint() -> UInt32? {
    guard let first = byte() else { return nil }
    return first < 0x80 ? UInt32(first) : longVarint(first)
  }

  private mutating func longVarint(_ first: UInt8) -> UInt32? {
    var value = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while shift < 35, let next = byte() {
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return UInt32(exactly: value) }
      shift += 7
    }
    return nil
  }
}
