/// A stretch of text, folded scalar by scalar, as literals are read from it.
struct LiteralText {
  private let scalars: [Unicode.Scalar]
  /// Where each scalar begins and ends in the source.
  private let starts: [Int]
  private let ends: [Int]
  private let source: [UInt8]

  init(_ source: [UInt8], in range: Range<Int>) {
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    var ends: [Int] = []
    scalars.reserveCapacity(range.count / 2)
    starts.reserveCapacity(range.count / 2)
    ends.reserveCapacity(range.count / 2)
    source.withUnsafeBufferPointer { all in
      let part = UnsafeBufferPointer(rebasing: all[range])
      var at = 0
      while at < part.count {
        let start = at
        guard let form = Folding.fold(ScalarReader.next(part, &at)) else { continue }
        scalars.append(Unicode.Scalar(form) ?? "\u{FFFD}")
        starts.append(range.lowerBound + start)
        ends.append(range.lowerBound + at)
      }
    }
    self.scalars = scalars
    self.starts = starts
    self.ends = ends
    self.source = source
  }

  var count: Int { scalars.count }

  /// The folded scalar at `i`; NUL outside the text.
  subscript(_ i: Int) -> Unicode.Scalar {
    i >= 0 && i < scalars.count ? scalars[i] : "\0"
  }

  /// Where the scalars from `start` to before `end` stand in the source.
  func sourceRange(_ start: Int, _ end: Int) -> Range<Int> { starts[start]..<ends[end - 1] }

  /// The folded text from `start` to before `end`.
  func string(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }

  /// Whether the scalar was wider than ASCII before folding.
  func isWide(_ i: Int) -> Bool { i >= 0 && i < count && ends[i] - starts[i] > 1 }

  /// Whether a capital letter stood there before folding.
  func isCapital(_ i: Int) -> Bool {
    i >= 0 && i < count && (source[starts[i]] &- 0x41 < 26 || isWide(i))
  }

  func isDigit(_ i: Int) -> Bool { self[i].value &- 0x30 < 10 }

  func digit(_ i: Int) -> UInt64 { UInt64(self[i].value &- 0x30) }

  /// Whether an ASCII letter stands at `i`.
  func isLetter(_ i: Int) -> Bool { self[i].value &- 0x61 < 26 }

  func isHan(_ i: Int) -> Bool {
    let scalar = self[i].value
    return scalar >= 0x3400 && scalar < 0xA000
  }

  func isSpace(_ i: Int) -> Bool { self[i] == " " || self[i] == "\t" }

  /// The end of the run of digits that begins at `i`.
  func digitsEnd(_ i: Int) -> Int {
    var end = i
    while isDigit(end) { end += 1 }
    return end
  }

  func lettersEnd(_ i: Int) -> Int {
    var end = i
    while isLetter(end) { end += 1 }
    return end
  }

  /// Past at most `limit` spaces from `i` on.
  func afterSpaces(_ i: Int, atMost limit: Int = 2) -> Int {
    var end = i
    while end - i < limit, isSpace(end) { end += 1 }
    return end
  }

  /// The end of `word` where it stands at `i`; an ASCII word only where no further letter follows.
  func end(of word: String, at i: Int) -> Int? {
    var at = i
    for scalar in word.unicodeScalars {
      guard self[at] == scalar else { return nil }
      at += 1
    }
    return isLetter(at - 1) && isLetter(at) ? nil : at
  }

  func has(_ word: String, at i: Int) -> Bool { end(of: word, at: i) != nil }

  /// Whether `word` ends right before `i`.
  func has(_ word: String, before i: Int) -> Bool {
    let length = word.unicodeScalars.count
    return i >= length && has(word, at: i - length)
  }

  /// Whether only spaces stand between `i` and the line's start.
  func isLineStart(_ i: Int) -> Bool {
    var at = i - 1
    while isSpace(at), i - at < 16 { at -= 1 }
    return at < 0 || self[at] == "\n"
  }
}
