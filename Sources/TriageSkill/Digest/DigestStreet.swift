/// A street of the digest's map, where it is known to lie.
public struct DigestStreet: Sendable, Equatable {
  /// A place in degrees, in whatever datum all points share.
  public struct Point: Sendable, Equatable {
    public var longitude: Double
    public var latitude: Double

    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// As records spell it.
  public var name: String
  public var points: [Point]

  public init(name: String, points: [Point]) {
    self.name = name
    self.points = points
  }
}
