/// One term's part in a passage's score.
public struct ScoreExplanation: Sendable {
  public var term: String
  public var documentFrequency: Int
  public var idf: Float
  /// Occurrences in title, aliases, headings, body.
  public var frequencies: [Int]
  public var score: Float
}
