/// One run of Porter2 over one word, in place.
struct StemmerRun {
  private let word: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes the word has left.
  private(set) var count: Int
  /// Where the regions R1 and R2 begin.
  private var r1 = 0
  private var r2 = 0
  /// A `y` that acts as a consonant is written `Y` while the algorithm runs.
  private static let consonantY = UInt8(ascii: "Y")

  /// - Precondition: `count` > 2.
  init(_ word: UnsafeMutableBufferPointer<UInt8>, count: Int) {
    self.word = word
    self.count = count
  }

  mutating func stem() {
    for (whole, ending) in StemmerTables.exceptions
    where count == whole.utf8CodeUnitCount && ends(whole) {
      return cut(count, ending)
    }
    if word[0] == UInt8(ascii: "y") { word[0] = Self.consonantY }
    for i in 1..<count where word[i] == UInt8(ascii: "y") && isVowel(word[i - 1]) {
      word[i] = Self.consonantY
    }
    findRegions()
    step1a()
    if !StemmerTables.finished.contains(where: { count == $0.utf8CodeUnitCount && ends($0) }) {
      step1b()
      step1c()
      step2()
      step3()
      step4()
      step5()
    }
    for i in 0..<count where word[i] == Self.consonantY { word[i] = UInt8(ascii: "y") }
  }

  private func isVowel(_ c: UInt8) -> Bool {
    c == 0x61 || c == 0x65 || c == 0x69 || c == 0x6F || c == 0x75 || c == 0x79
  }

  private mutating func findRegions() {
    func region(from start: Int) -> Int {
      var i = start
      while i < count, !isVowel(word[i]) { i += 1 }
      while i < count, isVowel(word[i]) { i += 1 }
      return min(count, i + 1)
    }
    r1 = region(from: 0)
    for prefix in StemmerTables.prefixes where begins(prefix) { r1 = prefix.utf8CodeUnitCount }
    r2 = region(from: r1)
  }

  private func begins(_ prefix: StaticString) -> Bool {
    let n = prefix.utf8CodeUnitCount
    guard count >= n else { return false }
    for i in 0..<n where word[i] != prefix.utf8Start[i] { return false }
    return true
  }

  private func ends(_ suffix: StaticString) -> Bool {
    let n = suffix.utf8CodeUnitCount
    guard count >= n else { return false }
    for i in 0..<n where word[count - n + i] != suffix.utf8Start[i] { return false }
    return true
  }

  private mutating func cut(_ n: Int, _ ending: StaticString = "") {
    count -= n
    for i in 0..<ending.utf8CodeUnitCount {
      word[count] = ending.utf8Start[i]
      count += 1
    }
  }

  private func hasVowel(before end: Int) -> Bool {
    for i in 0..<end where isVowel(word[i]) { return true }
    return false
  }

  private mutating func step1a() {
    if ends("sses") {
      cut(2)
    } else if ends("ied") || ends("ies") {
      cut(3, count > 4 ? "i" : "ie")
    } else if ends("us") || ends("ss") {
      return
    } else if ends("s"), count > 2, hasVowel(before: count - 2) {
      cut(1)
    }
  }

  private mutating func step1b() {
    if ends("eedly") || ends("eed") {
      let n = ends("eedly") ? 5 : 3
      if count - n >= r1 { cut(n, "ee") }
      return
    }
    let n = ends("ingly") ? 5 : ends("edly") ? 4 : ends("ing") ? 3 : ends("ed") ? 2 : 0
    guard n > 0, hasVowel(before: count - n) else { return }
    cut(n)
    if ends("at") || ends("bl") || ends("iz") {
      cut(0, "e")
    } else if endsDouble() {
      cut(1)
    } else if isShort() {
      cut(0, "e")
    }
  }

  private func endsDouble() -> Bool {
    ends("bb") || ends("dd") || ends("ff") || ends("gg") || ends("mm") || ends("nn") || ends("pp")
      || ends("rr") || ends("tt")
  }

  /// Whether the word ends in a short syllable and R1 is empty.
  private func isShort() -> Bool { r1 >= count && endsShortSyllable(at: count) }

  private func endsShortSyllable(at end: Int) -> Bool {
    if end == 2 { return isVowel(word[0]) && !isVowel(word[1]) }
    guard end >= 3 else { return false }
    let c = word[end - 1]
    return !isVowel(word[end - 3]) && isVowel(word[end - 2]) && !isVowel(c)
      && c != UInt8(ascii: "w") && c != UInt8(ascii: "x") && c != Self.consonantY
  }

  private mutating func step1c() {
    guard count > 2, ends("y") || ends("Y"), !isVowel(word[count - 2]) else { return }
    cut(1, "i")
  }

  private mutating func step2() {
    for (suffix, ending) in StemmerTables.step2 where ends(suffix) {
      let n = suffix.utf8CodeUnitCount
      if count - n >= r1 { cut(n, ending) }
      return
    }
    if ends("ogi") {
      if count - 3 >= r1, count > 3, word[count - 4] == UInt8(ascii: "l") {
        cut(3, "og")
      }
    } else if ends("li"), count - 2 >= r1, count > 2,
      isLiEnding(word[count - 3])
    {
      cut(2)
    }
  }

  /// Whether `li` may go behind the letter.
  private func isLiEnding(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"),
      UInt8(ascii: "h"), UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      true
    default: false
    }
  }

  private mutating func step3() {
    for (suffix, ending) in StemmerTables.step3 where ends(suffix) {
      let n = suffix.utf8CodeUnitCount
      if count - n >= r1 { cut(n, ending) }
      return
    }
    if ends("ative"), count - 5 >= r2 { cut(5) }
  }

  private mutating func step4() {
    for suffix in StemmerTables.step4 where ends(suffix) {
      let n = suffix.utf8CodeUnitCount
      if count - n >= r2 { cut(n) }
      return
    }
    if ends("ion"), count - 3 >= r2, count > 3,
      word[count - 4] == UInt8(ascii: "s") || word[count - 4] == UInt8(ascii: "t")
    {
      cut(3)
    }
  }

  private mutating func step5() {
    if ends("e") {
      let at = count - 1
      if at >= r2 || at >= r1 && !endsShortSyllable(at: at) { cut(1) }
    } else if ends("l"), count - 1 >= r2, count > 1,
      word[count - 2] == UInt8(ascii: "l")
    {
      cut(1)
    }
  }
}
