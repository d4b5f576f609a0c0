/// A stretch of UTF-8 as scalars that know where they stand.
struct ScalarLine {
  private(set) var scalars: [UInt32] = []
  /// The byte offset of each scalar, and of the end.
  private var starts: [Int] = []

  init(_ utf8: [UInt8], in range: Range<Int>?) {
    let range = (range ?? 0..<utf8.count).clamped(to: 0..<utf8.count)
    scalars.reserveCapacity(range.count / 2)
    starts.reserveCapacity(range.count / 2)
    utf8.withUnsafeBufferPointer { all in
      let source = UnsafeBufferPointer(rebasing: all[range])
      var at = 0
      while at < source.count {
        starts.append(range.lowerBound + at)
        scalars.append(ScalarReader.next(source, &at))
      }
    }
    starts.append(range.upperBound)
  }

  var count: Int { scalars.count }

  subscript(_ at: Int) -> UInt32 { scalars[at] }

  /// The scalar at `at`, 0 outside.
  func peek(_ at: Int) -> UInt32 { scalars.indices.contains(at) ? scalars[at] : 0 }

  func bytes(of range: Range<Int>) -> Range<Int> {
    starts[range.lowerBound]..<starts[range.upperBound]
  }

  func string(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for scalar in scalars[range] { ScalarReader.append(scalar, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The range without white space (and what `alsoOf` names) at its ends; nil where nothing is left.
  func trimmed(_ range: Range<Int>, alsoOf edge: (UInt32) -> Bool = { _ in false }) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, Self.isSpace(scalars[low]) || edge(scalars[low]) { low += 1 }
    while low < high, Self.isSpace(scalars[high - 1]) || edge(scalars[high - 1]) { high -= 1 }
    return low < high ? low..<high : nil
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 || scalar &- 0xFF10 < 10 }

  static func isAsciiLetter(_ scalar: UInt32) -> Bool { (scalar | 0x20) &- 0x61 < 26 }
}
