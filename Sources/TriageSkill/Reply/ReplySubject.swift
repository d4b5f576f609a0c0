/// What a reply is held against: the report's words, its matters, who deals with it and by when.
public struct ReplySubject: Sendable, Equatable {
  /// The report's whole text.
  public var whole: [UInt8]
  /// The matters, in bytes of ``whole``; all of it where there is none.
  public var matters: [Range<Int>]
  /// Words that name what the report is about, in bytes of ``whole``: what the assignment rests on.
  public var objects: [Range<Int>]
  /// The lead and support units.
  public var units: [String]
  public var close: Moment?

  public init(
    whole: [UInt8], matters: [Range<Int>] = [], objects: [Range<Int>] = [], units: [String] = [],
    close: Moment? = nil
  ) {
    self.whole = whole
    self.matters = matters.isEmpty ? [0..<whole.count] : matters
    self.objects = objects
    self.units = units
    self.close = close
  }

  /// - Parameter routing: the order's own, where it is at hand: its words one by one rather than run together.
  public init(_ order: WorkOrder, routing: Routing? = nil) {
    self.init(
      whole: Array(order.report.whole.utf8), matters: order.extraction.matters,
      objects: routing?.words ?? order.assignment.evidence,
      units: [order.assignment.value.lead] + order.assignment.value.support,
      close: order.deadlines.close)
  }
}
