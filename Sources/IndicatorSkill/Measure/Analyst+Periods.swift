import CityAgent

extension Analyst {
  /// The series and the part of it that a span of periods asks about.
  private func span(_ inquiry: Inquiry) throws(Refusal) -> (
    series: Series, observations: ArraySlice<Observation>
  ) {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    let entry = catalog.indicators[indicator]
    let growthFirst =
      entry.nature.isSpokenOfByGrowth || entry.unit.isEmpty || inquiry.request.measure == .growth
      || (inquiry.request.isOfGrowth && entry.nature != .diffusion)
    let bases: [Basis] =
      growthFirst
      ? Self.monthlyGrowthBases + Self.levelBases
      : [.current, .level, .yearToDate] + Self.monthlyGrowthBases
    var best: (series: Series, observations: ArraySlice<Observation>)?
    for basis in bases {
      guard let series = table.series(indicator, region, basis) else { continue }
      let all =
        inquiry.request.isYearly
        ? series.observations.filter {
          $0.period.isYear || (basis.isCumulative && $0.period.lastMonth == 12)
        } : series.observations
      let chosen = within(inquiry.request.period, all)
      guard !chosen.isEmpty, chosen.count > (best?.observations.count ?? 0) else { continue }
      best = (series, chosen)
      if chosen.count > 1, !inquiry.request.isYearly { break }
    }
    guard let best else {
      throw missing(
        inquiry, bases: bases.filter { table.bases(indicator, region).contains($0) }, wanted: .level
      )
    }
    return best
  }

  private func within(_ asked: AskedPeriod?, _ all: [Observation]) -> ArraySlice<Observation> {
    guard let asked else { return all[...] }
    if let count = asked.count {
      return all.filter { $0.period.length <= 2 }.suffix(count)
    }
    let first = asked.from.map { ($0.year, $0.firstMonth) } ?? (asked.period.year, 1)
    let last = (asked.period.year, asked.period.lastMonth)
    let start = all.firstIndex { ($0.period.year, $0.period.lastMonth) >= first } ?? all.count
    let end = all.lastIndex { ($0.period.year, $0.period.lastMonth) <= last }.map { $0 + 1 } ?? 0
    return start < end ? all[start..<end] : []
  }

  /// A published number as what it is: growth from an index, a rate, an index, an amount.
  func published(_ observation: Observation, of series: Series) -> Figure? {
    var workings = Workings(table)
    let places = Self.places(observation)
    switch series.basis {
    case .currentIndex, .yearToDateIndex, .yearIndex, .monthIndex:
      let growth = workings.index(observation, of: series).growth
      return workings.figure(growth, decimals: 1)
    case .growth, .yearToDateGrowth, .adjustedMonthly, .share, .targetGrowth:
      let rate = workings.percent(observation, of: series)
      return workings.figure(rate, decimals: places)
    default:
      if catalog.indicators[series.indicator].nature == .diffusion {
        let index = workings.index(observation, of: series)
        return workings.figure(index, decimals: places)
      }
      let level = workings.level(observation, of: series)
      return workings.figure(level, decimals: places)
    }
  }

  /// 哪个月最高: the period of the largest or smallest value; of equals the latest, the others named.
  func extreme(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    if inquiry.request.group != nil { return try order(inquiry) }
    let isMaximum = inquiry.request.measure == .maximum
    let (series, observations) = try span(inquiry)
    var best = observations.first!
    for observation in observations.dropFirst()
    where isMaximum ? observation.value >= best.value : observation.value <= best.value {
      best = observation
    }
    let equals = observations.filter { $0.value == best.value && $0.period != best.period }
    guard var figure = published(best, of: series) else {
      throw .noMeaning(indicator: inquiry.indicator)
    }
    // Proved over all the periods, not by the one cell alone.
    if observations.count <= 60 {
      var workings = Workings(table)
      let formulas = observations.map { workings.level($0, of: series).formula }
      let all = Term<LevelKind>(
        isMaximum ? .maximum(formulas) : .minimum(formulas), unit: figure.unit)
      if let whole = workings.figure(all, decimals: Self.places(best)), !series.basis.isIndex {
        figure = Figure(
          form: figure.form, exact: whole.exact, vintages: whole.vintages,
          derivation: whole.derivation)
      }
    }
    return Analysis(
      statements: [
        Statement(
          indicator: inquiry.indicator, region: inquiry.region,
          reading: Reading(period: best.period, basis: series.basis),
          role: .extreme(
            isMaximum: isMaximum, from: observations.first!.period, to: observations.last!.period,
            equals: equals.map(\.period)),
          figure: figure)
      ], name: best.period.description,
      chart: chartOfSeries(
        inquiry.indicator, inquiry.region, like: Reading(period: best.period, basis: series.basis)))
  }

