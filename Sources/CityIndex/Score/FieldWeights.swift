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

  /// How many times as great as under the usual weights an impact can be: infinite where there is no bound.
  ///
  /// A norm is `weight` over a line in the length, and so the ratio of two norms lies between those of length 0
  /// and of endless length. Where a frequency grows r times, f / (k1 + f) grows no more than r times, and
  /// no more than by what k1 falls.
  var stretch: Float {
    let usual = FieldWeights()
    guard self != usual else { return 1 }
    var growth: Float = 0
    for field in 0..<4 { growth = max(growth, self[field] / usual[field]) }
    growth *= max((1 - usual.b) / (1 - b), b > 0 ? usual.b / b : .infinity) * 1.0001
    return growth.isFinite && k1 > 0 ? max(1, growth * usual.k1 / k1) : .infinity
  }

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
