public import CityChart

extension PlaceRegister {
  /// The streets with their points, as a map sketch draws them; no values yet.
  public var mapStreets: [StreetMap.Street] {
    streetNames.indices.map { number in
      StreetMap.Street(
        name: streetNames[number],
        points: points.filter { $0.street == number }.map {
          StreetMap.Point(longitude: $0.longitude, latitude: $0.latitude)
        }, value: nil)
    }
  }
}
