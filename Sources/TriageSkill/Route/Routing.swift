/// Where an order goes, and what else was weighed.
public struct Routing: Sendable, Equatable {
  /// A row that some of the words point to.
  public struct Candidate: Sendable, Equatable {
    public var row: ResponsibilityRow
    /// The sum of its hits' weights, with the prior of its category.
    public var score: Double
    public var hits: [Hit]
    /// Whether the category given speaks for it.
    public var hasPrior: Bool
  }

  /// A keyword of a row found in the text.
  public struct Hit: Sendable, Equatable {
    public var keyword: String
    public var weight: Double
    /// Where its parts stand, in bytes of the report's whole text.
    public var ranges: [Range<Int>]
  }

  public var assignment: Finding<Assignment>
  /// Best first, at most five; the first one made the assignment unless it is a fallback.
  public var candidates: [Candidate]

  /// The words that the assignment rests on, each by itself; they may overlap.
  public var words: [Range<Int>] {
    assignment.value.isFallback ? [] : candidates.first?.hits.flatMap(\.ranges) ?? []
  }

  /// Whether another unit has nearly as good a claim: a person should look.
  public var isClose: Bool {
    guard let best = candidates.first, !assignment.value.isFallback else { return false }
    return candidates.dropFirst().contains {
      $0.row.lead != best.row.lead && $0.score >= best.score * 0.9
    }
  }

  /// Whether the matter is one for the urgent track by its row.
  public var isUrgentMatter: Bool {
    !assignment.value.isFallback && candidates.first?.row.isUrgent == true
  }
}
