/// Builds clauses from lines, keeping the path of numbered headings.
struct ClauseOutline {
  private var clauses: [TextClause] = []
  /// The labels above the next line, the levels strictly rising.
  private var open: [(level: ClauseNumber, label: String)] = []
  /// A heading that nothing has followed yet.
  private var heading: TextClause?
  private static let longest = 40

  mutating func add(_ line: Range<Int>, of text: ScalarLine) {
    guard let level = ClauseNumber.read(text, line) else {
      heading = nil
      // A paragraph 是… lost its numeral: it stands beside 一是 and 二是, not under them.
      if text[line.lowerBound] == 0x662F, open.last?.level == .ordinal { open.removeLast() }
      clauses.append(TextClause(path: open.map(\.label), range: text.bytes(of: line)))
      return
    }
    if let waiting = heading, let above = open.last, level <= above.level {
      clauses.append(waiting)
    }
    heading = nil
    while let last = open.last, last.level >= level { open.removeLast() }
    let isHeading = line.count <= Self.longest && !Self.isStop(text[line.upperBound - 1])
    open.append((level, label(of: line, in: text, level, isHeading: isHeading)))
    let clause = TextClause(path: open.map(\.label), range: text.bytes(of: line))
    if isHeading { heading = clause } else { clauses.append(clause) }
  }

  mutating func finish() -> [TextClause] {
    if let waiting = heading { clauses.append(waiting) }
    heading = nil
    return clauses
  }

  private func label(
    of line: Range<Int>, in text: ScalarLine, _ level: ClauseNumber, isHeading: Bool
  ) -> String {
    var end = line.upperBound
    if level == .ordinal {
      end = line.first { text[$0] == 0x662F }.map { $0 + 1 } ?? end
    } else if !isHeading {
      // The number itself may hold a comma of its own, never one of these.
      end = line.first { Self.isBreak(text[$0]) } ?? end
    }
    end = min(end, line.lowerBound + Self.longest)
    return text.trimmed(line.lowerBound..<end).map(text.string) ?? ""
  }

  private static func isStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF1B, 0x3B, 0xFF01, 0x21, 0xFF1F, 0x3F: true
    default: false
    }
  }

  private static func isBreak(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0x2C, 0x3B, 0x3A: true
    default: false
    }
  }
}
