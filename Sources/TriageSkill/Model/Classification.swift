/// What a classifier says of a text: the best two labels and how sure it is.
public struct Classification: Sendable, Equatable {
  public var label: String
  public var second: String?
  /// Calibrated probability of ``label``, 0…1.
  public var probability: Double
  /// Probability of the best less that of the second, 0…1: what coverage is cut by.
  public var margin: Double
  /// Whether the margin is below the model's threshold: a person decides.
  public var isUnsure: Bool

  public init(
    label: String, second: String? = nil, probability: Double, margin: Double,
    isUnsure: Bool = false
  ) {
    self.label = label
    self.second = second
    self.probability = probability
    self.margin = margin
    self.isUnsure = isUnsure
  }
}
