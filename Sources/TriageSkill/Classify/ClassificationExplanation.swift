/// Why a text was classified as it was.
public struct ClassificationExplanation: Sendable, Equatable {
  /// Words of the text that speak for the label and against the second, or the other way round.
  public struct Phrase: Sendable, Equatable {
    /// Bytes of the text, where the words stand first.
    public var range: Range<Int>
    /// By how much they raise the label's score over the second's, wherever they stand; negative for the other way.
    public var weight: Double
  }

  /// A labelled report that the classifier learnt from, near to the text.
  public struct Precedent: Sendable, Equatable {
    public var id: String
    public var label: String
    /// 0…1.
    public var similarity: Double
  }

  public var classification: Classification
  /// Greatest weight first.
  public var deciding: [Phrase]
  public var opposing: [Phrase]
  public var precedents: [Precedent]
}
