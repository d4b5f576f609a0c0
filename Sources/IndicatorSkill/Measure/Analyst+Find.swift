extension Analyst {
  /// The first of `readings` that is published.
  func find(_ readings: [Reading], _ indicator: Int, _ region: Int) -> (
    series: Series, observation: Observation, reading: Reading
  )? {
    for reading in readings {
      guard let series = table.series(indicator, region, reading.basis),
        let observation = series[reading.period]
      else { continue }
      return (series, observation, reading)
    }
    return nil
  }

  /// The readings of the period asked about, or of the latest published one that has a basis of `bases`.
  func readings(
    _ inquiry: Inquiry, _ choose: (AskedReadings) -> [Reading], bases: [Basis]
  ) throws(Refusal) -> [Reading] {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    let asked = inquiry.request.period
    if let asked, !asked.isOpen {
      try refuseMergedMonths(asked, indicator: indicator, region: region)
      return choose(AskedReadings(asked))
    }
    // 前三季度 without a year: that of the latest year that has it, never another part of the year.
    if let asked, !asked.period.isYear {
      for back in 0..<5 {
        guard let period = asked.period.yearsBefore(back) else { break }
        let readings = choose(AskedReadings(AskedPeriod(period, asked.extent)))
        if find(readings, indicator, region) != nil { return readings }
      }
      try refuseMergedMonths(asked, indicator: indicator, region: region)
      return choose(AskedReadings(asked))
    }
    var latest: [Reading] = []
    for basis in bases {
      guard let series = table.series(indicator, region, basis),
        let last = series.observations.last(where: {
          asked == nil || $0.period.year == asked!.period.year
        })
      else { continue }
      let reading = Reading(period: last.period, basis: basis)
      if latest.isEmpty || isLater(reading.period, latest[0].period) {
        latest.insert(reading, at: 0)
      } else {
        latest.append(reading)
      }
    }
    return latest
  }

  func isLater(_ a: Period, _ b: Period) -> Bool {
    (a.year, a.lastMonth) > (b.year, b.lastMonth)
  }

  func refuseMergedMonths(
    _ asked: AskedPeriod, indicator: Int, region: Int
  ) throws(Refusal) {
    let period = asked.period
    guard catalog.indicators[indicator].mergesFirstMonths, period.isMonth, period.lastMonth <= 2,
      asked.extent != .cumulative
    else { return }
    let isThere = table.bases(indicator, region).contains {
      table.series(indicator, region, $0)?[period] != nil
    }
    guard period.lastMonth == 2, isThere else {
      throw .mergedMonths(indicator: indicator, year: period.year)
    }
  }

  /// The refusal that fits where none of the readings is published.
  func missing(
    _ inquiry: Inquiry, bases: [Basis], wanted: Refusal.Wanted
  ) -> Refusal {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    let published = table.bases(indicator, region)
    guard !published.isEmpty else { return .notPublished(indicator: indicator, region: region) }
    let series = bases.compactMap { table.series(indicator, region, $0) }
    guard !series.isEmpty else {
      return .noBasis(indicator: indicator, region: region, wanted: wanted)
    }
    guard let asked = inquiry.request.period else {
      return .noBasis(indicator: indicator, region: region, wanted: wanted)
    }
    let isMonthly = series.allSatisfy { $0.observations.allSatisfy { $0.period.length <= 2 } }
    if asked.period.isYear, asked.extent != .span, isMonthly,
      series.contains(where: { $0.observations.contains { $0.period.year == asked.period.year } })
    {
      return .onlyMonths(indicator: indicator, region: region, year: asked.period.year)
    }
    let periods = series.flatMap { [$0.observations.first?.period, $0.last?.period] }.compactMap {
      $0
    }
    return .noPeriod(
      indicator: indicator, region: region, period: asked.period, first: periods.min(),
      last: periods.max())
  }

  /// The region of the request; else the home region, or the first that publishes the indicator at all.
  func region(for request: IndicatorRequest, indicator: Int) throws(Refusal) -> Int {
    if let named = request.regions.first { return named }
    if let home = homes.first(where: { !table.bases(indicator, $0).isEmpty }) { return home }
    let others = catalog.regions.indices.filter { !table.bases(indicator, $0).isEmpty }
    guard let first = others.first else {
      throw .notPublished(indicator: indicator, region: homes.first ?? 0)
    }
    // Of a group any member will do to begin with; else nobody is given another place's figure.
    let isOfGroup =
      request.group != nil
      || [.top, .bottom, .rank, .maximum, .minimum].contains(request.measure)
    guard isOfGroup else { throw .onlyElsewhere(indicator: indicator, regions: Array(others)) }
    return first
  }
}
