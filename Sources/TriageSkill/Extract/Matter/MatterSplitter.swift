/// Splits a report into its separate matters: enumerated points, or what 另外反映 goes on to.
struct MatterSplitter {
  private let reading: ReportReading
  private var text: [UInt8] { reading.text }

  /// A point shorter than this, in bytes, is no matter.
  private static let shortest = 15
  /// So many matters are told apart at most.
  private static let limit = 20

  init(_ reading: ReportReading) { self.reading = reading }

  /// The matters' ranges and the rule that split them: in order, disjoint, inside the text, never none.
  func matters() -> (ranges: [Range<Int>], rule: String) {
    let body = bodyRange()
    if let points = points(body) { return (points, "matters.points") }
    let parts = parts(body)
    return (parts, parts.count > 1 ? "matters.connective" : "matters.single")
  }

  /// All but the spaces at both ends.
  private func bodyRange() -> Range<Int> { trimmed(0..<text.count) }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    func isSpace(_ at: Int) -> Bool {
      text[at] == 0x20 || text[at] == 0x0A || text[at] == 0x0D || text[at] == 0x09
    }
    while true {
      if start < end, isSpace(start) {
        start += 1
      } else if end - start >= 3, text[start..<start + 3].elementsEqual([0xE3, 0x80, 0x80]) {
        start += 3
      } else {
        break
      }
    }
    while true {
      if end > start, isSpace(end - 1) {
        end -= 1
      } else if end - start >= 3, text[end - 3..<end].elementsEqual([0xE3, 0x80, 0x80]) {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// The points of the first list that counts up from one and whose points are long enough.
  private func points(_ body: Range<Int>) -> [Range<Int>]? {
    let labels = labels(body)
    var tried = 0
    for (i, first) in labels.enumerated() where first.label.number == 1 {
      tried += 1
      if tried > 8 { break }
      var list = [first]
      for next in labels[(i + 1)...]
      where next.label.style == first.label.style && next.label.number == list.count + 1 {
        list.append(next)
      }
      guard list.count >= 2, list.count <= Self.limit else { continue }
      if isDemands(before: first.start, after: body.lowerBound) { return nil }
      var ranges: [Range<Int>] = []
      for (j, point) in list.enumerated() {
        let end = j + 1 < list.count ? list[j + 1].start : closing(from: point.label.end, body)
        let range = trimmed(point.start..<max(end, point.label.end))
        guard range.upperBound - point.label.end >= Self.shortest else { return nil }
        ranges.append(range)
      }
      return ranges
    }
    return nil
  }

  /// Every label at the start of a line, a sentence or a clause.
  private func labels(_ body: Range<Int>) -> [(label: PointLabel, start: Int)] {
    var labels: [(label: PointLabel, start: Int)] = []
    var at = body.lowerBound
    var isStart = true
    while at < body.upperBound {
      if isStart, labels.count < 400, let label = PointLabel(text, at: at) {
        labels.append((label, at))
        at = label.end
        isStart = false
        continue
      }
      let byte = text[at]
      switch byte {
      case 0x0A, 0x0D, 0x09, 0x3B, 0x3A, 0x21, 0x3F: isStart = true
      case 0x20: break
      case 0x2E: isStart = at + 1 < text.count && text[at + 1] == 0x20
      case 0x2C: isStart = true
      case 0xE3 where at + 2 < text.count && text[at + 1] == 0x80:
        // 。 starts one, the ideographic space and 、 change nothing.
        if text[at + 2] == 0x82 { isStart = true } else if text[at + 2] != 0x80 { isStart = false }
        at += 2
      case 0xEF where at + 2 < text.count && text[at + 1] == 0xBC:
        // ！，：；？
        isStart = [0x81, 0x8C, 0x9A, 0x9B, 0x9F].contains(text[at + 2])
        at += 2
      default:
        isStart = false
      }
      at += 1
    }
    return labels
  }

  /// Whether the words before a list call it demands or reasons: 诉求如下.
  private func isDemands(before place: Int, after start: Int) -> Bool {
    let reach = 45
    var at = reading.firstCue(at: place) - 1
    while at >= 0, place - reading.cues[at].range.upperBound <= reach {
      if reading.cues[at].kind == .demands { return true }
      at -= 1
    }
    return false
  }

  /// Where the last point ends: before thanks and signatures on a line of their own.
  private func closing(from place: Int, _ body: Range<Int>) -> Int {
    var at = reading.firstCue(at: place)
    while at < reading.cues.count {
      let cue = reading.cues[at]
      at += 1
      guard cue.kind == .closing, cue.range.lowerBound > place,
        text[cue.range.lowerBound - 1] == 0x0A
      else { continue }
      return cue.range.lowerBound
    }
    return body.upperBound
  }

  /// Parts before and behind each word that goes on to something else.
  private func parts(_ body: Range<Int>) -> [Range<Int>] {
    var starts: [Int] = []
    var seen: Set<Int32> = []
    var from = body.lowerBound
    let title = reading.report.title.utf8.count
    let titleEnd = title < text.count ? title : 0
    for (number, cue) in reading.cues.enumerated() {
      if starts.count + 1 >= Self.limit { break }
      // A title may name all matters at once.
      if cue.kind == .object, cue.range.lowerBound >= titleEnd { seen.insert(cue.value) }
      guard cue.kind == .connective, cue.range.lowerBound - from >= Self.shortest,
        opensSentence(cue.range.lowerBound)
      else { continue }
      let ahead = objects(behind: number)
      let isNew = !ahead.isEmpty && !seen.isEmpty && ahead.isDisjoint(with: seen)
      guard cue.value == 1 || isNew,
        hasWords(behind: cue.range.upperBound, body)
      else { continue }
      starts.append(cue.range.lowerBound)
      from = cue.range.lowerBound
      seen = []
    }
    var ranges: [Range<Int>] = []
    for (i, start) in ([body.lowerBound] + starts).enumerated() {
      let end = i < starts.count ? starts[i] : body.upperBound
      ranges.append(trimmed(start..<end))
    }
    return ranges
  }

  /// Whether a place begins a sentence or a clause.
  private func opensSentence(_ place: Int) -> Bool {
    var at = place
    while at > 0, text[at - 1] == 0x20 { at -= 1 }
    guard at > 0 else { return false }
    switch text[at - 1] {
    case 0x0A, 0x2E, 0x21, 0x3F, 0x3B: return true
    case 0x82: return at >= 3 && text[at - 3] == 0xE3 && text[at - 2] == 0x80
    case 0x81, 0x9B, 0x9F: return at >= 3 && text[at - 3] == 0xEF && text[at - 2] == 0xBC
    default: return false
    }
  }

  /// The objects of the sentence behind a connective, and of the next.
  private func objects(behind number: Int) -> Set<Int32> {
    let cue = reading.cues[number]
    var objects: Set<Int32> = []
    var at = number + 1
    while at < reading.cues.count, reading.cues[at].sentence <= cue.sentence + 1,
      reading.cues[at].range.lowerBound - cue.range.upperBound <= 180
    {
      if reading.cues[at].kind == .object { objects.insert(reading.cues[at].value) }
      at += 1
    }
    return objects
  }

  private func hasWords(behind place: Int, _ body: Range<Int>) -> Bool {
    body.upperBound - place >= Self.shortest
  }
}
