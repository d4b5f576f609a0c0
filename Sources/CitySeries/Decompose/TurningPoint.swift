/// A peak or a trough of a smooth series.
public struct TurningPoint: Equatable, Sendable {
  public enum Kind: Sendable {
    case peak
    case trough
  }
  public var index: Int
  public var kind: Kind
  public var value: Double
}
