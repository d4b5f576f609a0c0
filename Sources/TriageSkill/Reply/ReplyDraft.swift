import CityText

/// A reply cut into sentences and clauses, with the signs in them.
struct ReplyDraft {
  struct Clause {
    /// Bytes of the folded text.
    var range: Range<Int>
    /// The number of its sentence.
    var sentence: Int
    var signs: [(sign: ReplyLexicon.Sign, range: Range<Int>)]

    func has(_ sign: ReplyLexicon.Sign) -> Bool { signs.contains { $0.sign == sign } }
  }

  /// What the clauses of one sentence say together.
  struct Sentence {
    var isReasoned = false
    /// Whether it names a time that is no date: 本周内.
    var isSoon = false
    /// Its dates, durations and times of day.
    var times: [Literal] = []
  }

  let text: FoldedText
  /// The reply as it came.
  let bytes: [UInt8]
  let signs: [(sign: ReplyLexicon.Sign, range: Range<Int>)]
  let clauses: [Clause]
  /// By number.
  let sentences: [Sentence]

  init(_ reply: [UInt8]) {
    bytes = reply
    text = FoldedText(reply)
    signs = ReplyLexicon.shared.signs(in: text.bytes)
    clauses = Self.clauses(of: text.bytes, signs)
    sentences = Self.sentences(clauses, LiteralScanner.scan(reply), text)
  }

  private static func clauses(
    of folded: [UInt8], _ signs: [(sign: ReplyLexicon.Sign, range: Range<Int>)]
  ) -> [Clause] {
    var clauses: [Clause] = []
    var sentence = 0
    var start = 0
    var at = 0
    var next = 0
    while at <= folded.count {
      let (endsSentence, length) = at == folded.count ? (true, 1) : stop(folded, at)
      if let endsSentence {
        var found: [(sign: ReplyLexicon.Sign, range: Range<Int>)] = []
        while next < signs.count, signs[next].range.lowerBound < at {
          found.append(signs[next])
          next += 1
        }
        if at > start {
          clauses.append(Clause(range: start..<at, sentence: sentence, signs: found))
        }
        if endsSentence { sentence += 1 }
        start = at + length
      }
      at += length
    }
    return clauses
  }

  private static func sentences(
    _ clauses: [Clause], _ literals: [Literal], _ text: FoldedText
  ) -> [Sentence] {
    var sentences = [Sentence](repeating: Sentence(), count: (clauses.last?.sentence ?? -1) + 1)
    var next = 0
    for clause in clauses {
      if clause.has(.because) { sentences[clause.sentence].isReasoned = true }
      if clause.has(.soon) { sentences[clause.sentence].isSoon = true }
      let end = text.source(of: clause.range).upperBound
      while next < literals.count, literals[next].range.lowerBound < end {
        switch literals[next].kind {
        case .date, .duration, .clock: sentences[clause.sentence].times.append(literals[next])
        default: break
        }
        next += 1
      }
    }
    return sentences
  }

  /// The bytes of the reply that a range of the folded text came from.
  func source(_ range: Range<Int>) -> Range<Int> { text.source(of: range) }

  /// Whether a clause ends at a byte, whether its sentence does too, and how long the mark is.
  private static func stop(_ text: [UInt8], _ at: Int) -> (endsSentence: Bool?, length: Int) {
    switch text[at] {
    case 0x2C: return (false, 1)
    case 0x3B, 0x21, 0x3F, 0x0A: return (true, 1)
    // A point in a number or an address ends nothing.
    case 0x2E: return (at + 1 == text.count || text[at + 1] <= 0x20 ? true : nil, 1)
    case 0xE3 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0x82:
      return (true, 3)
    default: return (nil, 1)
    }
  }
}
