/// What a chart shows, and so how the columns of its ``ChartTable`` are read.
public enum ChartKind: String, Sendable, Hashable, CaseIterable {
  /// Rows are periods; columns are a level and its growth, each on its own axis; either may be all nil.
  case levelsWithGrowth
  /// Rows are months 1–12, columns are years, each a line.
  case yearOverYearLines
  /// Rows are periods, columns are the parts and, last, the total; with one row each part is a bar of its own.
  case contributions
  /// Rows are regions or indicators in the order of their rank, with one column.
  case ranking
  /// Rows are targets; columns are the share of the target reached and the share of time passed, in per cent.
  ///
  /// Further columns, in `secondUnit`, stand as text below the bar: the amount, the target.
  case gauge
  /// Rows are periods; columns are history, forecast, low and high of the 80 %, low and high of the 95 % band.
  case fan

  /// Whether the rows follow each other in time.
  var isOverTime: Bool { self != .ranking && self != .gauge }
}
