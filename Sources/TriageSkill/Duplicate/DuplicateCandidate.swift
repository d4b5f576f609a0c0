/// An earlier report that may be about the same thing, and why.
public struct DuplicateCandidate: Sendable, Equatable {
  /// The earlier order's id.
  public var order: String
  public var signs: DuplicateSigns

  public init(order: String, signs: DuplicateSigns) {
    self.order = order
    self.signs = signs
  }

  /// As a work order carries it, the score at three decimals.
  public var duplicate: WorkOrder.Duplicate {
    WorkOrder.Duplicate(
      order: order, score: (signs.score * 1_000).rounded() / 1_000, agreeing: signs.agreeing)
  }
}
