import CityText

/// A report as the rules read it: its words, folded, with their cues and literals.
struct ReportReading: Sendable {
  let report: Report
  /// ``Report/whole``.
  let text: [UInt8]
  let folded: FoldedText
  let cues: [Cue]
  /// Numbers, dates, clock times and durations.
  let literals: [Literal]

  init(_ report: Report, cues table: CueTable) {
    self.report = report
    text = Array(report.whole.utf8)
    folded = FoldedText(text)
    cues = table.cues(in: folded)
    literals = Self.literals(of: text)
  }

  /// The number of the first cue that begins at `offset` or behind it.
  func firstCue(at offset: Int) -> Int {
    var low = 0
    var high = cues.count
    while low < high {
      let middle = (low + high) / 2
      if cues[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The sentence number of a byte: that of the last cue before it.
  func sentence(of offset: Int) -> Int32 {
    let next = firstCue(at: offset + 1)
    return next == 0 ? 0 : cues[next - 1].sentence
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
