/// A street of the digest's map, where it is known to lie.
public struct DigestStreet: Sendable {
  /// As records spell it.
  public var name: String
  /// Places of it in degrees, in whatever datum all streets share.
  public var points: [(longitude: Double, latitude: Double)]

  public init(name: String, points: [(longitude: Double, latitude: Double)]) {
    self.name = name
    self.points = points
  }
}
