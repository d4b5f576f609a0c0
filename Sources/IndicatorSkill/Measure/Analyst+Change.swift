import CityAgent

extension Analyst {
  /// A growth rate less that of an earlier period: percentage points. Of an index of diffusion: points.
  func growthChange(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    if catalog.indicators[indicator].nature == .diffusion { return try previousPeriod(inquiry) }
    let bases =
      catalog.indicators[indicator].nature.isSpokenOfByGrowth
      ? Self.monthlyGrowthBases : Self.growthBases
    let readings = try readings(inquiry, { $0.growth }, bases: bases)
    var workings = Workings(table)
    guard let now = growth(readings, indicator, region, in: &workings) else {
      throw missing(inquiry, bases: bases, wanted: .growth)
    }
    let earlier =
      inquiry.request.comparison.map { like(now.reading, $0.period) }
      ?? before(now.reading, indicator, region)
    guard let earlier,
      let then = growth([earlier], indicator, region, in: &workings),
      let change = workings.figure(now.term - then.term, decimals: 1)
    else {
      var asked = inquiry
      if let earlier { asked.request.period = AskedPeriod(earlier.period) }
      throw missing(asked, bases: [now.reading.basis], wanted: .growth)
    }
    var analysis = Analysis(statements: [
      Statement(
        indicator: indicator, region: region, reading: now.reading,
        role: .growthChange(from: then.reading.period), figure: change, showsFormula: true)
    ])
    for reading in [now.reading, then.reading] {
      if var statement = growthStatement([reading], indicator, region) {
        statement.isCore = false
        statement.showsFormula = false
        analysis.statements.append(statement)
      }
    }
    analysis.chart = chartOfSeries(indicator, region, like: now.reading)
    return analysis
  }

  /// The same basis for another period, which is filed the way the first one is.
  private func like(_ reading: Reading, _ period: Period) -> Reading? {
    let last = period.lastMonth
    let filed: Period? =
      if reading.period.isYear {
        Period.year(period.year)
      } else if reading.period.quarter != nil {
        last % 3 == 0 ? Period.quarter(last / 3, of: period.year) : nil
      } else if reading.period.isMonth || period.length == 2 {
        period.length == 2 ? period : Period.month(last, of: period.year)
      } else {
        period
      }
    return filed.map { Reading(period: $0, basis: reading.basis) }
  }

  /// The published period before: for a sum since January within the year, else the one before in time.
  func before(_ reading: Reading, _ indicator: Int, _ region: Int) -> Reading? {
    guard let series = table.series(indicator, region, reading.basis),
      let place = series.observations.firstIndex(where: { $0.period == reading.period }), place > 0
    else { return nil }
    let earlier = series.observations[place - 1].period
    // A gap is not stepped over: the period before has to be the one that ends where this one begins.
    let months = { (period: Period) in period.year * 12 + period.lastMonth }
    let step = months(reading.period) - months(earlier)
    let usual = reading.period.isYear ? 12 : reading.period.length
    guard step == usual || (step == 1 && earlier.length == 2) else { return nil }
    return Reading(period: earlier, basis: reading.basis)
  }

  /// 环比: as published on adjusted data; else from amounts that are not adjusted, said so.
  func previousPeriod(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    let entry = catalog.indicators[indicator]
    if let asked = inquiry.request.period, asked.period.isYear, !asked.isOpen {
      throw .noPreviousOfYear(indicator: indicator)
    }
    let published = try readings(
      inquiry, { $0.previous }, bases: [.adjustedMonthly, .monthIndex])
    var workings = Workings(table)
    if let found = growth(published, indicator, region, in: &workings),
      let figure = workings.figure(found.term, decimals: 1)
    {
      let from = previous(of: found.reading.period)
      return Analysis(statements: [
        Statement(
          indicator: indicator, region: region, reading: found.reading,
          role: .previousPeriod(from: from ?? found.reading.period, adjusted: true),
          figure: figure, showsFormula: !figure.isPublished)
      ])
    }
    let amounts: [Basis] = entry.nature == .flow ? [.current] : [.level]
    let readings = try readings(
      inquiry, { $0.levels.filter { amounts.contains($0.basis) } }, bases: amounts)
    guard let now = find(readings, indicator, region) else {
      throw entry.nature.isSpokenOfByGrowth
        ? .noPrevious(indicator: indicator, region: region)
        : missing(inquiry, bases: amounts, wanted: .level)
    }
    guard !now.reading.period.isYear else { throw .noPreviousOfYear(indicator: indicator) }
    guard let earlier = before(now.reading, indicator, region),
      let then = find([earlier], indicator, region)
    else { throw .noPrevious(indicator: indicator, region: region) }
    workings = Workings(table)
    let role: Statement.Role
    let figure: Figure?
    if entry.nature == .diffusion {
      role = .levelChange(from: earlier.period)
      figure = workings.figure(
        workings.index(now.observation, of: now.series)
          - workings.index(then.observation, of: then.series), decimals: 1)
    } else {
      role = .previousPeriod(from: earlier.period, adjusted: false)
      guard then.observation.value > 0 else { throw .noMeaning(indicator: indicator) }
      let level = workings.level(now.observation, of: now.series)
      figure = level.change(on: workings.level(then.observation, of: then.series)).flatMap {
        workings.figure($0, decimals: 2)
      }
    }
    guard let figure else { throw .noMeaning(indicator: indicator) }
    var analysis = Analysis(statements: [
      Statement(
        indicator: indicator, region: region, reading: now.reading, role: role, figure: figure,
        showsFormula: true)
    ])
    if entry.nature != .diffusion { analysis.warnings.append(.notAdjusted) }
    return analysis
  }