  /// How many periods lie below or above a bound: 50 for an index of diffusion, 0 for growth.
  func count(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let isBelow = inquiry.request.measure == .countBelow
    let (series, observations) = try span(inquiry)
    let isDiffusion = catalog.indicators[inquiry.indicator].nature == .diffusion
    let bound = inquiry.request.threshold ?? (isDiffusion ? 50 : 0)
    var workings = Workings(table)
    let formulas = observations.map { observation in
      let cell = workings.level(observation, of: series).formula
      return series.basis.isIndex ? Formula.indexGrowth(cell) : cell
    }
    let count = Term<WholeKind>(
      isBelow ? .countBelow(formulas, bound) : .countAbove(formulas, bound), unit: "个")
    guard let figure = workings.figure(count, decimals: 0) else {
      throw .noMeaning(indicator: inquiry.indicator)
    }
    return Analysis(statements: [
      Statement(
        indicator: inquiry.indicator, region: inquiry.region,
        reading: Reading(period: observations.last!.period, basis: series.basis),
        role: .count(
          isBelow: isBelow, bound: bound, from: observations.first!.period,
          to: observations.last!.period), figure: figure)
    ])
  }

  /// 走势: the last periods, each with its figure.
  func series(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (series, observations) = try span(inquiry)
    var analysis = Analysis()
    for observation in observations.suffix(Self.toldOfSeries) {
      guard let figure = published(observation, of: series) else { continue }
      let role: Statement.Role = series.basis.isGrowth ? .growth : .level
      analysis.statements.append(
        Statement(
          indicator: inquiry.indicator, region: inquiry.region,
          reading: Reading(period: observation.period, basis: series.basis), role: role,
          figure: figure))
    }
    guard let last = analysis.statements.last else {
      throw .noMeaning(indicator: inquiry.indicator)
    }
    if observations.count > Self.toldOfSeries {
      analysis.warnings.append(.shortened(told: Self.toldOfSeries, of: observations.count))
    }
    analysis.chart = chartOfSeries(inquiry.indicator, inquiry.region, like: last.reading)
    return analysis
  }

  /// More periods than this are not told one by one.
  private static let toldOfSeries = 24

  /// 连续几个月低于50: how many periods in a row, up to the last published, lie below or above the bound.
  func streak(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let isBelow = inquiry.request.measure == .streakBelow
    let (series, observations) = try span(inquiry)
    let isDiffusion = catalog.indicators[inquiry.indicator].nature == .diffusion
    let bound = inquiry.request.threshold ?? (isDiffusion ? 50 : 0)
    func holds(_ observation: Observation) -> Bool {
      let value = series.basis.isIndex ? observation.value - 100 : observation.value
      return isBelow ? value < bound : value > bound
    }
    var run: [Observation] = []
    for observation in observations.reversed() {
      // A gap ends the row: what is not published is not claimed.
      if let after = run.last,
        before(
          Reading(period: after.period, basis: series.basis),
          inquiry.indicator, inquiry.region)?.period != observation.period
      {
        break
      }
      run.append(observation)
      guard holds(observation) else { break }
    }
    guard let last = run.first else { throw .noMeaning(indicator: inquiry.indicator) }
    var workings = Workings(table)
    let formulas = run.reversed().map { observation in
      let cell = workings.level(observation, of: series).formula
      return series.basis.isIndex ? Formula.indexGrowth(cell) : cell
    }
    let count = Term<WholeKind>(
      isBelow ? .countBelow(formulas, bound) : .countAbove(formulas, bound), unit: "个")
    guard let figure = workings.figure(count, decimals: 0) else {
      throw .noMeaning(indicator: inquiry.indicator)
    }
    let first = run.last(where: holds) ?? last
    var analysis = Analysis(statements: [
      Statement(
        indicator: inquiry.indicator, region: inquiry.region,
        reading: Reading(period: last.period, basis: series.basis),
        role: .streak(isBelow: isBelow, bound: bound, from: first.period), figure: figure)
    ])
    if let now = published(last, of: series) {
      analysis.statements.append(
        Statement(
          indicator: inquiry.indicator, region: inquiry.region,
          reading: Reading(period: last.period, basis: series.basis),
          role: series.basis.isGrowth ? .growth : .level, figure: now, isCore: false))
    }
    analysis.chart = chartOfSeries(
      inquiry.indicator, inquiry.region, like: Reading(period: last.period, basis: series.basis))
    return analysis
  }

  /// What a chart around a reading shows: the amounts and the growth of the same kind.
  ///
  /// - Parameter until: later periods are left out.
  func chartOfSeries(
    _ indicator: Int, _ region: Int, like reading: Reading, until: Period? = nil
  ) -> ChartEvidence? {
    let basis = reading.basis
    func first(_ bases: [Basis]) -> Series? {
      for basis in bases {
        guard var series = table.series(indicator, region, basis) else { continue }
        if let until { series.observations.removeAll { isLater($0.period, until) } }
        return series
      }
      return nil
    }
    let levels = first(basis.isGrowth ? basis.levels : [basis])
    let growth = first(basis.isGrowth ? [basis] : basis.growths)
    guard (levels?.observations.count ?? 0) + (growth?.observations.count ?? 0) > 2 else {
      return nil
    }
    return .series(levels: levels, growth: growth)
  }
}
