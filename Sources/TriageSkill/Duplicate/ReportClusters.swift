/// The issues of a batch: reports that belong together, found without a list of topics.
///
/// 1. Copies of one text become one node that counts as often as it has persons, ten times at most: one person's flood
///    is one voice, and a form letter does not outweigh all who wrote in their own words.
/// 2. A node is its title and the beginning of its text, as pairs of characters weighted by rarity; the title counts
///    four times.
/// 3. Two nodes are as alike as their vectors' cosine; half of that where both titles name a place and no name is the
///    same, or little but the name: the same trouble elsewhere, or other trouble there, is another issue.
/// 4. Average linkage joins what is alike on average over all its pairs. A few links between two issues never join
///    them, which is how single linkage and DBSCAN end in one blob.
public enum ReportClusters {
  /// Groups are joined while their average likeness is at least this: a setting that holds for batches from a hundred
  /// reports to thousands.
  static let least = 0.06
  /// Pairs below it count as nothing in common.
  static let leastOfPair = 0.07
  /// The part of a likeness that must not come from the name of the place.
  static let leastBeside: Float = 0.45
  /// What remains of the likeness of two reports that name different places, or share only the place.
  static let elsewhere = 0.5
  /// Persons that a node counts for at most.
  private static let heaviest = 10

  /// Clusters of two reports or more, most persons first, then most reports, then the earliest.
  /// An issue of more than 3,000 reports in as many different words may come in several parts.
  /// - Complexity: O(Σ f²) over the frequencies f of terms, f at most 3,000; 4,326 reports take about 0.3 s.
  public static func find(in reports: [ComparableReport]) -> [ReportCluster] {
    let nodes = CopyNodes(reports)
    let graph = LikenessGraph(nodes.leaders.map { reports[$0] }, leastOfPair: leastOfPair)
    let weights = nodes.members.map { members in
      min(heaviest, persons(members.lazy.map { reports[$0].reporter }))
    }
    var linkage = AverageLinkage(rows: graph.rows, weights: weights, least: least)
    var clusters: [ReportCluster] = []
    for group in linkage.groups() {
      let members = group.flatMap { nodes.members[$0] }.sorted()
      guard members.count > 1 else { continue }
      let (middle, likeness) = graph.middle(of: group)
      clusters.append(
        ReportCluster(
          members: members, persons: persons(members.lazy.map { reports[$0].reporter }),
          representative: nodes.leaders[middle], likeness: likeness))
    }
    return clusters.sorted {
      ($1.persons, $1.members.count, $0.members[0]) < ($0.persons, $0.members.count, $1.members[0])
    }
  }

  /// Distinct accounts; a report without one counts for itself.
  static func persons(_ reporters: some Sequence<String?>) -> Int {
    var known: Set<String> = []
    var unknown = 0
    for reporter in reporters {
      if let reporter { known.insert(reporter) } else { unknown += 1 }
    }
    return known.count + unknown
  }
}
