/// A figure and how it came about: cells, one operation, the value claimed.
public struct Derivation: Sendable, Equatable {
  /// A number that stands in a clause of the generation.
  public struct Cell: Sendable, Equatable {
    public var span: EvidenceSpan
    public var value: Double

    public init(span: EvidenceSpan, value: Double) {
      self.span = span
      self.value = value
    }
  }

  /// What is done with the cells, in their order.
  public enum Operation: String, Sendable, Codable {
    /// The one cell itself.
    case value
    case sum, mean, minimum, maximum, count
    /// First minus second.
    case difference
    /// First over second.
    case ratio
    /// First over second, in per cent.
    case share
    /// (first − second) / |second|, in per cent.
    case percentChange
    /// First − 100: growth from an index with the earlier period = 100.
    case indexGrowth
  }

  public var operation: Operation
  public var cells: [Cell]
  /// The value claimed, rounded to ``decimals``.
  public var value: Double
  public var unit: String
  public var decimals: Int

  public init(operation: Operation, cells: [Cell], value: Double, unit: String, decimals: Int) {
    self.operation = operation
    self.cells = cells
    self.value = value
    self.unit = unit
    self.decimals = decimals
  }

  /// What the operation gives for the cells; nil where it has no meaning for them.
  public func evaluated() -> Double? {
    let x = cells.map(\.value)
    guard !x.isEmpty, x.allSatisfy(\.isFinite) else { return nil }
    let result: Double
    switch operation {
    case .value:
      guard x.count == 1 else { return nil }
      result = x[0]
    case .sum: result = x.reduce(0, +)
    case .mean: result = x.reduce(0, +) / Double(x.count)
    case .minimum: result = x.min()!
    case .maximum: result = x.max()!
    case .count: result = Double(x.count)
    case .difference:
      guard x.count == 2 else { return nil }
      result = x[0] - x[1]
    case .ratio:
      guard x.count == 2, x[1] != 0 else { return nil }
      result = x[0] / x[1]
    case .share:
      guard x.count == 2, x[1] != 0 else { return nil }
      result = x[0] / x[1] * 100
    case .percentChange:
      guard x.count == 2, x[1] != 0 else { return nil }
      result = (x[0] - x[1]) / abs(x[1]) * 100
    case .indexGrowth:
      guard x.count == 1 else { return nil }
      result = x[0] - 100
    }
    return result.isFinite ? result : nil
  }
}
