import CityText

/// The terms of passages in the order of the text, before they are sorted.
///
/// A character and the bigram that ends with it are one token: bits 48… hold the scalar before it (0 where there is
/// none), bits 32… its own, the lower 32 where it stands, passage · 4 + field. A word, a number, and what holds a
/// character beyond U+FFFF are tokens of their own: the upper 32 bits hold the term's number in ``numbers``.
final class PassageTokens {
  /// How many tokens the lists have.
  struct Mark {
    var characters = 0
    var others = 0
  }

  let characters = TokenBuffer(room: 1 << 20)
  let others = TokenBuffer(room: 1 << 16)
  private(set) var numbers = TermNumbers()

  var mark: Mark { Mark(characters: characters.count, others: others.count) }

  func removeAll() {
    characters.removeAll()
    others.removeAll()
    numbers.removeAll()
  }

  /// Notes the terms of a field.
  /// - Returns: how many there are.
  func scan(_ text: [UInt8], in range: Range<Int>? = nil, passage: Int, field: Int) -> UInt32 {
    let place = UInt64(passage << 2 | field)
    var count: UInt32 = 0
    // The characters that are tokens of the first kind have three bytes each.
    characters.append(upTo: (range?.count ?? text.count) / 3) { characters in
      TermScanner.scan(text, in: range) { term in
        count &+= 1
        let scalar = term.key & 0x1F_FFFF
        let before = term.key >> 21 & 0x1F_FFFF
        switch term.kind {
        case .unigram where scalar < 0x10000: characters.append(scalar << 32 | place)
        case .bigram where scalar < 0x10000 && before < 0x10000: characters.mark(before << 48)
        default: others.append(UInt64(numbers.number(of: term.key)) << 32 | place)
        }
      }
    }
    return count
  }

  /// Notes the tokens between two marks again, for another passage.
  func again(from start: Mark, to end: Mark, passage: Int) {
    func copy(_ range: Range<Int>, in buffer: TokenBuffer) {
      for i in range {
        buffer.append(buffer.tokens[i] & (.max << 32 | 3) | UInt64(passage << 2))
      }
    }
    copy(start.characters..<end.characters, in: characters)
    copy(start.others..<end.others, in: others)
  }
}
