import FoundationEssentials
import Glibc

/// Quality of rankings with binary relevance, averaged over all judged queries.
///
/// nDCG@10 with gain 1 and discount log₂(rank + 1), ideal over min(10, relevant); recall over all
/// relevant documents; MRR@10 by the first relevant one. A query without a ranking counts as zero.
struct RankingMetrics: Sendable {
  private var queries = 0
  private var ranked = 0
  private var gain = 0.0
  private var reciprocal = 0.0
  private var recall: [Int: Double] = [1: 0, 5: 0, 10: 0]

  /// Counts one query: its ranking, best first, each document once.
  mutating func count(_ ranking: [String]?, relevant: Set<String>) {
    guard !relevant.isEmpty else { return }
    queries += 1
    guard let ranking, !ranking.isEmpty else { return }
    ranked += 1
    let top = ranking.prefix(10)
    let hits = top.indices.filter { relevant.contains(top[$0]) }
    let ideal = (0..<min(10, relevant.count)).reduce(0.0) { $0 + 1 / log2(Double($1) + 2) }
    gain += hits.reduce(0.0) { $0 + 1 / log2(Double($1) + 2) } / ideal
    if let first = hits.first { reciprocal += 1 / Double(first + 1) }
    for depth in recall.keys {
      recall[depth]! += Double(hits.count { $0 < depth }) / Double(relevant.count)
    }
  }

  var table: EvaluationTable {
    let n = Double(max(1, queries))
    return EvaluationTable(rows: [
      ("queries", .count(queries)), ("answered", .count(ranked)),
      ("nDCG@10", .share(gain / n)), ("R@1", .share(recall[1]! / n)),
      ("R@5", .share(recall[5]! / n)), ("R@10", .share(recall[10]! / n)),
      ("MRR@10", .share(reciprocal / n)),
    ])
  }
}
