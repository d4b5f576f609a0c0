/// Reports of one issue: the same place or party and the same kind of trouble, whoever wrote them.
public struct ReportCluster: Sendable, Equatable {
  /// Where its reports stand in what was clustered, ascending.
  public var members: [Int]
  /// Distinct persons: what one account sent counts once, a report without one counts for itself.
  public var persons: Int
  /// The report that is most like the others; its title may stand for all.
  public var representative: Int
  /// How alike its reports are on average, 0…1; 1 for a single text in several copies.
  public var likeness: Double

  public init(members: [Int], persons: Int, representative: Int, likeness: Double) {
    self.members = members
    self.persons = persons
    self.representative = representative
    self.likeness = likeness
  }
}
