/// A value far from what trend and season lead to expect.
public struct Anomaly: Equatable, Sendable {
  public var index: Int
  /// Trend and season without the value's own say.
  public var expected: Double
  /// The value less ``expected``, in the unit of the series.
  public var size: Double
  /// ``size`` in robust standard deviations of all such differences; its sign is that of ``size``.
  public var score: Double
  /// What the caller knows about that period; nil where nothing.
  public var reason: String?
}
