import CityText

/// The places of a district by all their names: streets, communities, metro stations and exits, roads, landmarks.
///
/// Compiled from `seeds/places.json`; a generation keeps its ``bytes``. Another city's names stand in it too, to see
/// that a report is about somewhere else.
public struct PlaceRegister: Sendable {
  enum Kind: UInt32, Sendable {
    case district, street, community, station, road, area, landmark, floodPoint
    /// Another district or city whose bare name tells it.
    case elsewhere
    /// Another city whose name counts only where the words say that it is there.
    case elsewhereIfThere

    /// Which of two names of one place a desk is shown: the closer one.
    var rank: Int {
      switch self {
      case .district, .elsewhere, .elsewhereIfThere: 0
      case .street: 1
      case .road, .area: 2
      case .community: 3
      case .station: 4
      case .landmark, .floodPoint: 5
      }
    }
  }

  struct Exit: Sendable, Equatable {
    /// `A`, `D1`, `31`, in capitals.
    var label: String
    /// Where it leads out, when the station lies on a border; else empty.
    var streets: [Int]
  }

  struct Entry: Sendable, Equatable {
    var kind: Kind
    /// As a desk is shown it; of another city, the city.
    var name: String
    /// Numbers in ``streetNames``; several where the name crosses streets.
    var streets: [Int] = []
    var community: String?
    var latitude: Double?
    var longitude: Double?
    /// Whether a second source confirms its street.
    var isConfirmed: Bool = false
    var exits: [Exit] = []
  }

  /// A point by which a report with coordinates is brought to a street.
  struct Point: Sendable, Equatable {
    var street: Int
    var latitude: Double
    var longitude: Double
  }

  /// The first digits of the file's digest: the version that findings name.
  var version: String = ""
  var streetNames: [String] = []
  var entries: [Entry] = []
  var points: [Point] = []
  /// How far around ``points`` the district reaches, in degrees.
  var margin: Double = 0
  /// Folded names in the order they were read, each with the entries that bear it.
  private(set) var names: [(text: [UInt8], entries: [Int])] = []
  private(set) var phrases: PhraseTable = PhraseTable()
  private(set) var first: FirstCharacters = FirstCharacters()

  /// A register without places: nothing is found by it.
  public init() {}

  /// Files an entry under a name.
  mutating func file(_ name: String, _ entry: Int) {
    let folded = Folding.fold(Array(name.utf8))
    if folded.isEmpty { return }
    let number = phrases.insert(folded[...])
    first.insert(folded[...])
    if number == names.count {
      names.append((folded, [entry]))
    } else if !names[number].entries.contains(entry) {
      names[number].entries.append(entry)
    }
  }

  mutating func add(_ entry: Entry, names: [String]) {
    entries.append(entry)
    for name in names { file(name, entries.count - 1) }
  }

  /// How many streets, communities, stations and other places it holds.
  public var counts: (streets: Int, communities: Int, stations: Int, others: Int) {
    func count(_ kinds: Set<Kind>) -> Int { entries.count { kinds.contains($0.kind) } }
    return (
      streetNames.count, count([.community]), count([.station]),
      count([.road, .area, .landmark, .floodPoint])
    )
  }

  /// Whether coordinates lie inside the district, as far as its points tell.
  public func contains(latitude: Double, longitude: Double) -> Bool {
    guard let first = points.first, latitude.isFinite, longitude.isFinite else { return false }
    var box = (first.latitude, first.latitude, first.longitude, first.longitude)
    for point in points {
      box.0 = min(box.0, point.latitude)
      box.1 = max(box.1, point.latitude)
      box.2 = min(box.2, point.longitude)
      box.3 = max(box.3, point.longitude)
    }
    return latitude >= box.0 - margin && latitude <= box.1 + margin && longitude >= box.2 - margin
      && longitude <= box.3 + margin
  }

  /// The street of the nearest point, and those nearly as near; nil outside the district.
  ///
  /// Points are few and their coordinate system is not stated: what is less than half as far again counts as near.
  public func nearest(latitude: Double, longitude: Double) -> [String]? {
    guard contains(latitude: latitude, longitude: longitude) else { return nil }
    // A degree of longitude is 0.92 of one of latitude at 22.5° north.
    let distances = points.map { point in
      let x = (point.longitude - longitude) * 0.92
      let y = point.latitude - latitude
      return (x * x + y * y).squareRoot()
    }
    guard let least = distances.min() else { return nil }
    var found: [String] = []
    let order = points.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
    for i in order where distances[i] <= max(least * 1.5, 0.001) {
      let name = streetNames[points[i].street]
      if !found.contains(name) { found.append(name) }
    }
    return found
  }
}
