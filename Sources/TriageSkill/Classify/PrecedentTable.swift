/// The training rows by id, each with a few of its features, so that those nearest to a text can be named.
///
/// No text is kept: a feature is a row of the model's hash table. Sixteen features of the greatest weight stand for a row.
struct PrecedentTable: Sendable, Equatable {
  /// Features kept of a row.
  static let width = 16
  /// In the bytes of ``entries`` where a row has fewer features.
  static let none: UInt32 = .max

  var ids: [String] = []
  /// The label of each, by number.
  var labels: [UInt32] = []
  /// ``width`` a row: the model's row (24 bits) below the weight in 255ths of the whole length (8 bits).
  var entries: [UInt32] = []

  /// Adds a row by its features: rows of the model with values of a vector of length 1.
  mutating func append(id: String, label: Int, _ features: [(row: UInt32, value: Float)]) {
    ids.append(id)
    labels.append(UInt32(label))
    let best = features.sorted { ($0.value, $1.row) > ($1.value, $0.row) }.prefix(Self.width)
    let length = best.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    for i in 0..<Self.width {
      guard i < best.count, length > 0 else {
        entries.append(Self.none)
        continue
      }
      let weight = UInt32(max(1, (best[i].value / length * 255).rounded()))
      entries.append(best[i].row | min(weight, 255) << 24)
    }
  }

  /// The rows nearest to a text, best first, those that share nothing left out; ties in the order of training.
  ///
  /// - Parameter values: the text's values by row of the model, of a vector of length 1.
  func nearest(to values: [Float], limit: Int) -> [(row: Int, similarity: Float)] {
    var found: [(row: Int, similarity: Float)] = []
    for row in ids.indices {
      var sum: Float = 0
      for entry in entries[(row * Self.width)..<((row + 1) * Self.width)] where entry != Self.none {
        sum += values[Int(entry & 0xFF_FFFF)] * Float(entry >> 24) / 255
      }
      guard sum > 0, sum > found.last?.similarity ?? 0 || found.count < limit else { continue }
      let at = found.firstIndex { sum > $0.similarity } ?? found.count
      found.insert((row, sum), at: at)
      if found.count > limit { found.removeLast() }
    }
    return found
  }
}
