public import CityText
import Glibc

/// A question prepared for ranking: its terms with their weights, and the query of the first stage.
///
/// Words that only ask (如何, 请问, what) nearly say nothing of what is sought: their terms weigh
/// ``silentWeight``, a pair of which one half asks ``halfSilentWeight``.
public struct RankQuestion: Sendable {
  /// Factor of a term that lies within question words.
  public static let silentWeight: Float = 0.2
  /// Factor of a pair of characters of which one is a question word's.
  public static let halfSilentWeight: Float = 0.55
  /// Terms looked at; the rest of a longer question is left to the first stage.
  static let termLimit = 2_000

  struct Term: Sendable {
    var key: UInt64
    /// Inverse passage frequency times the factor of question words.
    var weight: Float
    /// The factor of question words alone.
    var factor: Float
    /// A pair, word or number; false for a single character.
    var isMain: Bool
    /// A number or a word of an alphabet.
    var isLiteral: Bool
  }

  struct SpreadPair: Sendable {
    var first: Int32
    var number: Int32
  }

  /// The query of the first stage.
  public var query: IndexQuery
  let terms: [Term]
  let lookup: TermLookup
  /// By folded form, a bit: whether the question has the character.
  let characterSet: [UInt64]
  /// Neighboring main terms of the question, as `first << 32 | second`, and their numbers.
  let pairs: TermLookup
  /// The weight of a pair of neighbors: that of the lighter one.
  let pairWeights: [Float]
  /// Sums over main terms, single characters, pairs; never 0.
  let mainWeight: Float
  let characterWeight: Float
  let pairWeight: Float
  let literalCount: Int
  /// Neighboring characters of the question, those that end with the same one together: the first, and the
  /// number of the pair.
  let spreadPairs: [SpreadPair]
  /// By term where its pairs end in ``spreadPairs``.
  private let spreadEnds: [Int32]
  /// By pair of characters: the mean of their weights.
  let spread: [Float]
  let spreadWeight: Float
  /// 0 for a question of up to 20 characters, 1 from 320 on: long ones tell a story, short ones ask.
  public let longness: Float

