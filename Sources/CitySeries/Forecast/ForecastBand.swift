/// The lower and the upper limit of each step ahead.
public struct ForecastBand: Equatable, Sendable {
  public var low: [Double]
  public var high: [Double]
}
