/// Tells the stops that end a sentence from those within numbers, addresses and abbreviations.
enum SentenceStop {
  /// Whether the stop at `at` ends the sentence that began at `sentenceStart`.
  static func ends(_ text: ScalarLine, _ at: Int, sentenceStart: Int) -> Bool {
    let stop = text[at]
    let next = text.peek(at + 1)
    if stop == 0x21 || stop == 0x3B || stop == 0x3F {
      // `?` and `;` within an address: https://example.org/?a=1;b=2
      let before = at > 0 ? text[at - 1] : 0
      return !(isWordPart(next) && (isWordPart(before) || before == 0x2F))
    }
    guard stop == 0x2E else { return true }
    var after = at + 1
    while after < text.count, isQuoteOrStop(text[after]) { after += 1 }
    guard after == text.count || ScalarLine.isSpace(text[after]) else { return false }
    var follower = after
    while follower < text.count, ScalarLine.isSpace(text[follower]),
      !Segmentation.isLineEnd(text[follower])
    { follower += 1 }
    if follower == text.count || Segmentation.isLineEnd(text[follower]) { return true }
    return !isAbbreviation(text, at, sentenceStart: sentenceStart, follower: text[follower])
  }

  private static func isAbbreviation(
    _ text: ScalarLine, _ at: Int, sentenceStart: Int, follower: UInt32
  ) -> Bool {
    var start = at
    while start > sentenceStart, isWordPart(text[start - 1]) || text[start - 1] == 0x2E {
      start -= 1
    }
    guard start < at else { return false }
    let word = text.string(start..<at).lowercased()
    // The number of a list item: `1. Bring the form.`
    if text.trimmed(sentenceStart..<at) == start..<at,
      word.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2E })
    {
      return true
    }
    if always.contains(word) { return true }
    if beforeDigits.contains(word) { return ScalarLine.isDigit(follower) }
    let capital = follower &- 0x41 < 26
    if word.contains(".") || midSentence.contains(word) { return !capital }
    // An initial: `J. Smith`; but not the pronoun.
    return word.utf8.count == 1 && text[start] &- 0x41 < 26 && word != "i" && capital
  }

  /// Never the last word of a sentence.
  private static let always: Set<String> = [
    "e.g", "i.e", "eg", "ie", "mr", "mrs", "ms", "dr", "prof", "vs", "cf", "approx", "st", "tel",
  ]
  /// Abbreviations before a number, words otherwise: `No. 5`, `Art. 3`.
  private static let beforeDigits: Set<String> = [
    "no", "nos", "art", "sec", "fig", "vol", "p", "pp", "para", "ch", "rm", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]
  /// Abbreviations that may end a sentence: they do before a capital.
  private static let midSentence: Set<String> = ["etc", "co", "ltd", "inc", "corp", "dept", "rd"]

  private static func isWordPart(_ scalar: UInt32) -> Bool {
    ScalarLine.isAsciiLetter(scalar) || scalar &- 0x30 < 10
  }

  private static func isQuoteOrStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x22, 0x27, 0x29, 0x2E, 0x3F, 0x5D, 0x2019, 0x201D: true
    default: false
    }
  }
}
