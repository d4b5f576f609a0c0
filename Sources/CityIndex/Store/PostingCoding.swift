/// The bytes of a term's postings: which passages hold it, and how often in which field.
///
/// Per passage, ascending: varint passage − previous − 1 (the first: the passage) · a byte whose low four
/// bits say which fields hold it (1 title, 2 aliases, 4 headings, 8 body) and whose high four hold the
/// frequency in the first of them, 15 meaning that a varint frequency − 15 follows · a varint frequency for
/// each other field. The usual posting takes two bytes.
enum PostingCoding {
  static func size(gap: UInt32, _ counts: SIMD4<UInt32>) -> Int {
    var size = Varint.size(gap) + 1
    var first = true
    for field in 0..<4 where counts[field] > 0 {
      if !first {
        size += Varint.size(counts[field])
      } else if counts[field] >= 15 {
        size += Varint.size(counts[field] - 15)
      }
      first = false
    }
    return size
  }

  /// Writes at `cursor` and moves it on by ``size(gap:_:)``.
  static func write(
    gap: UInt32, _ counts: SIMD4<UInt32>, to bytes: inout [UInt8], at cursor: inout Int
  ) {
    Varint.write(gap, to: &bytes, at: &cursor)
    let head = cursor
    cursor += 1
    var (mask, lead): (UInt8, UInt8) = (0, 0)
    for field in 0..<4 where counts[field] > 0 {
      if mask != 0 {
        Varint.write(counts[field], to: &bytes, at: &cursor)
      } else if counts[field] >= 15 {
        lead = 15
        Varint.write(counts[field] - 15, to: &bytes, at: &cursor)
      } else {
        lead = UInt8(counts[field])
      }
      mask |= 1 << UInt8(field)
    }
    bytes[head] = mask | lead << 4
  }
}

/// Walks a term's postings; stops at their end or at the first byte that cannot be one.
struct PostingReader {
  private let bytes: ByteView
  private(set) var cursor = 0
  /// The passage of the posting just read; −1 before the first.
  private(set) var passage = -1
  /// Occurrences in title, aliases, headings, body.
  private(set) var counts = SIMD4<UInt32>(repeating: 0)

  init(_ bytes: ByteView) { self.bytes = bytes }

  /// Whether all bytes were read: false after ``next()`` gave false means damage.
  var isAtEnd: Bool { cursor == bytes.count }

  /// Reads the next posting.
  @inline(__always)
  mutating func next() -> Bool {
    guard let gap = Varint.read(bytes, at: &cursor), cursor < bytes.count else { return false }
    let head = bytes.u8(cursor)
    cursor += 1
    passage += Int(gap) + 1
    // The usual posting: one field, fewer than 15 times.
    if head < 0xF0 {
      let lead = UInt32(head >> 4)
      switch head & 15 {
      case 8: counts = SIMD4(0, 0, 0, lead)
      case 4: counts = SIMD4(0, 0, lead, 0)
      case 1: counts = SIMD4(lead, 0, 0, 0)
      default: return readFields(head)
      }
      return lead > 0
    }
    return readFields(head)
  }

  private mutating func readFields(_ head: UInt8) -> Bool {
    counts = SIMD4(repeating: 0)
    var lead: UInt32? = UInt32(head >> 4)
    for field in 0..<4 where head & 1 << UInt8(field) != 0 {
      if var first = lead {
        if first == 15 {
          guard let more = Varint.read(bytes, at: &cursor), more <= .max - 15 else { return false }
          first += more
        }
        counts[field] = first
        lead = nil
      } else {
        guard let count = Varint.read(bytes, at: &cursor) else { return false }
        counts[field] = count
      }
      guard counts[field] > 0 else { return false }
    }
    return lead == nil
  }
}
