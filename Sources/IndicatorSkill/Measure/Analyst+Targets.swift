import CityAgent

extension Analyst {
  private func target(_ indicator: Int, _ region: Int, year: Int, _ basis: Basis) -> (
    series: Series, observation: Observation
  )? {
    guard let period = Period.year(year), let series = table.series(indicator, region, basis),
      let observation = series[period]
    else { return nil }
    return (series, observation)
  }

  private func progress(_ inquiry: Inquiry) throws(Refusal) -> (
    level: (series: Series, observation: Observation, reading: Reading),
    target: (series: Series, observation: Observation)
  ) {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    var readings = try readings(inquiry, { $0.levels }, bases: [.yearToDate, .current])
    if inquiry.request.period == nil || inquiry.request.period?.isOpen == true {
      readings = readings.filter {
        target(indicator, region, year: $0.period.year, .target) != nil
      }
    }
    guard let level = find(readings, indicator, region) else {
      let year = inquiry.request.period?.period.year ?? asOf.year
      guard target(indicator, region, year: year, .target) != nil else {
        throw .noTarget(indicator: indicator, region: region, year: year)
      }
      throw missing(inquiry, bases: [.yearToDate, .current], wanted: .level)
    }
    let year = level.reading.period.year
    guard let target = target(indicator, region, year: year, .target) else {
      throw .noTarget(indicator: indicator, region: region, year: year)
    }
    return (level, target)
  }

  /// 目标完成率: the sum since January over the plan of the year.
  func targetProgress(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (level, target) = try progress(inquiry)
    var workings = Workings(table)
    let done = workings.level(level.observation, of: level.series)
    guard let share = done.share(of: workings.level(target.observation, of: target.series)),
      let figure = workings.figure(share, decimals: 2)
    else { throw .noMeaning(indicator: inquiry.indicator) }
    let year = level.reading.period.year
    let statement = Statement(
      indicator: inquiry.indicator, region: inquiry.region, reading: level.reading,
      role: .targetProgress(year: year), figure: figure, showsFormula: true)
    var analysis = Analysis(statements: [statement])
    if let needed = requiredStatement(level, target, inquiry) { analysis.statements.append(needed) }
    analysis.chart = .target(statement, timePassed: Double(level.reading.period.lastMonth) / 12)
    return analysis
  }

  /// 剩余所需增速: what the rest of the year has to grow by for the plan to be met.
  func requiredGrowth(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (level, target) = try progress(inquiry)
    guard var statement = requiredStatement(level, target, inquiry) else {
      // A plan for real growth says nothing of amounts at current prices.
      throw .noBasis(indicator: inquiry.indicator, region: inquiry.region, wanted: .target)
    }
    statement.isCore = true
    var progress = try targetProgress(inquiry)
    progress.statements =
      [statement]
      + progress.statements.prefix(1).map {
        var other = $0
        other.isCore = false
        return other
      }
    return progress
  }

  /// (target − done) ÷ (last year − last year's part) − 1, where last year's amounts are published, or
  /// follow from the plan's and the part's growth rates.
  private func requiredStatement(
    _ level: (series: Series, observation: Observation, reading: Reading),
    _ target: (series: Series, observation: Observation), _ inquiry: Inquiry
  ) -> Statement? {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    guard catalog.indicators[indicator].growth != .real, !level.reading.period.isYear else {
      return nil
    }
    let year = level.reading.period.year
    var workings = Workings(table)
    let done = workings.level(level.observation, of: level.series)
    let plan = workings.level(target.observation, of: target.series)
    let bases: (whole: Term<LevelKind>, part: Term<LevelKind>)
    let lastPart = level.reading.period.yearsBefore(1).map {
      Reading(period: $0, basis: level.reading.basis)
    }
    if let lastPart, let part = find([lastPart], indicator, region),
      let last = Period.year(year - 1),
      let whole = find(AskedReadings(AskedPeriod(last)).levels, indicator, region)
    {
      bases = (
        workings.level(whole.observation, of: whole.series),
        workings.level(part.observation, of: part.series)
      )
    } else if let planned = self.target(indicator, region, year: year, .targetGrowth),
      let rate = growth(
        level.reading.basis.growths.map { Reading(period: level.reading.period, basis: $0) },
        indicator, region, in: &workings)
    {
      bases = (
        plan.base(before: workings.percent(planned.observation, of: planned.series)),
        done.base(before: rate.term)
      )
    } else {
      return nil
    }
    guard let rest = plan - done, let before = bases.whole - bases.part,
      let needed = rest.change(on: before), let figure = workings.figure(needed, decimals: 1)
    else { return nil }
    return Statement(
      indicator: indicator, region: region, reading: level.reading,
      role: .requiredGrowth(year: year), figure: figure, isCore: false, showsFormula: true)
  }

  /// 平减: (1 + nominal growth) ÷ (1 + real growth) − 1.
  func deflator(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    guard catalog.indicators[indicator].growth == .real else {
      throw .noBasis(indicator: indicator, region: region, wanted: .deflator)
    }
    let bases: [Basis] = [.yearToDateIndex, .currentIndex, .yearToDateGrowth, .growth]
    for reading in try readings(inquiry, { $0.growth }, bases: bases) {
      var workings = Workings(table)
      guard let real = growth([reading], indicator, region, in: &workings),
        let before = reading.period.yearsBefore(1)
      else { continue }
      for basis in reading.basis.levels {
        guard
          let now = find([Reading(period: reading.period, basis: basis)], indicator, region),
          let then = find([Reading(period: before, basis: basis)], indicator, region),
          then.observation.value > 0,
          let nominal = workings.level(now.observation, of: now.series).change(
            on: workings.level(then.observation, of: then.series))
        else { continue }
        let implied = Term<PercentKind>(
          .product([
            .difference(.quotient(nominal.factor, real.term.factor), .constant(1)), .constant(100),
          ]), unit: "%")
        guard let figure = workings.figure(implied, decimals: 2) else { continue }
        return Analysis(statements: [
          Statement(
            indicator: indicator, region: region, reading: reading, role: .deflator,
            figure: figure, showsFormula: true)
        ])
      }
    }
    throw missing(inquiry, bases: bases, wanted: .deflator)
  }
}