  /// - Parameters:
  ///   - silent: question words, folded.
  ///   - synonyms: rewrite the question, and expand the query of the first stage.
  ///   - isRankedAgain: false leaves out all but the query, for rankings that end with the first stage.
  /// - Complexity: O(n + terms · log terms of the index).
  public init(
    _ text: String, silent: PhraseTable, synonyms: Synonyms?, in index: KnowledgeIndex,
    isRankedAgain: Bool = true
  ) {
    let folded = Folding.fold(Array(text.utf8))
    let question = synonyms?.rewritten(folded) ?? folded
    let asking = SilentRanges(question, silent)
    var lookup = TermLookup(capacity: min(Self.termLimit, question.count))
    var terms: [Term] = []
    var mains: [(term: Int, position: Int)] = []
    var singles: [(term: Int, position: Int)] = []
    var position = 0
    TermScanner.scan(question) { term in
      if term.kind != .bigram { position += 1 }
      guard lookup.count < Self.termLimit else { return }
      let factor = asking.factor(of: term)
      let number = lookup.insert(term.key)
      let isMain = term.kind != .unigram
      if number == terms.count {
        terms.append(
          Term(
            key: term.key, weight: factor, factor: factor, isMain: isMain,
            isLiteral: term.kind == .word || term.kind == .number))
      } else {
        terms[number].weight = max(terms[number].weight, factor)
        terms[number].factor = terms[number].weight
      }
      if isMain { mains.append((number, position)) } else { singles.append((number, position)) }
    }
    var query = IndexQuery(rewritten: question, synonyms: synonyms)
    for i in query.terms.indices {
      let number = lookup.number(of: query.terms[i].key)
      if number >= 0 { query.terms[i].weight *= terms[number].weight }
    }
    self.query = query
    if !isRankedAgain {
      (terms, mains, singles) = ([], [], [])
      lookup = TermLookup(capacity: 0)
    }
    var characterSet = [UInt64](repeating: 0, count: 1024)
    for term in terms where !term.isMain && term.key & 0x1F_FFFF < 0x10000 {
      characterSet[Int(term.key & 0xFFFF) >> 6] |= 1 << (term.key & 63)
    }
    self.characterSet = characterSet
    for i in terms.indices { terms[i].weight *= index.idf(of: terms[i].key) }

    var pairs = TermLookup(capacity: mains.count)
    var pairWeights: [Float] = []
    for (a, b) in zip(mains, mains.dropFirst()) where b.position - a.position <= 2 {
      if pairs.insert(Self.pair(a.term, b.term)) == pairWeights.count {
        pairWeights.append(min(terms[a.term].weight, terms[b.term].weight))
      }
    }
    let least = Float.leastNormalMagnitude
    mainWeight = max(least, terms.reduce(0) { $0 + ($1.isMain ? $1.weight : 0) })
    characterWeight = max(least, terms.reduce(0) { $0 + ($1.isMain ? 0 : $1.weight) })
    pairWeight = max(least, pairWeights.reduce(0, +))
    var pairsEnding = [[SpreadPair]](repeating: [], count: terms.count)
    var spread: [Float] = []
    var spreadKeys = TermLookup(capacity: singles.count)
    for (a, b) in zip(singles, singles.dropFirst()) where b.position - a.position == 1 {
      let number = spreadKeys.insert(Self.pair(a.term, b.term))
      guard number == spread.count else { continue }
      spread.append((terms[a.term].weight + terms[b.term].weight) / 2)
      pairsEnding[b.term].append(SpreadPair(first: Int32(a.term), number: Int32(number)))
    }
    spreadPairs = Array(pairsEnding.joined())
    var end: Int32 = 0
    spreadEnds = pairsEnding.map { pairs in
      end += Int32(pairs.count)
      return end
    }
    self.spread = spread
    spreadWeight = max(least, spread.reduce(0, +))
    literalCount = terms.count { $0.isLiteral }
    longness = min(1, max(0, log2f(Float(max(1, terms.count)) / 40) / 4))
    self.terms = terms
    self.lookup = lookup
    self.pairs = pairs
    self.pairWeights = pairWeights
  }

  /// Where the pairs that end with a character stand in ``spreadPairs``.
  @inline(__always)
  func pairsEnding(with term: Int) -> Range<Int> {
    (term > 0 ? Int(spreadEnds[term - 1]) : 0)..<Int(spreadEnds[term])
  }

  /// Whether a key is that of a single character (``Term/key``).
  static func isCharacter(_ key: UInt64) -> Bool { key >> 60 == 1 }

  /// The number of the pair that two characters of the question make; −1 where it is none of the question's.
  @inline(__always)
  func number(ofPair first: Int, _ second: Int) -> Int {
    let (a, b) = (terms[first].key, terms[second].key)
    return lookup.number(of: 2 << 60 | (a & 0x1F_FFFF) << 21 | b & 0x1F_FFFF)
  }

  @inline(__always)
  static func pair(_ first: Int, _ second: Int) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}

/// Where a question only asks.
struct SilentRanges {
  /// By byte of the question.
  private let isSilent: [Bool]

  init(_ question: [UInt8], _ silent: PhraseTable) {
    var marks = [Bool](repeating: false, count: question.count)
    for match in silent.matches(in: question) {
      for i in match.range { marks[i] = true }
    }
    isSilent = marks
  }

  func factor(of term: Term) -> Float {
    let first = isSilent[term.range.lowerBound]
    let last = isSilent[term.range.upperBound - 1]
    if first && last { return RankQuestion.silentWeight }
    return first || last ? RankQuestion.halfSilentWeight : 1
  }
}
