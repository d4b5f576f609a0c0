import Testing

@testable import TriageSkill

@Suite struct AverageLinkageTests {
  /// Joins the nearest pair of all, over and over, averaging over all pairs of nodes.
  private func slowGroups(_ likeness: [[Int64]], _ weights: [Int], least: Double) -> Set<[Int]> {
    var groups = likeness.indices.map { [$0] }
    func average(_ a: [Int], _ b: [Int]) -> Double {
      var (sum, pairs) = (0.0, 0.0)
      for x in a {
        for y in b {
          sum += Double(likeness[x][y]) * Double(weights[x] * weights[y])
          pairs += Double(weights[x] * weights[y])
        }
      }
      return sum / pairs / LikenessGraph.one
    }
    while true {
      var best: (Double, Int, Int)?
      for i in groups.indices {
        for j in groups.indices where j > i {
          let value = average(groups[i], groups[j])
          if value > best?.0 ?? -1 { best = (value, i, j) }
        }
      }
      guard let (value, i, j) = best, value >= least else { return Set(groups.map { $0.sorted() }) }
      groups[i] += groups[j]
      groups.remove(at: j)
    }
  }

  @Test func chainsGiveTheGroupsOfTheSlowVersion() {
    var dice = DuplicateDice(seed: 10)
    for round in 0..<120 {
      let count = Int.random(in: 0..<26, using: &dice)
      var likeness = [[Int64]](repeating: [Int64](repeating: 0, count: count), count: count)
      var rows = [[LikenessGraph.Edge]](repeating: [], count: count)
      for i in 0..<count {
        for j in 0..<i where Int.random(in: 0..<3, using: &dice) == 0 {
          // All different, so that no tie is broken one way or the other.
          let value = Int64.random(in: 1...1 << 20, using: &dice)
          (likeness[i][j], likeness[j][i]) = (value, value)
          rows[i].append(.init(node: Int32(j), likeness: value))
          rows[j].append(.init(node: Int32(i), likeness: value))
        }
      }
      let weights = (0..<count).map { _ in
        round % 2 == 0 ? 1 : Int.random(in: 1...9, using: &dice)
      }
      for least in [0.05, 0.2, 0.5] {
        var linkage = AverageLinkage(rows: rows, weights: weights, least: least)
        #expect(
          Set(linkage.groups()) == slowGroups(likeness, weights, least: least),
          "round \(round), \(count) nodes, least \(least)")
      }
    }
  }

  @Test func nodesThatAreAllAlikeBecomeOneGroup() {
    let rows = (0..<50).map { i in
      (0..<50).filter { $0 != i }.map { LikenessGraph.Edge(node: Int32($0), likeness: 1 << 19) }
    }
    var linkage = AverageLinkage(rows: rows, weights: [Int](repeating: 1, count: 50), least: 0.3)
    #expect(linkage.groups() == [Array(0..<50)])
  }
}
