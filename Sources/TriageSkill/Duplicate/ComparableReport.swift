/// What of a report is compared with others: its words, and what the other stages read out of them.
public struct ComparableReport: Sendable, Equatable {
  /// The order's id.
  public var id: String
  /// A title; the beginning of ``text`` serves where it is empty.
  public var title: String
  public var text: String
  /// The account that sent it; nil for unknown.
  public var reporter: String?
  public var received: Moment
  /// Names of the place, as said or as the register spells them; names in the title are read besides.
  public var places: [String]
  /// What it is about: the id of a matter or a category. Only equal ones agree.
  public var matter: String?

  public init(
    id: String, title: String = "", text: String, reporter: String? = nil, received: Moment,
    places: [String] = [], matter: String? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.reporter = reporter
    self.received = received
    self.places = places
    self.matter = matter
  }

  /// What an order's report says, with the place and the matter that were found.
  ///
  /// A matter of the fallback row says only that none was found; it is left out.
  public init(_ order: WorkOrder) {
    let place = order.extraction.place?.value
    let assignment = order.assignment.value
    self.init(
      id: order.id, title: order.report.title, text: order.report.text,
      reporter: order.report.reporter, received: order.report.received,
      places: ([place?.words ?? ""] + (place?.candidates.map(\.name) ?? [])).filter { !$0.isEmpty },
      matter: assignment.isFallback ? order.category?.value.label : assignment.matter)
  }
}
