import CityText

/// The evidence of a chart: a small table whose numbers, and no others, are shown.
public struct ChartTable: Sendable, Equatable {
  /// One place on the axis of categories.
  public struct Row: Sendable, Equatable {
    public var label: String
    /// One value a column; nil where nothing is published: shown as a gap, never interpolated.
    public var values: [Double?]

    public init(label: String, values: [Double?]) {
      self.label = label
      self.values = values
    }
  }

  public var title: String
  public var englishTitle: String?
  public var unit: String
  /// The unit of growth in ``ChartKind/levelsWithGrowth``, of the amounts in ``ChartKind/gauge``.
  public var secondUnit: String?
  public var columns: [String]
  public var rows: [Row]
  public var source: String
  public var note: String?
  /// Decimals of every number.
  public var decimals: Int
  /// Decimals of the numbers in ``secondUnit``; nil for the same.
  public var secondDecimals: Int?

  public init(
    title: String, englishTitle: String? = nil, unit: String, secondUnit: String? = nil,
    columns: [String], rows: [(label: String, values: [Double?])], source: String,
    note: String? = nil, decimals: Int = 1, secondDecimals: Int? = nil
  ) {
    self.title = title
    self.englishTitle = englishTitle
    self.unit = unit
    self.secondUnit = secondUnit
    self.columns = columns
    self.rows = rows.map { Row(label: $0.label, values: $0.values) }
    self.source = source
    self.note = note
    self.decimals = decimals
    self.secondDecimals = secondDecimals
  }

  /// The value of a cell; nil where the row is short, nothing is published, or it is no finite number.
  func value(_ row: Int, _ column: Int) -> Double? {
    guard rows.indices.contains(row), rows[row].values.indices.contains(column),
      let value = rows[row].values[column], value.isFinite
    else { return nil }
    return value
  }

  /// A column from top to bottom.
  func values(_ column: Int) -> [Double?] { rows.indices.map { value($0, column) } }

  func column(_ column: Int) -> String { columns.indices.contains(column) ? columns[column] : "" }

  /// Whether a column is in the second unit.
  private func isSecond(_ column: Int, in kind: ChartKind) -> Bool {
    secondUnit != nil
      && (kind == .levelsWithGrowth && column == 1 || kind == .gauge && column > 1)
  }

  func unit(of column: Int, in kind: ChartKind) -> String {
    isSecond(column, in: kind) ? secondUnit ?? unit : unit
  }

  /// A value as the chart writes it: at the decimals of its column.
  func text(_ value: Double, column: Int = 0, in kind: ChartKind) -> String {
    DecimalText.text(
      value, decimals: isSecond(column, in: kind) ? secondDecimals ?? decimals : decimals)
  }
}
