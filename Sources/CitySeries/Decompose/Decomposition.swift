/// A series as trend + seasonal + remainder.
public struct Decomposition: Equatable, Sendable {
  public var trend: [Double]
  /// Sums to about zero over each cycle.
  public var seasonal: [Double]
  public var remainder: [Double]
  /// How far each value was believed, 0…1; all 1 where the decomposition was not robust.
  public var weights: [Double]
}
