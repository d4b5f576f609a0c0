/// What a citizen or an inspector sent, as it came in: nothing is judged yet.
public struct Report: Sendable, Equatable {
  /// The sender's own id, or the number of the input line.
  public var id: String
  public var title: String
  public var text: String
  /// When it was sent, on the wall clock of the district.
  public var received: LocalTime?
  /// A pseudonym or account of the sender; empty where unknown.
  public var reporter: String
  /// Where it is, in the sender's words; empty where only the text says.
  public var address: String
  /// Degrees; nil where none was sent.
  public var latitude: Double?
  public var longitude: Double?
  /// The way it came: `12345`, `app`, `inspection`, `open311` …; empty where unknown.
  public var channel: String

  public init(
    id: String, title: String = "", text: String, received: LocalTime? = nil,
    reporter: String = "", address: String = "", latitude: Double? = nil, longitude: Double? = nil,
    channel: String = ""
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.received = received
    self.reporter = reporter
    self.address = address
    self.latitude = latitude
    self.longitude = longitude
    self.channel = channel
  }
}
