/// What is expected for each step ahead, and how far from it the values may lie.
public struct ForecastResult: Equatable, Sendable {
  /// In the unit of the series; index 0 is the first step after its last value.
  public var mean: [Double]
  /// 80 and 95 % bands; nil where there is no spread to learn from: fewer than four values, or a constant or a line met exactly.
  public var band80: ForecastBand?
  public var band95: ForecastBand?
}
