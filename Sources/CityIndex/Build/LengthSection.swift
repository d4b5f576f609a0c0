/// Writes the section `lengths` (``PassageLengths``).
enum LengthSection {
  static func bytes(of lengths: [SIMD4<UInt32>], totals: SIMD4<UInt64>) -> [UInt8] {
    var bytes: [UInt8] = []
    var long: [UInt8] = []
    for field in 0..<4 where totals[field] > 0 {
      for length in lengths {
        bytes.appendLittle(UInt16(min(length[field], PassageLengths.saturated)))
      }
      bytes += repeatElement(0, count: (8 - bytes.count & 7) & 7)
    }
    for (passage, length) in lengths.enumerated() {
      for field in 0..<4 where length[field] >= PassageLengths.saturated {
        long.appendLittle(UInt32(passage))
        long.appendLittle(UInt32(field))
        long.appendLittle(length[field])
      }
    }
    return bytes + long
  }
}
