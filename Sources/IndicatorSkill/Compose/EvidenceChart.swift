import CityChart
import CityText

/// Turns the evidence of an analysis into the table of a chart: no number that the answer could not cite.
struct EvidenceChart {
  let table: ObservationTable
  let isEnglish: Bool

  private var catalog: IndicatorCatalog { table.catalog }
  private var words: StatementText { StatementText(catalog: catalog, isEnglish: isEnglish) }
  private var periods: PeriodText { PeriodText(isEnglish: isEnglish) }
  private var language: WrittenLanguage { isEnglish ? .english : .chinese }

  /// Periods shown of a series at most: five years of quarters.
  private static let longest = 20

  func svg(_ evidence: ChartEvidence) -> String? {
    drawing(evidence).map {
      Chart.svg($0.table, $0.kind, language: language, highlight: $0.highlight)
    }
  }

  /// The compact chart of a terminal.
  func text(_ evidence: ChartEvidence, width: Int) -> String? {
    drawing(evidence).map {
      Chart.text($0.table, $0.kind, width: width, language: language, highlight: $0.highlight)
    }
  }

  private typealias Drawing = (table: ChartTable, kind: ChartKind, highlight: Int?)

  private func drawing(_ evidence: ChartEvidence) -> Drawing? {
    switch evidence {
    case .series(let levels, let growth): series(levels, growth)
    case .parts(let parts, let total): self.parts(parts, total)
    case .ranking(let statements, let highlighted): ranking(statements, highlighted)
    case .target(let statement, let timePassed): target(statement, timePassed)
    case .outlook(let history, let steps): outlook(history, steps)
    }
  }

  private func title(_ indicator: Int, _ region: Int) -> String {
    isEnglish
      ? "\(words.indicator(indicator)), \(words.region(region))"
      : words.region(region) + words.indicator(indicator, region: region)
  }

  private var source: String {
    isEnglish ? "published figures, see the citations" : "公布数据，见引用的单元格"
  }

  private func growthValue(_ observation: Observation, _ series: Series) -> Double {
    series.basis.isIndex
      ? DecimalText.rounded(observation.value - 100, decimals: 1) : observation.value
  }

  private func series(_ levels: Series?, _ growth: Series?) -> Drawing? {
    let all = Set(
      (levels?.observations ?? []).map(\.period) + (growth?.observations ?? []).map(\.period))
    let shown = all.sorted().suffix(Self.longest)
    guard shown.count > 2, let any = levels ?? growth else { return nil }
    let rows = shown.map { period -> (label: String, values: [Double?]) in
      let level = levels.flatMap { $0[period]?.value }
      let rate = growth.flatMap { series in series[period].map { growthValue($0, series) } }
      return (periods.text(period, isSum: any.basis.isCumulative), [level, rate])
    }
    let unit = levels.map { FigureText.unitName($0.unit, isEnglish: isEnglish) } ?? ""
    return (
      ChartTable(
        title: title(any.indicator, any.region), unit: unit, secondUnit: "%",
        columns: isEnglish ? ["amount", "growth on a year before"] : ["总量", "同比"], rows: rows,
        source: source, decimals: 1, secondDecimals: 1),
      .levelsWithGrowth, nil
    )
  }

  private func parts(_ parts: [Statement], _ total: Statement?) -> Drawing? {
    guard let first = parts.first else { return nil }
    let isShare = first.figure.form == .percent
    let when = periods.text(first.reading)
    let names = parts.map { words.indicator($0.indicator, region: $0.region) }
    if isShare || total == nil {
      return (
        ChartTable(
          title: isEnglish
            ? "Shares, \(words.region(first.region)), \(when)"
            : "\(when)\(words.region(first.region))构成",
          unit: isShare ? "%" : isEnglish ? "points" : "个百分点", columns: [""],
          rows: zip(names, parts).map { ($0, [$1.figure.value]) }, source: source, decimals: 2),
        .ranking, nil
      )
    }
    let columns = names + [isEnglish ? "total" : "合计增速"]
    return (
      ChartTable(
        title: isEnglish
          ? "What drove growth, \(words.region(first.region)), \(when)"
          : "\(when)\(words.region(first.region))各部分拉动",
        unit: isEnglish ? "points" : "个百分点", columns: columns,
        rows: [(when, parts.map { $0.figure.value } + [total?.figure.value])], source: source,
        decimals: 2),
      .contributions, nil
    )
  }

  private func ranking(_ statements: [Statement], _ highlighted: Int) -> Drawing? {
    guard statements.count > 1, let first = statements.first else { return nil }
    return (
      ChartTable(
        title: "\(words.indicator(first.indicator)) · \(periods.text(first.reading))",
        unit: FigureText.unitName(first.figure.unit, isEnglish: isEnglish), columns: [""],
        rows: statements.map { (words.region($0.region), [$0.figure.value]) }, source: source,
        decimals: first.figure.decimals),
      .ranking, statements.firstIndex { $0.region == highlighted }
    )
  }

  private func target(_ statement: Statement, _ timePassed: Double) -> Drawing? {
    let time = DecimalText.rounded(timePassed * 100, decimals: 1)
    return (
      ChartTable(
        title: isEnglish ? "Progress of the plan" : "年度计划完成进度", unit: "%",
        columns: isEnglish ? ["reached", "time passed"] : ["完成进度", "时间进度"],
        rows: [(title(statement.indicator, statement.region), [statement.figure.value, time])],
        source: source, decimals: 1),
      .gauge, nil
    )
  }

  private func outlook(_ history: Series, _ steps: [Outlook]) -> Drawing? {
    guard history.observations.count > 2, !steps.isEmpty else { return nil }
    func rounded(_ x: Double) -> Double { DecimalText.rounded(x, decimals: 1) }
    let isSum = history.basis.isCumulative
    var rows = history.observations.suffix(Self.longest).map {
      observation -> (label: String, values: [Double?]) in
      (
        periods.text(observation.period, isSum: isSum),
        [growthValue(observation, history), nil, nil, nil, nil, nil]
      )
    }
    rows += steps.map { step in
      (
        periods.text(step.period, isSum: isSum),
        [
          nil, rounded(step.mean), rounded(step.low80), rounded(step.high80), rounded(step.low95),
          rounded(step.high95),
        ]
      )
    }
    let unit =
      history.basis.isGrowth ? "%" : FigureText.unitName(history.unit, isEnglish: isEnglish)
    return (
      ChartTable(
        title: title(history.indicator, history.region) + (isEnglish ? " – carried on" : "（惯性外推）"),
        unit: unit,
        columns: isEnglish
          ? ["published", "forecast", "80% low", "80% high", "95% low", "95% high"]
          : ["公布", "预测", "80%下限", "80%上限", "95%下限", "95%上限"], rows: rows, source: source,
        decimals: 1),
      .fan, nil
    )
  }
}
