/// One published number, and where it stands.
public struct Observation: Sendable, Equatable {
  public var period: Period
  public var value: Double
  /// The release it came from, as a day or label; empty where the file names none. The latest serves unless another is asked for.
  public var vintage: String
  /// Number of the document in the generation, and the value field's bytes in its canonical text.
  public var document: Int
  public var range: Range<Int>
}

/// The numbers of one indicator × region × basis in period order, one a period (the latest vintage).
public struct Series: Sendable, Equatable {
  public var indicator: Int
  public var region: Int
  public var basis: Basis
  public var unit: String
  public var observations: [Observation]

  /// - Complexity: O(log n).
  public subscript(period: Period) -> Observation? {
    var low = 0
    var high = observations.count
    while low < high {
      let middle = (low + high) / 2
      if observations[middle].period < period { low = middle + 1 } else { high = middle }
    }
    return low < observations.count && observations[low].period == period ? observations[low] : nil
  }

  public var last: Observation? { observations.last }
}
