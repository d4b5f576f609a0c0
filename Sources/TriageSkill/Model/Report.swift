/// What a citizen or an inspector sent: the words, and what came with them.
///
/// Nothing of it is ever changed: a work order keeps its report as it came.
public struct Report: Sendable, Equatable {
  public var id: String
  /// A title, where the channel has one; else empty.
  public var title: String
  public var text: String
  /// Who sent it, as the channel names them: an account, never a name. Nil for unknown.
  public var reporter: String?
  public var received: Moment
  public var channel: String?
  /// Where the sender says it is.
  public var address: String?
  public var latitude: Double?
  public var longitude: Double?
  /// What the sender gave to be reached by; never shown outside.
  public var phone: String?
  public var email: String?
  /// A category the channel has set already; a person's choice wins over the model's.
  public var category: String?
  /// The line of the input it stands on, from 1; 0 where it came by word.
  public var line: Int

  public init(
    id: String, title: String = "", text: String, reporter: String? = nil, received: Moment,
    channel: String? = nil, address: String? = nil, latitude: Double? = nil,
    longitude: Double? = nil, phone: String? = nil, email: String? = nil, category: String? = nil,
    line: Int = 0
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.reporter = reporter
    self.received = received
    self.channel = channel
    self.address = address
    self.latitude = latitude
    self.longitude = longitude
    self.phone = phone
    self.email = email
    self.category = category
    self.line = line
  }

  /// Title and text in one, as every rule reads it; ranges of findings are bytes of this.
  public var whole: String {
    if title.isEmpty || text.hasPrefix(title) { return text }
    return text.isEmpty ? title : title + "\n" + text
  }
}
