import CityAgent

/// Answers a request from the published numbers: one formula a measure (docs/indicators.md), or a refusal
/// with its reason.
struct Analyst: Sendable {
  let table: ObservationTable
  let asOf: CalendarDay
  /// The regions meant where the question names none: the first that publishes the indicator.
  let homes: [Int]
  /// What is published of later periods is left out of forecasts: a brief knows what its day knew.
  var knownUntil: Period?

  var catalog: IndicatorCatalog { table.catalog }

  /// The request's answer.
  /// - Throws: ``Refusal``.
  func analyse(_ request: IndicatorRequest, style: Style) throws(Refusal) -> Analysis {
    guard let indicator = request.indicators.first else {
      throw request.measure == .mixedUnits ? .mixedUnits : .noMeaning(indicator: 0)
    }
    let region = try region(for: request, indicator: indicator)
    var inquiry = Inquiry(
      request: request, indicator: indicator, region: region, style: style)
    var analysis: Analysis
    do throws(Refusal) {
      analysis = try measure(inquiry)
    } catch {
      // The same thing in another unit may be published where this is not.
      let variants = catalog.indicators[indicator].variants.compactMap {
        catalog.indicator(named: $0)
      }
      let other = variants.firstNonNil { variant -> Analysis? in
        inquiry.indicator = variant
        return try? measure(inquiry)
      }
      guard let other else { throw error }
      analysis = other
    }
    if request.period == nil || request.period?.isOpen == true,
      ![.series, .forecast, .turningPoints, .anomalies].contains(request.measure),
      let reading = analysis.statements.first?.reading
    {
      analysis.warnings.append(.latest(reading))
    }
    return analysis
  }

  /// Measures of which several indicators of one question are answered one after the other.
  private static let single: [IndicatorRequest.Measure] = [
    .value, .growth, .nominalGrowth, .previousPeriod,
  ]

  /// The answers for all the indicators named, where each is asked for by itself: GDP和CPI分别是多少.
  /// - Throws: ``Refusal`` of the first indicator that has no answer, where none has.
  func analyseEach(_ request: IndicatorRequest, style: Style) throws(Refusal) -> [Analysis] {
    guard Self.single.contains(request.measure), request.indicators.count > 1 else {
      return [try analyse(request, style: style)]
    }
    var analyses: [Analysis] = []
    var refusal: Refusal?
    for indicator in request.indicators {
      var one = request
      one.indicators = [indicator]
      do throws(Refusal) {
        analyses.append(try analyse(one, style: style))
      } catch {
        refusal = refusal ?? error
      }
    }
    if analyses.isEmpty, let refusal { throw refusal }
    return analyses
  }

  /// What the question's own words add to the request.
  struct Style: Sendable {
    /// 名义, 按现价.
    var isNominal = false
    /// 三次产业, not 行业.
    var bySector = false
  }

  /// A request with its first indicator and region settled.
  struct Inquiry: Sendable {
    var request: IndicatorRequest
    var indicator: Int
    var region: Int
    var style: Style
  }

  private func measure(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    switch inquiry.request.measure {
    case .value: try value(inquiry)
    case .growth: try growthAnswer(inquiry)
    case .nominalGrowth: try nominalGrowth(inquiry)
    case .growthChange: try growthChange(inquiry)
    case .previousPeriod: try previousPeriod(inquiry)
    case .averageGrowth: try averageGrowth(inquiry)
    case .share: try share(inquiry)
    case .pull: try pull(inquiry, asContribution: false)
    case .contribution: try pull(inquiry, asContribution: true)
    case .drivers: try drivers(inquiry)
    case .structure: try structure(inquiry)
    case .concentration: try concentration(inquiry)
    case .targetProgress: try targetProgress(inquiry)
    case .requiredGrowth: try requiredGrowth(inquiry)
    case .deflator: try deflator(inquiry)
    case .rank: try rank(inquiry)
    case .gap: try comparison(inquiry, asRatio: false)
    case .ratio: try comparison(inquiry, asRatio: true)
    case .perCapita: try perCapita(inquiry)
    case .top, .bottom: try order(inquiry)
    case .maximum, .minimum: try extreme(inquiry)
    case .countBelow, .countAbove: try count(inquiry)
    case .forecast: try forecast(inquiry)
    case .series: try series(inquiry)
    case .turningPoints: try turningPoints(inquiry)
    case .anomalies: try anomalies(inquiry)
    case .mixedUnits: throw .mixedUnits
    }
  }

  // MARK: finding numbers

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
    // 前三季度 without a year: that of the latest year that has it.
    if let asked, !asked.period.isYear {
      for back in 0..<5 {
        guard let period = asked.period.yearsBefore(back) else { break }
        let readings = choose(AskedReadings(AskedPeriod(period, asked.extent)))
        if find(readings, indicator, region) != nil { return readings }
      }
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

  private func refuseMergedMonths(
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
    let periods = series.flatMap { [$0.observations.first?.period, $0.last?.period] }.compactMap {
      $0
    }
    return .noPeriod(
      indicator: indicator, region: region, period: asked.period, first: periods.min(),
      last: periods.max())
  }

  /// The region of the request; else the home region, or the first that publishes the indicator at all.
  private func region(for request: IndicatorRequest, indicator: Int) throws(Refusal) -> Int {
    if let named = request.regions.first { return named }
    let regions = homes + Array(catalog.regions.indices)
    guard let region = regions.first(where: { !table.bases(indicator, $0).isEmpty }) else {
      throw .notPublished(indicator: indicator, region: homes.first ?? 0)
    }
    return region
  }
}

extension Array {
  /// The first result that is there.
  fileprivate func firstNonNil<T>(_ body: (Element) -> T?) -> T? {
    for element in self { if let result = body(element) { return result } }
    return nil
  }
}
