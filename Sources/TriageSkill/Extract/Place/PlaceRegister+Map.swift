extension PlaceRegister {
  /// The streets with their points, as the digest's map draws them.
  public var mapStreets: [DigestStreet] {
    streetNames.indices.map { number in
      DigestStreet(
        name: streetNames[number],
        points: points.filter { $0.street == number }.map { ($0.longitude, $0.latitude) })
    }
  }
}
