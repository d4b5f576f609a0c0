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
