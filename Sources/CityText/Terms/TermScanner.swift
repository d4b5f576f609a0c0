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
    fatalError("stub")
  }

  /// All terms, for callers off the hot path.
  public static func terms(of text: String) -> [Term] { fatalError("stub") }
}

/// Porter2 (Snowball English) stemming.
public enum EnglishStemmer {
  /// The stem of a lower-case ASCII word.
  public static func stem(_ word: [UInt8]) -> [UInt8] { fatalError("stub") }
}
