import CityText

/// Copies of one text as one node each.
struct CopyNodes: Sendable {
  /// The first report of each node.
  private(set) var leaders: [Int] = []
  /// The reports of each node, ascending.
  private(set) var members: [[Int]] = []

  /// Texts are copies where their smallest pieces are the same and most of the others too.
  init(_ reports: [ComparableReport]) {
    var nodes: [UInt64: [Int]] = [:]
    var sketches: [ShingleSketch] = []
    for (number, report) in reports.enumerated() {
      let sketch = ShingleSketch(
        folded: Folding.fold(Array(report.title.utf8) + Array(report.text.utf8)))
      let key = sketch.hashes.prefix(4).reduce(UInt64(sketch.hashes.count == 0 ? 0 : 1)) {
        ($0 &* 0x9E37_79B9_7F4A_7C15) ^ UInt64($1)
      }
      // Few texts share their four smallest pieces and differ; those few are looked through.
      let node = nodes[key]?.prefix(8).first {
        sketches[$0].resemblance(to: sketch) >= DuplicateSigns.sameText
      }
      if let node {
        members[node].append(number)
      } else {
        nodes[key, default: []].append(leaders.count)
        leaders.append(number)
        members.append([number])
        sketches.append(sketch)
      }
    }
  }
}
