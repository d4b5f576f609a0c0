import CityAgentKit
import CityIndex

/// Search by vectors in an evaluation: `--hybrid` and `--vectors-only`.
enum HybridOptions {
  /// Nil where neither is asked for.
  static func retriever(
    _ ranker: PassageRanker, _ arguments: ParsedArguments, _ installation: Installation,
    _ notices: RetrievalNotices
  ) throws -> HybridRetriever? {
    let (isHybrid, isAlone) = (arguments.has("hybrid"), arguments.has("vectors-only"))
    guard isHybrid || isAlone else { return nil }
    if isHybrid && isAlone { throw CommandFailure.usage(Phrase.hybridTwice.text()) }
    var settings = HybridRetriever.Settings()
    settings.usesWords = isHybrid
    // A measurement waits: what is late here would count as a wrong answer.
    settings.deadline = .seconds(300)
    return HybridRetriever(
      ranker.index, vectors: VectorSource(besides: ranker.index),
      embedder: try EmbedderChoice.embedder(arguments, installation),
      lexical: RankedRetriever(ranker), settings: settings, notices: notices)
  }
}
