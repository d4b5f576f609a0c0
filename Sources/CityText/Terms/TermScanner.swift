/// What the index counts: one term of a text.
public struct Term: Sendable, Hashable {
  public enum Kind: UInt8, Sendable { case unigram, bigram, word, number }
  /// The term's identity: equal terms have equal keys, in every process and on every machine.
  ///
  /// The top 4 bits are the kind + 1; a unigram or bigram holds its folded scalars (21 bits each),
  /// a word or number 60 bits of a hash of its folded (words: stemmed) bytes.
  public var key: UInt64
  public var kind: Kind
  /// Where it stands in the scanned text (source bytes, before folding).
  public var range: Range<Int>

  @inlinable
  public init(key: UInt64, kind: Kind, range: Range<Int>) {
    self.key = key
    self.kind = kind
    self.range = range
  }
}

/// Cuts valid UTF-8 into terms: CJK unigrams and bigrams, stemmed English words, runs of digits.
///
/// Folding happens on the way, so the input is the text as it stands. CJK runs give each unigram and
/// each adjacent pair; punctuation and spaces end a run (a bigram never crosses them). A Latin word is
/// lower-cased and stemmed; `10-30-24`, `i深圳`, `A4`, `COVID-19` give their parts as words/numbers.
public enum TermScanner {
  /// Calls `emit` for each term in text order (a unigram before the bigram that ends with it).
  /// - Complexity: O(n); allocates nothing per term.
  @inlinable
  public static func scan(_ utf8: [UInt8], in range: Range<Int>? = nil, _ emit: (Term) -> Void) {
    utf8.withUnsafeBufferPointer { all in
      let range = (range ?? 0..<all.count).clamped(to: 0..<all.count)
      let source = UnsafeBufferPointer(rebasing: all[range])
      let base = range.lowerBound
      // The last character of the run of CJK before `at`, and where it begins; 0 where there is none.
      var last: UInt64 = 0
      var lastStart = 0
      let han = Folding.hanForms
      var at = 0
      while at < source.count {
        let start = at
        let read = ScalarReader.next(source, &at)
        let scalar: UInt32
        // Most of a Chinese text: one look into the table.
        if read &- Folding.hanStart < Folding.hanCount {
          scalar = UInt32(han[Int(read &- Folding.hanStart)])
        } else {
          guard let form = Folding.fold(read) else { continue }
          scalar = form
        }
        if isHan(scalar) {
          let this = UInt64(scalar)
          emit(Term(key: 1 << 60 | this, kind: .unigram, range: (base + start)..<(base + at)))
          if last != 0 {
            emit(
              Term(
                key: 2 << 60 | last << 21 | this, kind: .bigram,
                range: (base + lastStart)..<(base + at)))
          }
          last = this
          lastStart = start
          continue
        }
        last = 0
        if scalar &- 0x30 < 10 {
          let key = number(source, from: start, &at)
          emit(Term(key: 4 << 60 | key, kind: .number, range: (base + start)..<(base + at)))
        } else if isLetter(scalar) {
          let key = word(source, from: start, &at)
          emit(Term(key: 3 << 60 | key, kind: .word, range: (base + start)..<(base + at)))
        }
      }
    }
  }

  /// All terms, for callers off the hot path.
  public static func terms(of text: String) -> [Term] {
    var terms: [Term] = []
    scan(Array(text.utf8)) { terms.append($0) }
    return terms
  }

  /// Han, kana and Hangul: scripts written without spaces, or indexed alike.
  @inlinable
  static func isHan(_ scalar: UInt32) -> Bool {
    if scalar < 0x3005 { return false }
    return scalar >= 0x3400 && scalar < 0xA000 || scalar >= 0x20000 && scalar < 0x32000
      || scalar >= 0xF900 && scalar < 0xFB00 || scalar >= 0xAC00 && scalar < 0xD7A4
      || scalar >= 0x3041 && scalar < 0x3100 || scalar == 0x3005 || scalar == 0x3007
  }

  @inlinable
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x61 < 26 }
    return scalar >= 0xC0 && scalar < 0x250 && scalar != 0xD7 && scalar != 0xF7
      || scalar >= 0x370 && scalar < 0x530 || scalar >= 0x1E00 && scalar < 0x2000
  }
}
