/// The words of a heading without its markup.
enum MarkdownLabel {
  /// Characters of a label that stand in a path.
  static let limit = 80

  /// Drops closing `#`s, `**`, back ticks and the targets of links; one line, cut to ``limit``.
  static func plain(_ text: [UInt8], in range: Range<Int>) -> String {
    var line = text.trimmed(range)
    var end = line.upperBound
    while end > line.lowerBound, text[end - 1] == 0x23 { end -= 1 }
    if end == line.lowerBound {
      line = end..<end
    } else if end < line.upperBound, text[end - 1] == 0x20 || text[end - 1] == 0x09 {
      line = text.trimmed(line.lowerBound..<end)
    }
    var out: [UInt8] = []
    var i = line.lowerBound
    while i < line.upperBound {
      let next = i + 1 < line.upperBound ? text[i + 1] : 0
      switch (text[i], next) {
      case (0x60, _): i += 1
      case (0x2A, 0x2A): i += 2
      case (0x5D, 0x28):
        // `](target)`: with a bracket open before and a closing one after.
        if let open = out.lastIndex(of: 0x5B),
          let close = text[i..<line.upperBound].firstIndex(of: 0x29)
        {
          out.remove(at: open)
          i = close + 1
        } else {
          out.append(text[i])
          i += 1
        }
      default:
        out.append(text[i])
        i += 1
      }
    }
    return out.oneLine(0..<out.count, limit: limit)
  }
}
