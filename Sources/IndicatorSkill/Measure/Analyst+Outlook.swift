import CityAgent
import CitySeries

extension Analyst {
  /// The steps of a forecast that is drawn; as many as a year has, at most six.
  private static let longestFan = 6
  /// Fewer values in a row are not carried on.
  static let shortest = 8
  /// More values add cost and citations and no accuracy: five years of months.
  static let longest = 60

  /// 预测: the series carried on to the period asked, or by one step, with its band and its own past error.
  func forecast(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    guard let (series, run) = longestRun(indicator, region), run.count >= Self.shortest else {
      throw .tooShort(indicator: indicator, region: region)
    }
    let isRate = series.basis.isGrowth || catalog.indicators[indicator].nature == .diffusion
    let step = steps(to: inquiry.request.period, after: run.last!.period, indicator: indicator)
    guard let step, step <= 12, let target = advance(run.last!.period, by: step, indicator) else {
      throw .tooShort(indicator: indicator, region: region)
    }
    let cycle = run.last!.period.isMonth ? 12 : run.last!.period.quarter != nil ? 4 : 1
    func figure(_ which: Formula.Outlook.Figure) -> Figure? {
      var workings = Workings(table)
      let isIndex = series.basis.isIndex
      let parts = run.map { observation -> Formula in
        let cell = workings.level(observation, of: series).formula
        return isIndex ? .indexGrowth(cell) : cell
      }
      let formula = Formula.forecast(
        parts,
        Formula.Outlook(period: cycle, step: step, kind: isRate ? .rate : .level, figure: which))
      if which == .error, isRate {
        return workings.figure(Term<PointKind>(formula, unit: "个百分点"), decimals: 2)
      }
      if series.basis.isGrowth {
        return workings.figure(Term<PercentKind>(formula, unit: "%"), decimals: 1)
      }
      return isRate
        ? workings.figure(Term<IndexKind>(formula, unit: "指数"), decimals: 1)
        : workings.figure(Term<LevelKind>(formula, unit: series.unit), decimals: 0)
    }
    var analysis = Analysis(warnings: [.extrapolated])
    let reading = Reading(period: target, basis: series.basis)
    for which in [Formula.Outlook.Figure.mean, .low95, .high95, .error] {
      guard let figure = figure(which) else { continue }
      analysis.statements.append(
        Statement(
          indicator: indicator, region: region, reading: reading,
          role: which == .error ? .forecastError : .forecast(which), figure: figure,
          isCore: which == .mean))
    }
    guard !analysis.statements.isEmpty else {
      throw .tooShort(indicator: indicator, region: region)
    }
    analysis.chart = fan(
      series, run, cycle: cycle, isRate: isRate, steps: max(step, min(cycle, Self.longestFan)))
    return analysis
  }

  private func fan(
    _ series: Series, _ run: [Observation], cycle: Int, isRate: Bool, steps: Int
  ) -> ChartEvidence? {
    let values = run.map { series.basis.isIndex ? $0.value - 100 : $0.value }
    guard
      let result = try? SeriesForecast.forecast(
        values, period: cycle, horizon: steps, kind: isRate ? .rate : .level),
      let near = result.band80, let far = result.band95
    else { return nil }
    var history = series
    history.observations = run
    let outlook = (0..<steps).compactMap { h -> Outlook? in
      advance(run.last!.period, by: h + 1, series.indicator).map {
        Outlook(
          period: $0, mean: result.mean[h], low80: near.low[h], high80: near.high[h],
          low95: far.low[h], high95: far.high[h])
      }
    }
    return .outlook(history, outlook)
  }

  /// The series with the most periods in a row up to its end, growth before amounts.
  func longestRun(_ indicator: Int, _ region: Int, limit: Int = Analyst.longest) -> (
    series: Series, run: [Observation]
  )? {
    let entry = catalog.indicators[indicator]
    let bases: [Basis] =
      entry.nature == .diffusion
      ? [.level] : [.growth, .yearToDateGrowth, .currentIndex, .yearIndex, .current, .level]
    var best: (series: Series, run: [Observation])?
    for basis in bases {
      guard let series = table.series(indicator, region, basis) else { continue }
      var run: [Observation] = []
      for observation in series.observations.reversed() {
        if let knownUntil, isLater(observation.period, knownUntil) { continue }
        if let after = run.last, advance(observation.period, by: 1, indicator) != after.period {
          break
        }
        run.append(observation)
        if run.count == limit { break }
      }
      guard run.count > (best?.run.count ?? 0) else { continue }
      best = (series, run.reversed())
    }
    return best
  }

  private func steps(to asked: AskedPeriod?, after last: Period, indicator: Int) -> Int? {
    guard let asked, !asked.isOpen || !asked.period.isYear else { return 1 }
    var period = last
    for step in 1...12 {
      guard let next = advance(period, by: 1, indicator) else { return nil }
      period = next
      if period == asked.period
        || (period.year == asked.period.year && period.lastMonth == asked.period.lastMonth)
      {
        return step
      }
    }
    return nil
  }

  /// The period `count` steps later; January and February count as one where they are published together.
  private func advance(_ period: Period, by count: Int, _ indicator: Int) -> Period? {
    var period = period
    for _ in 0..<count {
      let year = period.lastMonth == 12 ? period.year + 1 : period.year
      let first = period.lastMonth == 12 ? 1 : period.lastMonth + 1
      if period.isMonth || period.length == 2, catalog.indicators[indicator].mergesFirstMonths {
        guard let next = first == 1 ? Period.month(3, of: year) : Period.month(first, of: year)
        else {
          return nil
        }
        period = next
        continue
      }
      let months = first...(first + period.length - 1)
      guard
        let next = Period(
          year: period.isYear ? period.year + 1 : year, months: period.isYear ? 1...12 : months)
      else { return nil }
      period = next
    }
    return period
  }
}

extension Basis {
  /// Whether its numbers are indices with a base of 100.
  var isIndex: Bool { [.currentIndex, .yearToDateIndex, .yearIndex, .monthIndex].contains(self) }
}
