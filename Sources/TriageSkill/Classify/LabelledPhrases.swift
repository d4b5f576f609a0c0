/// A label and the words that point to it: a path of a taxonomy with its names, a responsibility with its keywords.
public struct LabelledPhrases: Sendable, Equatable {
  public var label: String
  public var phrases: [String]

  public init(label: String, phrases: [String]) {
    self.label = label
    self.phrases = phrases
  }
}
