import CityText

/// Which nodes are alike, and how much, in parts of 2²⁰: whole numbers, so that no order of adding changes a sum.
struct LikenessGraph: Sendable {
  static let one = Double(1 << 20)

  struct Edge: Sendable {
    var node: Int32
    var likeness: Int64
  }

  /// For each node its neighbours.
  private(set) var rows: [[Edge]]

  /// - Parameter leastOfPair: what is less alike has nothing in common.
  init(_ reports: [ComparableReport], leastOfPair: Double) {
    let places = reports.map {
      PlaceKeys.keys(title: ReportSignature.heading($0), places: $0.places)
    }
    let vectors = TermVectors(reports, places: places)
    rows = [[Edge]](repeating: [], count: reports.count)
    var sums = [Float](repeating: 0, count: reports.count)
    // What of a sum is not the name of the place.
    var beside = sums
    var touched: [Int32] = []
    var postings = [[TermVectors.Weight]](repeating: [], count: vectors.termCount)
    for node in reports.indices {
      touched.removeAll(keepingCapacity: true)
      for weight in vectors.rows[node] {
        let term = Int(weight.term)
        // A term of very many reports tells nothing that its rarity would not have told.
        if postings[term].count < Self.longestPosting {
          for other in postings[term] {
            let at = Int(other.term)
            if sums[at] == 0 { touched.append(other.term) }
            sums[at] += weight.value * other.value
            if !weight.isPlace, !other.isPlace { beside[at] += weight.value * other.value }
          }
          postings[term].append(
            .init(term: Int32(node), value: weight.value, isPlace: weight.isPlace))
        }
      }
      for other in touched {
        let at = Int(other)
        var likeness = Double(min(1, sums[at]))
        let isOther = beside[at] < ReportClusters.leastBeside * sums[at]
        sums[at] = 0
        beside[at] = 0
        guard likeness >= leastOfPair else { continue }
        if !places[node].isEmpty, !places[at].isEmpty,
          isOther || !SortedKeys.meet(places[node], places[at])
        {
          likeness *= ReportClusters.elsewhere
          guard likeness >= leastOfPair else { continue }
        }
        let whole = Int64((likeness * Self.one).rounded())
        rows[node].append(Edge(node: other, likeness: whole))
        rows[at].append(Edge(node: Int32(node), likeness: whole))
      }
    }
  }

  /// The nodes of a term that are compared with later ones.
  private static let longestPosting = 3_000

  /// The node of a group with the most in common with the others, and the average likeness of the group's pairs.
  func middle(of group: [Int]) -> (node: Int, likeness: Double) {
    guard group.count > 1 else { return (group[0], 1) }
    let inside = Set(group.map { Int32($0) })
    var best: (node: Int, sum: Int64) = (group[0], -1)
    var total: Int64 = 0
    for node in group {
      let sum = rows[node].reduce(Int64(0)) { inside.contains($1.node) ? $0 + $1.likeness : $0 }
      total += sum
      if sum > best.sum { best = (node, sum) }
    }
    return (best.node, Double(total) / Self.one / Double(group.count * (group.count - 1)))
  }
}
