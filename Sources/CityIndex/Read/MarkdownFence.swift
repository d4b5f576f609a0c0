/// Follows fenced code blocks line by line.
struct MarkdownFence {
  private var mark: UInt8 = 0
  private var length = 0
  /// Whether the line taken last opened a fence.
  private(set) var opened = false

  /// Whether `line` belongs to fenced code, its fences included.
  mutating func takes(_ text: [UInt8], line: Range<Int>) -> Bool {
    opened = false
    let wasOpen = length > 0
    var i = line.lowerBound
    while i < line.upperBound, text[i] == 0x20, i - line.lowerBound < 3 { i += 1 }
    guard i < line.upperBound, text[i] == 0x60 || text[i] == 0x7E else { return wasOpen }
    let first = i
    while i < line.upperBound, text[i] == text[first] { i += 1 }
    let run = i - first
    if wasOpen {
      if text[first] == mark, run >= length, text.trimmed(i..<line.upperBound).isEmpty {
        length = 0
      }
      return true
    }
    // Two back ticks in one line are inline code, not a fence.
    guard run >= 3, text[first] == 0x7E || !text[i..<line.upperBound].contains(0x60) else {
      return false
    }
    mark = text[first]
    length = run
    opened = true
    return true
  }
}
