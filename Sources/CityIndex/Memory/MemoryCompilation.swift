public import CityText

/// Confirmed pairs compiled for a generation, and which of them were left out.
///
/// The table holds hashes of terms, weights and numbers of documents: no question can be read out of it.
public struct MemoryCompilation: Sendable {
  /// Pairs taken at most; of more the last ones, which stand at the end of a file, are taken.
  public static let limit: Int = 200_000
  /// Bytes of a question at most: a longer one is no question, and resembles everything.
  public static let questionLimit: Int = 8_192

  public let table: IndexTable
  /// Pairs taken.
  public private(set) var taken = 0
  /// Pairs left out, by line: why, and what to do.
  public private(set) var leftOut: [(line: Int, reason: String)] = []

  /// - Parameters:
  ///   - sources: the documents of the generation, in their order.
  ///   - silent: question words, folded.
  /// - Complexity: O(bytes of the questions + bytes of the documents confirmed).
  public init(
    _ pairs: [ConfirmedPair], in sources: IndexedSources, synonyms: Synonyms, silent: PhraseTable
  ) {
    let used = pairs.suffix(Self.limit)
    for pair in pairs.dropLast(used.count) {
      leftOut.append(
        (pair.line, "The memory holds \(Self.limit) pairs at most: delete old ones."))
    }
    var gathered = GatheredPairs(
      MemoryCatalogue(sources, ids: Set(used.map { Array($0.document.utf8) })), synonyms, silent)
    for pair in used {
      do {
        try gathered.take(pair)
        taken += 1
      } catch {
        leftOut.append((pair.line, error.reason))
      }
    }
    table = gathered.table(taken: taken, leftOut: leftOut.count)
  }

  /// For a generation that there is.
  public init(_ pairs: [ConfirmedPair], index: KnowledgeIndex, silent: PhraseTable) {
    self.init(
      pairs, in: IndexedSources([.kept(0..<index.documentCount)], in: index),
      synonyms: index.synonyms, silent: silent)
  }
}