  private func previous(of period: Period) -> Period? {
    if let quarter = period.quarter {
      return quarter > 1
        ? Period.quarter(quarter - 1, of: period.year) : Period.quarter(4, of: period.year - 1)
    }
    guard period.isMonth else { return nil }
    return period.lastMonth > 1
      ? Period.month(period.lastMonth - 1, of: period.year) : Period.month(12, of: period.year - 1)
  }

  /// 两年平均, n年平均 up to the year asked, or, of the last n years, up to the latest that is whole.
  func averageGrowth(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    guard let asked = inquiry.request.period, asked.extent == .span, asked.period.year == asOf.year
    else { return try averageGrowthAsAsked(inquiry) }
    for back in 0..<4 {
      var earlier = inquiry
      guard let period = asked.period.yearsBefore(back), let from = asked.from?.yearsBefore(back)
      else {
        break
      }
      earlier.request.period = AskedPeriod(period, .span, from: from)
      if let analysis = try? averageGrowthAsAsked(earlier) { return analysis }
    }
    return try averageGrowthAsAsked(inquiry)
  }

  /// The published rates of the years where there are all, else the amounts.
  private func averageGrowthAsAsked(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    let request = inquiry.request
    let span = request.period.flatMap { asked in
      asked.from.map { asked.period.year - $0.year }
    }
    let years = request.count ?? span ?? 2
    guard (2...60).contains(years) else { throw .noMeaning(indicator: indicator) }
    if !inquiry.style.isNominal, catalog.indicators[indicator].growth != .none {
      let readings = try readings(inquiry, { $0.growth }, bases: Self.growthBases)
      for reading in readings {
        if let analysis = averageOfRates(reading, years: years, inquiry) { return analysis }
      }
    }
    let readings = try readings(inquiry, { $0.levels }, bases: Self.levelBases)
    for reading in readings {
      guard let series = table.series(indicator, region, reading.basis),
        let last = series[reading.period], last.value > 0,
        let basePeriod = reading.period.yearsBefore(years), let base = series[basePeriod],
        base.value > 0
      else { continue }
      var workings = Workings(table)
      let level = workings.level(last, of: series)
      guard
        let growth = level.compoundGrowth(
          since: workings.level(base, of: series), steps: years),
        let figure = workings.figure(growth, decimals: 2)
      else { continue }
      var analysis = Analysis(statements: [
        Statement(
          indicator: indicator, region: region, reading: reading,
          role: .averageGrowth(base: basePeriod, years: years, nominal: true), figure: figure,
          showsFormula: true)
      ])
      if !inquiry.style.isNominal { analysis.warnings.append(.nominalOnly) }
      return analysis
    }
    // Where the last year is published it is the base that lacks.
    var asked = inquiry
    if let period = request.period,
      find(AskedReadings(AskedPeriod(period.period)).levels, indicator, region) != nil,
      let base = period.from ?? period.period.yearsBefore(years)
    {
      asked.request.period = AskedPeriod(base)
    }
    throw missing(asked, bases: Self.levelBases + Self.growthBases, wanted: .growth)
  }

  private func averageOfRates(_ reading: Reading, years: Int, _ inquiry: Inquiry) -> Analysis? {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    var workings = Workings(table)
    var rates: [Term<PercentKind>] = []
    for back in 0..<years {
      guard let period = reading.period.yearsBefore(back),
        let rate = growth(
          [Reading(period: period, basis: reading.basis)], indicator, region, in: &workings)
      else { return nil }
      rates.append(rate.term)
    }
    guard let base = reading.period.yearsBefore(years),
      let mean = Term.compoundMean(rates), let figure = workings.figure(mean, decimals: 2)
    else { return nil }
    return Analysis(statements: [
      Statement(
        indicator: indicator, region: region, reading: reading,
        role: .averageGrowth(base: base, years: years, nominal: false), figure: figure,
        showsFormula: true)
    ])
  }

  /// 剪刀差: the growth of one indicator less that of another, in points.
  func indicatorGap(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (one, region) = (inquiry.indicator, inquiry.region)
    guard let other = inquiry.request.indicators.first(where: { $0 != one }) else {
      return try growthAnswer(inquiry)
    }
    let bases = Self.monthlyGrowthBases
    for reading in try readings(inquiry, { $0.growth }, bases: bases) {
      var workings = Workings(table)
      guard let a = growth([reading], one, region, in: &workings),
        let b = growth([reading], other, region, in: &workings),
        let figure = workings.figure(a.term - b.term, decimals: 1)
      else { continue }
      var analysis = Analysis(statements: [
        Statement(
          indicator: one, region: region, reading: reading, role: .indicatorGap(to: other),
          figure: figure, showsFormula: true)
      ])
      for indicator in [one, other] {
        if var statement = growthStatement([reading], indicator, region) {
          statement.isCore = false
          statement.showsFormula = false
          analysis.statements.append(statement)
        }
      }
      return analysis
    }
    throw missing(inquiry, bases: bases, wanted: .growth)
  }
}
