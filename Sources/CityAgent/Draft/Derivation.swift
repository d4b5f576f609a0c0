import CityText

/// A figure and how it came about: cells, one formula, the value claimed.
public struct Derivation: Sendable, Equatable {
  /// A number that stands in a clause, or in a cell of a table, of the generation.
  public struct Cell: Sendable, Equatable {
    public var span: EvidenceSpan
    public var value: Double
    /// What must stand in fields of the same row of a table: indicator, region, period.
    public var keys: [String]

    public init(span: EvidenceSpan, value: Double, keys: [String] = []) {
      self.span = span
      self.value = value
      self.keys = keys
    }
  }

  public var formula: Formula
  public var cells: [Cell]
  /// The value claimed, rounded to ``decimals``.
  public var value: Double
  public var unit: String
  public var decimals: Int

  public init(formula: Formula, cells: [Cell], value: Double, unit: String, decimals: Int) {
    self.formula = formula
    self.cells = cells
    self.value = value
    self.unit = unit
    self.decimals = decimals
  }

  /// What the formula gives for the cells; nil where it has no meaning for them.
  public func evaluated() -> Double? {
    let values = cells.map(\.value)
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    return formula.evaluated(values)
  }

  /// Whether the claimed value is the evaluated one at the claimed precision.
  func matches(_ evaluated: Double) -> Bool {
    var half = 0.5
    for _ in 0..<max(0, min(decimals, 12)) { half /= 10 }
    return abs(evaluated - value) <= half * (1 + 1e-9)
  }

  /// Whether every number of the sentence is the value, a cell's, or a constant of the formula.
  func allows(_ text: String) -> Bool {
    let numbers = ([value] + cells.map(\.value) + formula.constants).map { abs($0) }
    return LiteralScanner.scan(Array(text.utf8)).allSatisfy { literal in
      switch literal.kind {
      case .number, .percent, .money:
        let number = literal.canonical.split(separator: " ").compactMap { Double($0) }.first
        return number.map { n in numbers.contains { abs($0 - abs(n)) <= 1e-9 * max(1, $0) } }
          ?? false
      case .date, .duration, .clock, .phone, .identifier, .url: return true
      }
    }
  }
}
