/// Words of indicators.
extension Phrase {
  static let indicatorsChecked = Phrase(
    "{0} 行、{1} 个序列可用；核对了 {2} 处恒等关系，{3} 处需要留意，{4} 行不能用。",
    "{0} rows in {1} series are used; {2} sums compared, {3} notes, {4} rows left out.")
  static let indicatorsImported = Phrase(
    "写出 {0} 行，{1} 处放不进去。", "{0} rows written, {1} cells left out.")
  static let briefPeriod = Phrase(
    "--period 要写成 2016Q1、2025 或 2026-07，不能是“{0}”。",
    "--period is written as 2016Q1, 2025 or 2026-07, not “{0}”.")
}
