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
  /// - Complexity: O(n); allocates nothing per term but for stemming.
  @inlinable
  public static func scan(_ utf8: [UInt8], in range: Range<Int>? = nil, _ emit: (Term) -> Void) {
    utf8.withUnsafeBufferPointer { all in
      let range = (range ?? 0..<all.count).clamped(to: 0..<all.count)
      let source = UnsafeBufferPointer(rebasing: all[range])
      let base = range.lowerBound
      // The last character of the run of CJK before `at`, and where it begins; 0 where there is none.
      var last: UInt64 = 0
      var lastStart = 0
      var at = 0
      while at < source.count {
        let start = at
        guard let scalar = Folding.fold(ScalarReader.next(source, &at)) else { continue }
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

  /// Reads digits with inner `.` and `,`; the key is of the digits without commas.
  @usableFromInline
  static func number(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, _ at: inout Int
  ) -> UInt64 {
    var hash = TermHash()
    at = start
    while at < source.count {
      var next = at
      guard let scalar = Folding.fold(ScalarReader.next(source, &next)) else {
        at = next
        continue
      }
      if scalar &- 0x30 < 10 {
        hash.add(UInt8(scalar))
      } else if scalar == 0x2E || scalar == 0x2C {
        var after = next
        guard next < source.count,
          let digit = Folding.fold(ScalarReader.next(source, &after)), digit &- 0x30 < 10
        else { break }
        if scalar == 0x2E { hash.add(0x2E) }
      } else {
        break
      }
      at = next
    }
    return hash.key
  }

  /// Reads letters; the key is of the stem.
  @usableFromInline
  static func word(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, _ at: inout Int
  ) -> UInt64 {
    var bytes: [UInt8] = []
    at = start
    while at < source.count {
      var next = at
      guard let scalar = Folding.fold(ScalarReader.next(source, &next)) else {
        at = next
        continue
      }
      guard isLetter(scalar) else { break }
      ScalarReader.append(scalar, to: &bytes)
      at = next
    }
    var hash = TermHash()
    for byte in EnglishStemmer.stem(bytes) { hash.add(byte) }
    return hash.key
  }
}

/// FNV-1a over bytes, finished by the mixer of MurmurHash3, cut to 60 bits.
@usableFromInline
struct TermHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  var key: UInt64 {
    var x = state
    x = (x ^ x >> 33) &* 0xFF51_AFD7_ED55_8CCD
    x = (x ^ x >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return (x ^ x >> 33) & 0x0FFF_FFFF_FFFF_FFFF
  }
}
