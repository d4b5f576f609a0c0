import CityText

extension Analyst {
  static let levelBases: [Basis] = [.yearToDate, .current, .level]
  static let growthBases: [Basis] = [
    .yearToDateGrowth, .yearToDateIndex, .growth, .currentIndex, .yearIndex,
  ]
  /// Of a month alone before the sum since January: prices, PMI.
  static let monthlyGrowthBases: [Basis] = [
    .growth, .yearIndex, .currentIndex, .yearToDateGrowth, .yearToDateIndex,
  ]

  /// A growth rate as published, or from a published index, put into `workings`.
  func growth(
    _ readings: [Reading], _ indicator: Int, _ region: Int, in workings: inout Workings
  ) -> (term: Term<PercentKind>, reading: Reading)? {
    guard let found = find(readings, indicator, region) else { return nil }
    switch found.reading.basis {
    case .currentIndex, .yearToDateIndex, .yearIndex, .monthIndex:
      return (workings.index(found.observation, of: found.series).growth, found.reading)
    default:
      return (workings.percent(found.observation, of: found.series), found.reading)
    }
  }

  func value(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    if catalog.indicators[indicator].nature.isSpokenOfByGrowth { return try growthAnswer(inquiry) }
    let readings = try readings(inquiry, { $0.levels }, bases: Self.levelBases)
    guard let found = find(readings, indicator, region) else {
      // Several indicators are published as growth alone: then that is what can be said of them.
      if table.bases(indicator, region).allSatisfy({ !Self.levelBases.contains($0) }),
        var analysis = try? growthAnswer(inquiry)
      {
        analysis.warnings.append(.onlyGrowth(indicator: indicator))
        return analysis
      }
      if let computed = computedLevel(inquiry) { return computed }
      if let asked = inquiry.request.period, !asked.isOpen,
        var analysis = try? publishedGrowth(inquiry)
      {
        analysis.warnings.append(.noAmount)
        return analysis
      }
      throw missing(inquiry, bases: Self.levelBases, wanted: .level)
    }
    var analysis = Analysis()
    let nature = catalog.indicators[indicator].nature
    var workings = Workings(table)
    let figure =
      nature == .diffusion
      ? workings.figure(
        workings.index(found.observation, of: found.series),
        decimals: Self.places(found.observation))
      : workings.figure(
        workings.level(found.observation, of: found.series),
        decimals: Self.places(found.observation))
    guard let figure else { throw .noMeaning(indicator: indicator) }
    analysis.statements.append(
      Statement(
        indicator: indicator, region: region, reading: found.reading, role: .level, figure: figure))
    let same = found.reading.basis.growths.map { Reading(period: found.reading.period, basis: $0) }
    if let growth = growthStatement(same, indicator, region) {
      var growth = growth
      growth.isCore = false
      analysis.statements.append(growth)
    }
    analysis.chart = chartOfSeries(indicator, region, like: found.reading)
    return analysis
  }

  /// How many decimals the published number has, at most four.
  static func places(_ observation: Observation) -> Int {
    for places in 0..<4
    where DecimalText.rounded(observation.value, decimals: places) == observation.value {
      return places
    }
    return 4
  }

  func growthStatement(_ readings: [Reading], _ indicator: Int, _ region: Int) -> Statement? {
    var workings = Workings(table)
    guard let growth = growth(readings, indicator, region, in: &workings),
      let figure = workings.figure(growth.term, decimals: 1)
    else { return nil }
    return Statement(
      indicator: indicator, region: region, reading: growth.reading, role: .growth, figure: figure,
      showsFormula: !figure.isPublished)
  }

  /// The growth published for the period asked, and no other.
  private func publishedGrowth(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let readings = try readings(inquiry, { $0.growth }, bases: Self.growthBases)
    guard let statement = growthStatement(readings, inquiry.indicator, inquiry.region) else {
      throw .noBasis(indicator: inquiry.indicator, region: inquiry.region, wanted: .growth)
    }
    return Analysis(statements: [statement])
  }

  func growthAnswer(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    let entry = catalog.indicators[indicator]
    if entry.growth == .none, entry.nature == .diffusion {
      throw .noBasis(indicator: indicator, region: region, wanted: .growth)
    }
    let bases = entry.nature.isSpokenOfByGrowth ? Self.monthlyGrowthBases : Self.growthBases
    let isClosing = entry.nature == .rate
    let readings = try readings(
      inquiry, { $0.growth + (isClosing ? $0.closing : []) }, bases: bases)
    guard let statement = growthStatement(readings, indicator, region) else {
      if var analysis = try? nominalGrowth(inquiry) {
        analysis.warnings.append(.nominalOnly)
        return analysis
      }
      throw missing(inquiry, bases: bases, wanted: .growth)
    }
    var analysis = Analysis(statements: [statement])
    if entry.growth != .real,
      let computed = computedGrowth(like: statement.reading, indicator, region)
    {
      if abs(computed.exact - statement.figure.exact) > 0.3 {
        analysis.warnings.append(
          .publishedDiffers(published: statement.figure.value, computed: computed.value))
      }
    }
    analysis.chart = chartOfSeries(indicator, region, like: statement.reading)
    return analysis
  }

  /// Growth from the amounts of two years, at the prices of each.
  func computedGrowth(like reading: Reading, _ indicator: Int, _ region: Int) -> Figure? {
    for basis in reading.basis.isGrowth ? reading.basis.levels : [reading.basis] {
      guard let series = table.series(indicator, region, basis),
        let now = series[reading.period],
        let before = reading.period.yearsBefore(1).flatMap({ series[$0] }), before.value > 0,
        now.value > 0
      else { continue }
      var workings = Workings(table)
      let level = workings.level(now, of: series)
      guard let change = level.change(on: workings.level(before, of: series)) else { continue }
      return workings.figure(change, decimals: 2)
    }
    return nil
  }

  func nominalGrowth(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    let readings = try readings(inquiry, { $0.levels }, bases: Self.levelBases)
    guard let found = find(readings, indicator, region) else {
      throw missing(inquiry, bases: Self.levelBases, wanted: .level)
    }
    guard let figure = computedGrowth(like: found.reading, indicator, region) else {
      if let before = found.reading.period.yearsBefore(1), let base = found.series[before],
        base.value <= 0 || found.observation.value <= 0
      {
        throw .noMeaning(indicator: indicator)
      }
      throw .noBasis(indicator: indicator, region: region, wanted: .nominal)
    }
    var analysis = Analysis(statements: [
      Statement(
        indicator: indicator, region: region, reading: found.reading, role: .nominalGrowth,
        figure: figure, showsFormula: true)
    ])
    let same = found.reading.basis.growths.map { Reading(period: found.reading.period, basis: $0) }
    if var published = growthStatement(same, indicator, region) {
      if abs(published.figure.exact - figure.exact) > 0.3 {
        analysis.warnings.append(
          .publishedDiffers(published: published.figure.value, computed: figure.value))
      }
      published.isCore = false
      analysis.statements.append(published)
    }
    return analysis
  }
}
