import CityText

/// Weighted terms and a filter.
public struct IndexQuery: Sendable {
  public struct WeightedTerm: Sendable, Hashable {
    public var key: UInt64
    public var weight: Float
    /// The term as the question wrote it, for explanations.
    public var text: String

    public init(key: UInt64, weight: Float, text: String) {
      self.key = key
      self.weight = weight
      self.text = text
    }
  }

  /// Weight of a single CJK character where pairs of them stand in the query too.
  ///
  /// A pair nearly is a word. Single characters help short texts and harm long questions: over four
  /// collections of Chinese questions, nDCG@10 moved up by 0.013 at best and down by 0.017 at worst.
  public static let unigramWeight: Float = 0.3
  /// Factor for the terms that synonyms add.
  public static let expansionWeight: Float = 0.5

  /// Distinct keys.
  public var terms: [WeightedTerm]
  /// Document kinds to keep; empty keeps all.
  public var kinds: Set<String> = []
  /// Languages to keep; empty keeps all.
  public var languages: Set<String> = []
  /// Values of the metadata key `skill` to keep; empty keeps all.
  public var skills: Set<String> = []
  /// Numbers of the documents to keep; empty keeps all.
  public var documents: Set<Int> = []

  /// A query of given terms; of those with the same key the first stays.
  public init(terms: [WeightedTerm]) {
    var seen: Set<UInt64> = []
    self.terms = terms.filter { seen.insert($0.key).inserted }
  }

  /// The query of a question: its terms, plus what the synonyms add at a lower weight.
  ///
  /// The question is folded and rewritten by the `=>` rules first. A term that stands twice counts once:
  /// a question repeats itself for other reasons than a document does.
  /// - Complexity: O(n).
  public init(_ text: String, synonyms: Synonyms? = nil) {
    let folded = Folding.fold(Array(text.utf8))
    self.init(rewritten: synonyms?.rewritten(folded) ?? folded, synonyms: synonyms)
  }

  /// The query of a question that was folded and rewritten before.
  /// - Complexity: O(n).
  public init(rewritten question: [UInt8], synonyms: Synonyms? = nil) {
    terms = []
    var seen: Set<UInt64> = []
    var singles: [Int] = []
    var hasPairs = false
    func add(_ text: [UInt8], weight: Float) {
      TermScanner.scan(text) { term in
        guard seen.insert(term.key).inserted else { return }
        if term.kind == .unigram { singles.append(terms.count) }
        hasPairs = hasPairs || term.kind == .bigram
        let written = String(decoding: text[term.range], as: UTF8.self)
        terms.append(WeightedTerm(key: term.key, weight: weight, text: written))
      }
    }
    add(question, weight: 1)
    for expansion in synonyms?.expansions(of: question) ?? [] {
      for equal in expansion.equals { add(Array(equal.utf8), weight: Self.expansionWeight) }
    }
    guard hasPairs else { return }
    for single in singles { terms[single].weight *= Self.unigramWeight }
  }
}
