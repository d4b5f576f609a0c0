/// What the digest needs of one order; every text is as it may be shown, masked by the caller.
public struct DigestRecord: Sendable, Equatable {
  /// The order's id.
  public var order: String
  public var received: Moment
  /// The category's display name.
  public var category: String?
  /// The matter's display name.
  public var matter: String?
  public var street: String?
  public var community: String?
  /// Who sent it, as a key that is never shown; nil for unknown.
  public var reporter: String?
  public var urgency: Urgency
  /// How it stands, in words of the digest's language.
  public var state: String
  /// By when it must be closed; nil where no clock runs: merged into another order, or paused.
  public var due: Moment?
  public var closed: Moment?
  /// How often its owner sent it back.
  public var returned: Int
  /// 1…5; other values count as not given.
  public var satisfaction: Int?
  public var likes: Int
  public var title: String
  /// The order that leads its group of duplicates; nil, or its own id, where it repeats none.
  public var group: String?

  public init(
    order: String, received: Moment, category: String? = nil, matter: String? = nil,
    street: String? = nil, community: String? = nil, reporter: String? = nil,
    urgency: Urgency = .normal, state: String = "", due: Moment? = nil, closed: Moment? = nil,
    returned: Int = 0, satisfaction: Int? = nil, likes: Int = 0, title: String = "",
    group: String? = nil
  ) {
    self.order = order
    self.received = received
    self.category = category
    self.matter = matter
    self.street = street
    self.community = community
    self.reporter = reporter
    self.urgency = urgency
    self.state = state
    self.due = due
    self.closed = closed
    self.returned = returned
    self.satisfaction = satisfaction
    self.likes = likes
    self.title = title
    self.group = group
  }

  /// The record with every text on one line and cut to what a table holds.
  var shown: DigestRecord {
    var record = self
    record.category = category.map(DigestText.short)
    record.matter = matter.map(DigestText.short)
    record.street = street.map(DigestText.short)
    record.community = community.map(DigestText.short)
    record.state = DigestText.short(state)
    record.title = DigestText.short(title)
    return record
  }

  /// Whether it was still open at a moment.
  func isOpen(at moment: Moment) -> Bool {
    received < moment && (closed.map { $0 >= moment } ?? true)
  }
}

/// A stretch of time, its end not included.
public struct DigestSpan: Sendable, Equatable {
  public var from: Moment
  public var to: Moment

  public init(from: Moment, to: Moment) {
    self.from = from
    self.to = max(from, to)
  }

  func contains(_ moment: Moment) -> Bool { from <= moment && moment < to }

  var seconds: Int { to.seconds - from.seconds }
  /// The stretch of the same length before.
  var before: DigestSpan { DigestSpan(from: from.adding(seconds: -seconds), to: from) }
}
