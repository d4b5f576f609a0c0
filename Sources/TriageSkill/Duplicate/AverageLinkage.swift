/// Joins nodes of a sparse graph while the average likeness of two groups, over all their pairs, is high enough.
///
/// Nearest-neighbour chains (F. Murtagh, “A survey of recent advances in hierarchical clustering algorithms”, 1983):
/// average linkage is reducible, so joining mutual nearest neighbours wherever they are met gives the same groups as
/// joining the nearest pair of all each time. Edges that are not there count as zero.
struct AverageLinkage: Sendable {
  private var rows: [[LikenessGraph.Edge]]
  /// Sums are of whole numbers: both ends of an edge see the same average.
  private let least: Double
  private var parent: [Int32]
  private var size: [Int]
  private var sums: [Int64]

  /// - Parameter weights: how many times each node counts in averages, at least 1.
  init(rows: [[LikenessGraph.Edge]], weights: [Int], least: Double) {
    self.rows = rows
    for node in rows.indices {
      for i in rows[node].indices {
        self.rows[node][i].likeness *= Int64(weights[node] * weights[Int(rows[node][i].node)])
      }
    }
    self.least = least * LikenessGraph.one
    parent = rows.indices.map { Int32($0) }
    size = weights
    sums = [Int64](repeating: 0, count: rows.count)
  }

  /// The groups, each ascending, by their first node.
  /// - Complexity: O(edges · steps of chains), in practice some passes over the edges.
  mutating func groups() -> [[Int]] {
    var chain: [Int] = []
    for start in rows.indices where parent[start] == Int32(start) {
      chain.append(start)
      while let last = chain.last {
        let before = chain.count > 1 ? chain[chain.count - 2] : -1
        guard let next = nearest(to: last, preferring: before) else {
          chain.removeAll()
          break
        }
        if next == before {
          chain.removeLast(2)
          join(last, next)
          if chain.isEmpty { chain.append(min(last, next)) }
        } else {
          chain.append(next)
        }
      }
    }
    var groups: [[Int]] = [[Int]](repeating: [], count: rows.count)
    for node in rows.indices { groups[root(node)].append(node) }
    return groups.filter { !$0.isEmpty }
  }

  /// The group with the highest average to `group`, at least ``least``; of equal ones `preferred`, then the first.
  private mutating func nearest(to group: Int, preferring preferred: Int) -> Int? {
    var touched: [Int32] = []
    for edge in rows[group] {
      let other = root(Int(edge.node))
      if other == group { continue }
      if sums[other] == 0 { touched.append(Int32(other)) }
      sums[other] += edge.likeness
    }
    var best: (node: Int, average: Double)?
    var row: [LikenessGraph.Edge] = []
    row.reserveCapacity(touched.count)
    for other in touched {
      let at = Int(other)
      row.append(.init(node: other, likeness: sums[at]))
      let average = Double(sums[at]) / Double(size[group] * size[at])
      sums[at] = 0
      guard average >= least else { continue }
      if let now = best {
        if average < now.average { continue }
        if average == now.average, now.node == preferred || at != preferred && at > now.node {
          continue
        }
      }
      best = (at, average)
    }
    rows[group] = row
    return best?.node
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (low, high) = (min(a, b), max(a, b))
    parent[high] = Int32(low)
    size[low] += size[high]
    rows[low] += rows[high]
    rows[high] = []
  }

  private mutating func root(_ node: Int) -> Int {
    var at = node
    while parent[at] != Int32(at) {
      parent[at] = parent[Int(parent[at])]
      at = Int(parent[at])
    }
    return at
  }
}
