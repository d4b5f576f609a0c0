import CityText

/// Cuts what is too long for one passage at the borders that hurt least.
enum ClauseParts {
  /// Bytes a clause may have before it is cut: 300 Chinese characters, some 150 English words.
  static let limit = 900

  /// Joins neighbouring `pieces` (paragraphs, items, rows) into parts of at most ``limit`` bytes;
  /// a piece that is longer itself is cut between sentences, a sentence twice as long anywhere.
  ///
  /// Parts are trimmed, non-empty and about equally long.
  static func parts(of text: [UInt8], pieces: [Range<Int>]) -> [Range<Int>] {
    let whole = pieces.map { text.trimmed($0) }.filter { !$0.isEmpty }
    guard let first = whole.first, let last = whole.last else { return [] }
    let span = first.lowerBound..<last.upperBound
    if span.count <= limit { return [span] }
    let fine = whole.flatMap { $0.count <= limit ? [$0] : sentences(of: text, in: $0) }

    // Equal parts read better than full ones and a rest.
    let aim = span.count / ((span.count + limit - 1) / limit)
    var parts: [Range<Int>] = []
    var current = fine[0]
    for piece in fine.dropFirst() {
      let joined = current.lowerBound..<piece.upperBound
      if joined.count > limit || current.count >= aim {
        parts.append(current)
        current = piece
      } else {
        current = joined
      }
    }
    if let before = parts.last, current.count < 100, before.count <= limit {
      parts[parts.count - 1] = before.lowerBound..<current.upperBound
    } else {
      parts.append(current)
    }
    return parts
  }

  private static func sentences(of text: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    var starts = Segmentation.sentences(text, in: range).map(\.lowerBound)
    if starts.first != range.lowerBound { starts.insert(range.lowerBound, at: 0) }
    var out: [Range<Int>] = []
    for (i, start) in starts.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1] : range.upperBound
      let sentence = text.trimmed(start..<end)
      if sentence.isEmpty { continue }
      out += sentence.count <= 2 * limit ? [sentence] : slices(of: text, in: sentence)
    }
    return out
  }

  /// Slices of about ``limit`` bytes, after a comma or space where one is near, never inside a scalar.
  private static func slices(of text: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = range.lowerBound
    while range.upperBound - start > limit {
      let last = start + limit
      var cut = text.scalarStart(from: last)
      var i = last
      while i > last - limit / 3 {
        if let end = pauseEnd(in: text, at: i) {
          cut = end
          break
        }
        i -= 1
      }
      cut = min(cut, range.upperBound)
      let slice = text.trimmed(start..<cut)
      if !slice.isEmpty { out.append(slice) }
      start = cut
    }
    let rest = text.trimmed(start..<range.upperBound)
    if !rest.isEmpty { out.append(rest) }
    return out
  }

  /// Where the pause that begins at `i` ends: a space, `,`, `;`, 、，or ；.
  private static func pauseEnd(in text: [UInt8], at i: Int) -> Int? {
    switch text[i] {
    case 0x20, 0x09, 0x2C, 0x3B: return i + 1
    case 0xE3: return text.holds("、", at: i, before: text.count) ? i + 3 : nil
    case 0xEF:
      return text.holds("，", at: i, before: text.count)
        || text.holds("；", at: i, before: text.count) ? i + 3 : nil
    default: return nil
    }
  }
}
