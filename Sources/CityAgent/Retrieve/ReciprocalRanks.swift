/// Several rankings made one: Σ 1 / (60 + rank), ranks from 1 (Cormack, Clarke & Büttcher 2009).
///
/// Only ranks count, so that scores of different kinds need not be compared.
enum ReciprocalRanks {
  static let constant = 60.0

  /// Best first; ties by passage number. A passage counts once a list, where it first stands.
  static func fused(_ lists: [[Int]]) -> [Passage] {
    var scores: [Int: Double] = [:]
    for list in lists {
      var seen: Set<Int> = []
      for (place, passage) in list.enumerated() where seen.insert(passage).inserted {
        scores[passage, default: 0] += 1 / (constant + Double(place + 1))
      }
    }
    return scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      Passage(number: $0.key, score: Float($0.value))
    }
  }
}
