/// What the words of one report say, field by field; nil where they do not say it.
public struct Extraction: Sendable, Equatable {
  public var urgency: Finding<UrgencyReading>
  public var place: Finding<PlaceReading>?
  /// When it happened or happens: a day, a moment or a time of day that recurs.
  public var time: Finding<OccurredTime>?
  /// How many people are affected.
  public var persons: Finding<Int>?
  /// Personal data in the words, by kind; shown masked only.
  public var contacts: [Finding<Contact>]
  public var request: Finding<RequestKind>
  /// The matters it holds, as bytes of ``Report/whole``; one where it is about one thing.
  public var matters: [Range<Int>]

  public init(
    urgency: Finding<UrgencyReading>, place: Finding<PlaceReading>? = nil,
    time: Finding<OccurredTime>? = nil, persons: Finding<Int>? = nil,
    contacts: [Finding<Contact>] = [], request: Finding<RequestKind>, matters: [Range<Int>]
  ) {
    self.urgency = urgency
    self.place = place
    self.time = time
    self.persons = persons
    self.contacts = contacts
    self.request = request
    self.matters = matters
  }
}

/// When something happened, as far as the words tell.
public enum OccurredTime: Sendable, Equatable {
  /// A span of moments, `to` not included; a day is 24 hours of it.
  case span(from: Moment, to: Moment)
  /// Each day at these seconds of the day: 每天凌晨2点; `to` may lie past midnight (> 86,400).
  case daily(from: Int, to: Int)
  /// Going on: 一直, 长期, 近期.
  case ongoing
}

/// Personal data, by kind, masked: `138****5678`.
public struct Contact: Sendable, Equatable {
  public enum Kind: String, Sendable { case phone, email, identity, name }
  public var kind: Kind
  public var masked: String

  public init(_ kind: Kind, masked: String) {
    self.kind = kind
    self.masked = masked
  }
}

/// What the sender wants.
public enum RequestKind: String, Sendable, CaseIterable {
  case consult, help, complaint, report, suggestion, praise
}
