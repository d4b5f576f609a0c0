/// Places in a UTF-8 text, as the readers need them.
extension [UInt8] {
  /// The width in bytes of the white space at `i`: ASCII, no-break and ideographic space; 0 for none.
  func spaceWidth(at i: Int, before end: Int) -> Int {
    switch self[i] {
    case 0x20, 0x09...0x0D: 1
    case 0xC2: i + 1 < end && self[i + 1] == 0xA0 ? 2 : 0
    case 0xE3: i + 2 < end && self[i + 1] == 0x80 && self[i + 2] == 0x80 ? 3 : 0
    default: 0
    }
  }

  /// `range` without white space at either end; empty where there is nothing else.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let width = spaceWidth(at: low, before: high)
      if width == 0 { break }
      low += width
    }
    while low < high {
      if spaceWidth(at: high - 1, before: high) == 1 {
        high -= 1
      } else if high - low >= 2, spaceWidth(at: high - 2, before: high) == 2 {
        high -= 2
      } else if high - low >= 3, spaceWidth(at: high - 3, before: high) == 3 {
        high -= 3
      } else {
        break
      }
    }
    return low..<high
  }

  /// The first place at or after `i` where a scalar begins.
  func scalarStart(from i: Int) -> Int {
    var i = i
    while i < count, self[i] & 0xC0 == 0x80 { i += 1 }
    return i
  }

  /// The line that begins at `start`, without its line feed.
  func line(at start: Int, before end: Int) -> Range<Int> {
    start..<(self[start..<end].firstIndex(of: 0x0A) ?? end)
  }

  /// The text of `range` on one line: runs of white space become one space; cut to `limit` scalars.
  func oneLine(_ range: Range<Int>, limit: Int = .max) -> String {
    let place = trimmed(range)
    var out: [UInt8] = []
    var scalars = 0
    var i = place.lowerBound
    while i < place.upperBound {
      let width = spaceWidth(at: i, before: place.upperBound)
      if self[i] & 0xC0 != 0x80, width == 0 || out.last != 0x20 {
        if scalars == limit { break }
        scalars += 1
      }
      if width == 0 {
        out.append(self[i])
        i += 1
      } else {
        if out.last != 0x20 { out.append(0x20) }
        i += width
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  /// The first `limit` scalars.
  func cut(_ limit: Int) -> String { oneLine(0..<count, limit: limit) }

  /// Whether `word` stands at `i`, ASCII letters compared without case.
  func holds(_ word: StaticString, at i: Int, before end: Int) -> Bool {
    guard end - i >= word.utf8CodeUnitCount else { return false }
    for k in 0..<word.utf8CodeUnitCount {
      let a = self[i + k]
      let b = word.utf8Start[k]
      if a != b, !(a | 0x20 == b && (0x61...0x7A).contains(b)) { return false }
    }
    return true
  }
}
