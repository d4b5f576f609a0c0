/// Where a matter is: down the levels as far as the words go.
public struct PlaceReading: Sendable, Equatable {
  /// One place of the register that the words may mean.
  public struct Candidate: Sendable, Equatable {
    /// 莲花街道
    public var street: String
    /// 景田社区; nil where the words do not go so far.
    public var community: String?
    /// The grid's code, where the district has given one.
    public var grid: String?
    /// What was named: 景田地铁站A口, 莲花二村.
    public var name: String
    public var latitude: Double?
    public var longitude: Double?
    /// What of the register is not confirmed by a second source.
    public var isUnverified: Bool

    public init(
      street: String, community: String? = nil, grid: String? = nil, name: String,
      latitude: Double? = nil, longitude: Double? = nil, isUnverified: Bool = false
    ) {
      self.street = street
      self.community = community
      self.grid = grid
      self.name = name
      self.latitude = latitude
      self.longitude = longitude
      self.isUnverified = isUnverified
    }
  }

  /// Best first; more than one where the words mean several places: nobody picks one silently.
  public var candidates: [Candidate]
  /// The words of the report that name the place, as they stand there; also where no candidate was found.
  public var words: String
  /// Another city or district that the words name instead.
  public var elsewhere: String?

  public init(candidates: [Candidate], words: String, elsewhere: String? = nil) {
    self.candidates = candidates
    self.words = words
    self.elsewhere = elsewhere
  }

  public var isAmbiguous: Bool {
    Set(candidates.map { "\($0.street)/\($0.community ?? "")" }).count > 1
  }
}
