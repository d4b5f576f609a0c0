import CityText

/// A unit of text as a rewrite and its source are compared: a character, a word, a fact.
struct RewriteToken: Equatable {
  enum Kind { case character, word, fact, joining }
  var kind: Kind
  /// The folded character or stem, or the canonical form of a fact.
  var key: String
  /// Whether a rewrite may not leave it out: facts, and words that turn, limit or oblige.
  var isHeld: Bool
  /// The number of its segment: what lies between two commas, stops or line ends.
  var segment: Int
}

extension RewriteToken {
  /// The tokens of a text; punctuation and the numbers of list items are none.
  /// - Complexity: O(n).
  static func read(_ text: String) -> [RewriteToken] {
    let folded = Folding.fold(Array(text.utf8))
    var reader = Reader(folded)
    reader.read()
    return reader.tokens
  }

  private struct Reader {
    let folded: [UInt8]
    var tokens: [RewriteToken] = []
    private var segment = 0
    private var at = 0

    init(_ folded: [UInt8]) { self.folded = folded }

    mutating func read() {
      var facts = LiteralScanner.scan(folded)[...]
      while at < folded.count {
        while let first = facts.first, first.range.lowerBound < at { facts.removeFirst() }
        if let fact = facts.first, fact.range.lowerBound == at {
          add(.fact, "\(fact.kind.rawValue) \(fact.canonical)", isHeld: true)
          at = fact.range.upperBound
          continue
        }
        if skipItemNumber() { continue }
        if let found = RewriteWords.table.phrases.longest(in: folded, at: at) {
          addPhrase(found.end, RewriteWords.table.roles[found.number])
          continue
        }
        next()
      }
    }

    private mutating func add(_ kind: Kind, _ key: String, isHeld: Bool = false) {
      tokens.append(RewriteToken(kind: kind, key: key, isHeld: isHeld, segment: segment))
    }

    /// A phrase of the lists: letters one by one where it is Chinese, so that they run on with their neighbours.
    private mutating func addPhrase(_ end: Int, _ role: RewriteWords.Role) {
      let text = String(decoding: folded[at..<end], as: UTF8.self)
      at = end
      if role == .joining { return add(.joining, text) }
      let isHeld = role == .binding
      if text.utf8.first! < 0x80 { return add(.word, text, isHeld: isHeld) }
      for scalar in text.unicodeScalars { add(.character, String(scalar), isHeld: isHeld) }
    }

    private mutating func next() {
      let byte = folded[at]
      if byte < 0x80 {
        if Self.isAlphanumeric(byte) { return word() }
        if Self.ends(byte) { segment += 1 }
        at += 1
        return
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(at + length, folded.count)
      let text = String(decoding: folded[at..<end], as: UTF8.self)
      at = end
      switch text {
      case "、", "。", "…": segment += 1
      case "“", "”", "‘", "’", "《", "》", "「", "」", "『", "』", "·", "—", "–", "【", "】": break
      default: add(.character, text)
      }
    }

    private mutating func word() {
      var end = at
      while end < folded.count, Self.isAlphanumeric(folded[end]) { end += 1 }
      let word = Array(folded[at..<end])
      let hasDigit = word.contains { $0 < 0x3A }
      at = end
      if hasDigit {
        add(.fact, String(decoding: word, as: UTF8.self), isHeld: true)
      } else {
        add(.word, String(decoding: EnglishStemmer.stem(word), as: UTF8.self))
      }
    }

    /// `1.`, `2、`, `(3)` at a line's start label an item and say nothing.
    private mutating func skipItemNumber() -> Bool {
      guard at == 0 || folded[at - 1] == 0x0A else { return false }
      var end = at
      let isBracketed = folded[end] == UInt8(ascii: "(")
      if isBracketed { end += 1 }
      let digits = end
      while end < folded.count, end - digits < 3, folded[end] &- 0x30 < 10 { end += 1 }
      guard end > digits, end < folded.count else { return false }
      if isBracketed {
        guard folded[end] == UInt8(ascii: ")") else { return false }
        at = end + 1
        return true
      }
      if folded[end] == UInt8(ascii: ".") || folded[end] == UInt8(ascii: ")") {
        guard end + 1 == folded.count || folded[end + 1] &- 0x30 >= 10 else { return false }
        at = end + 1
        return true
      }
      guard folded[end...].starts(with: "、".utf8) else { return false }
      at = end + "、".utf8.count
      return true
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
      byte &- 0x30 < 10 || byte &- 0x61 < 26 || byte &- 0x41 < 26
    }

    /// Whether a mark ends a segment; a colon does not: what it labels belongs to it.
    private static func ends(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x0A, 0x0D, 0x21, 0x2C, 0x2E, 0x3B, 0x3F: true
      default: false
      }
    }
  }
}
