/// Porter2 (Snowball English) stemming.
public enum EnglishStemmer {
  /// The stem of a lower-case ASCII word.
  ///
  /// Source: M. Porter, “The English (Porter2) stemming algorithm”, snowballstem.org. Words of one or
  /// two letters, and words with other bytes than a–z, stay as they are.
  public static func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 2, word.allSatisfy({ $0 &- 0x61 < 26 }) else { return word }
    if let whole = exceptions[word] { return whole }
    var stemmer = Stemmer(word)
    stemmer.run()
    return stemmer.word
  }

  private static let exceptions: [[UInt8]: [UInt8]] = {
    var table: [[UInt8]: [UInt8]] = [:]
    for (word, stem) in [
      ("skis", "ski"), ("skies", "sky"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"),
      ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"),
      ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"),
      ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    ] {
      table[Array(word.utf8)] = Array(stem.utf8)
    }
    return table
  }()
}

/// One run of the algorithm over one word.
private struct Stemmer {
  var word: [UInt8]
  /// Where the regions R1 and R2 begin.
  private var r1 = 0
  private var r2 = 0
  /// A `y` that acts as a consonant is written `Y` while the algorithm runs.
  private static let consonantY = UInt8(ascii: "Y")

  init(_ word: [UInt8]) { self.word = word }

  mutating func run() {
    if word[0] == UInt8(ascii: "y") { word[0] = Self.consonantY }
    for i in word.indices.dropFirst()
    where word[i] == UInt8(ascii: "y") && isVowel(word[i - 1]) {
      word[i] = Self.consonantY
    }
    findRegions()
    step1a()
    if !["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"]
      .contains(String(decoding: word, as: UTF8.self))
    {
      step1b()
      step1c()
      step2()
      step3()
      step4()
      step5()
    }
    for i in word.indices where word[i] == Self.consonantY { word[i] = UInt8(ascii: "y") }
  }

  private func isVowel(_ c: UInt8) -> Bool {
    c == 0x61 || c == 0x65 || c == 0x69 || c == 0x6F || c == 0x75 || c == 0x79
  }

  private mutating func findRegions() {
    func region(from start: Int) -> Int {
      var i = start
      while i < word.count, !isVowel(word[i]) { i += 1 }
      while i < word.count, isVowel(word[i]) { i += 1 }
      return min(word.count, i + 1)
    }
    r1 = region(from: 0)
    for prefix in ["gener", "commun", "arsen"] where word.starts(with: Array(prefix.utf8)) {
      r1 = prefix.utf8.count
    }
    r2 = region(from: r1)
  }

  private func ends(_ suffix: StaticString) -> Bool {
    let n = suffix.utf8CodeUnitCount
    guard word.count >= n else { return false }
    return suffix.withUTF8Buffer { s in
      for i in 0..<n where word[word.count - n + i] != s[i] { return false }
      return true
    }
  }

  private mutating func cut(_ n: Int, _ ending: StaticString = "") {
    word.removeLast(n)
    ending.withUTF8Buffer { word.append(contentsOf: $0) }
  }

  private func hasVowel(before end: Int) -> Bool { word[..<end].contains(where: isVowel) }

  private mutating func step1a() {
    if ends("sses") {
      cut(2)
    } else if ends("ied") || ends("ies") {
      cut(3, word.count > 4 ? "i" : "ie")
    } else if ends("us") || ends("ss") {
      return
    } else if ends("s"), word.count > 2, hasVowel(before: word.count - 2) {
      cut(1)
    }
  }

  private mutating func step1b() {
    if ends("eedly") || ends("eed") {
      let n = ends("eedly") ? 5 : 3
      if word.count - n >= r1 { cut(n, "ee") }
      return
    }
    let n = ends("ingly") ? 5 : ends("edly") ? 4 : ends("ing") ? 3 : ends("ed") ? 2 : 0
    guard n > 0, hasVowel(before: word.count - n) else { return }
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
  private func isShort() -> Bool { r1 >= word.count && endsShortSyllable(at: word.count) }

  private func endsShortSyllable(at end: Int) -> Bool {
    if end == 2 { return isVowel(word[0]) && !isVowel(word[1]) }
    guard end >= 3 else { return false }
    let c = word[end - 1]
    return !isVowel(word[end - 3]) && isVowel(word[end - 2]) && !isVowel(c)
      && c != UInt8(ascii: "w") && c != UInt8(ascii: "x") && c != Self.consonantY
  }

  private mutating func step1c() {
    guard word.count > 2, ends("y") || ends("Y"), !isVowel(word[word.count - 2]) else { return }
    cut(1, "i")
  }

  private mutating func step2() {
    let table: [(StaticString, StaticString)] = [
      ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"),
      ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
      ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"),
      ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"),
      ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
    ]
    for (suffix, ending) in table where ends(suffix) {
      let n = suffix.utf8CodeUnitCount
      if word.count - n >= r1 { cut(n, ending) }
      return
    }
    if ends("ogi") {
      if word.count - 3 >= r1, word.count > 3, word[word.count - 4] == UInt8(ascii: "l") {
        cut(3, "og")
      }
    } else if ends("li"), word.count - 2 >= r1, word.count > 2,
      Array("cdeghkmnrt".utf8).contains(word[word.count - 3])
    {
      cut(2)
    }
  }

  private mutating func step3() {
    let table: [(StaticString, StaticString)] = [
      ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"),
      ("ical", "ic"), ("ness", ""), ("ful", ""),
    ]
    for (suffix, ending) in table where ends(suffix) {
      let n = suffix.utf8CodeUnitCount
      if word.count - n >= r1 { cut(n, ending) }
      return
    }
    if ends("ative"), word.count - 5 >= r2 { cut(5) }
  }

  private mutating func step4() {
    let suffixes: [StaticString] = [
      "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
      "ive", "ize", "al", "er", "ic",
    ]
    for suffix in suffixes where ends(suffix) {
      let n = suffix.utf8CodeUnitCount
      if word.count - n >= r2 { cut(n) }
      return
    }
    if ends("ion"), word.count - 3 >= r2, word.count > 3,
      word[word.count - 4] == UInt8(ascii: "s") || word[word.count - 4] == UInt8(ascii: "t")
    {
      cut(3)
    }
  }

  private mutating func step5() {
    if ends("e") {
      let at = word.count - 1
      if at >= r2 || at >= r1 && !endsShortSyllable(at: at) { cut(1) }
    } else if ends("l"), word.count - 1 >= r2, word.count > 1,
      word[word.count - 2] == UInt8(ascii: "l")
    {
      cut(1)
    }
  }
}
