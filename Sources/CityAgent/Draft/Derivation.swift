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

  /// Whether every number of the sentence is the value, a cell's, a constant of the formula, or, of a
  /// rank, how many are ranked; in the figure's unit or as it stands. The numbers of quarters and sectors (一季度,
  /// 第二产业, Q1) and, beside cells that are of periods, bare years name things and are no figures.
  package func allows(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var ranked: [Double] = []
    if case .rank = formula { ranked = [Double(cells.count)] }
    let plain = [value] + ranked + cells.map(\.value) + formula.constants
    let allowed = (plain + plain.map { $0 * scale }).map { abs($0) }
    return LiteralScanner.scan(bytes).allSatisfy { literal in
      switch literal.kind {
      case .number, .percent, .money:
        if Self.isName(literal.range, in: bytes) || isKey(literal.range, in: bytes) { return true }
        let number = literal.canonical.split(separator: " ").compactMap { Double($0) }.first
        if literal.kind == .number, let number, isOfPeriods, number == number.rounded(),
          (1900...2100).contains(number)
        {
          return true
        }
        return number.map { n in allowed.contains { abs($0 - abs(n)) <= 1e-9 * max(1, $0) } }
          ?? false
      case .date, .duration, .clock, .phone, .identifier, .url: return true
      }
    }
  }

  /// Whether a number is part of a name that stands in a cell's row: 样例区52.
  private func isKey(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    Set(cells.flatMap(\.keys)).contains { key in
      let name = Array(key.utf8)
      let first = max(0, range.upperBound - name.count)
      return ByteSearch.first(of: name, in: text, from: first).map { $0 <= range.lowerBound }
        ?? false
    }
  }

  private var isOfPeriods: Bool { cells.contains { !$0.keys.isEmpty } }

  /// What one of the unit is: 1e8 for 亿元.
  private var scale: Double {
    if unit.hasPrefix("万亿") { return 1e12 }
    if unit.hasPrefix("亿") { return 1e8 }
    return unit.hasPrefix("万") ? 1e4 : 1
  }

  private static func isName(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let after = text[range.upperBound...]
    if [" quarter", "季度", "产业"].contains(where: { after.starts(with: $0.utf8) }) { return true }
    guard range.lowerBound > 0 else { return false }
    return [UInt8(ascii: "Q"), UInt8(ascii: "H")].contains(text[range.lowerBound - 1])
  }
}
