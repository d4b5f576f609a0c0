/// Weights and length normalisation of BM25F (Robertson & Zaragoza 2009, §3.6).
///
/// A term's frequency is the weighted sum over the fields of `tf / (1 − b + b · length / average)`, its
/// part of the score `weight · idf · frequency / (k1 + frequency)`; lengths count terms.
public struct FieldWeights: Sendable, Equatable {
  public var title: Float = 2.0
  public var aliases: Float = 2.0
  public var headings: Float = 1.2
  public var body: Float = 1.0
  public var k1: Float = 1.2
  public var b: Float = 0.75

  public init() {}

  /// By number: title, aliases, headings, body.
  subscript(field: Int) -> Float {
    switch field {
    case 0: title
    case 1: aliases
    case 2: headings
    default: body
    }
  }
}
