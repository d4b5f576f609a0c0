/// A passage and its score for one query.
public struct ScoredPassage: Sendable, Hashable {
  public var passage: Int
  public var score: Float

  public init(passage: Int, score: Float) {
    self.passage = passage
    self.score = score
  }
}
