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
      analysis = try latest(inquiry)
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
    if style.namesDollars,
      analysis.statements.contains(where: { $0.role == .level && !$0.figure.unit.contains("美元") })
    {
      analysis.warnings.append(.otherCurrency)
    }
    if request.isAssumed { analysis.warnings.append(.assumed(indicator: indicator)) }
    return analysis
  }

  /// Measures of which several indicators of one question are answered one after the other.
  private static let single: [IndicatorRequest.Measure] = [
    .value, .growth, .nominalGrowth, .previousPeriod,
  ]

  /// 二产三产比重: each of the whole, not the one of the other.
  private static let singleOfSiblings: [IndicatorRequest.Measure] = [
    .share, .pull, .contribution, .shareChange,
  ]

  /// Whether all are parts, and none is a part of another.
  private func areSiblings(_ indicators: [Int]) -> Bool {
    indicators.count > 1
      && indicators.allSatisfy { one in
        catalog.indicators[one].parent != nil
          && !indicators.contains { catalog.indicators[$0].name == catalog.indicators[one].parent }
      }
  }

  /// The answers for all the indicators named, where each is asked for by itself: GDP和CPI分别是多少.
  /// - Throws: ``Refusal`` of the first indicator that has no answer, where none has.
  func analyseEach(
    _ request: IndicatorRequest, style: Style
  ) throws(Refusal) -> (answered: [Analysis], refused: [Refusal]) {
    let areSiblings = areSiblings(request.indicators)
    guard request.indicators.count > 1,
      Self.single.contains(request.measure)
        || (areSiblings && Self.singleOfSiblings.contains(request.measure))
    else { return ([try analyse(request, style: style)], []) }
    var analyses: [Analysis] = []
    var refusals: [Refusal] = []
    for indicator in request.indicators {
      var one = request
      one.indicators = [indicator]
      do throws(Refusal) {
        analyses.append(try analyse(one, style: style))
      } catch {
        refusals.append(error)
      }
    }
    if analyses.isEmpty, let first = refusals.first { throw first }
    return (analyses, refusals)
  }

  /// What the question's own words add to the request.
  struct Style: Sendable {
    /// 名义, 按现价.
    var isNominal = false
    /// 三次产业, not 行业.
    var bySector = false
    /// 美元: another currency than most amounts are published in.
    var namesDollars = false
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
    case .drivers: try drivers(inquiry, asContribution: false)
    case .contributions: try drivers(inquiry, asContribution: true)
    case .multiple: try multiple(inquiry)
    case .structure: try structure(inquiry)
    case .concentration: try concentration(inquiry)
    case .targetProgress: try targetProgress(inquiry)
    case .requiredGrowth: try requiredGrowth(inquiry)
    case .deflator: try deflator(inquiry)
    case .rank: try rank(inquiry)
    case .gap: try comparison(inquiry, asRatio: false)
    case .ratio: try comparison(inquiry, asRatio: true)
    case .perCapita: try perCapita(inquiry)
    case .perArea: try perArea(inquiry)
    case .top, .bottom: try order(inquiry)
    case .maximum, .minimum: try extreme(inquiry)
    case .countBelow, .countAbove: try count(inquiry)
    case .forecast: try forecast(inquiry)
    case .series: try series(inquiry)
    case .turningPoints: try turningPoints(inquiry)
    case .anomalies: try anomalies(inquiry)
    case .shareChange: try shareChange(inquiry)
    case .fastestParts, .slowestParts: try orderedParts(inquiry)
    case .shrinkingParts: try shrinkingParts(inquiry)
    case .streakBelow, .streakAbove: try streak(inquiry)
    case .larger: try larger(inquiry)
    case .indicatorGap: try indicatorGap(inquiry)
    case .mixedUnits: throw .mixedUnits
    case .cause: throw .noCause
    case .arrival: throw .noArrival
    case .annualised: throw .noAnnualised(indicator: inquiry.indicator)
    }
  }

  /// Measures that look at all periods by themselves: they have no latest one to fall back from.
  private static let overTime: Set<IndicatorRequest.Measure> = [
    .series, .forecast, .turningPoints, .anomalies, .streakBelow, .streakAbove, .mixedUnits, .cause,
    .arrival, .annualised, .maximum, .minimum, .countBelow, .countAbove,
  ]

  /// The measure for the period asked; where none is, for the latest period that it can be had for.
  private func latest(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    do throws(Refusal) {
      return try measure(inquiry)
    } catch {
      guard inquiry.request.period == nil, !Self.overTime.contains(inquiry.request.measure) else {
        throw error
      }
      for reading in published(inquiry) {
        var dated = inquiry
        dated.request.period = AskedPeriod(
          reading.period, reading.basis.isCumulative ? .cumulative : .current)
        if let analysis = try? measure(dated) { return analysis }
      }
      throw error
    }
  }

  /// The latest readings of the indicator, each period once, newest first; at most twenty.
  private func published(_ inquiry: Inquiry) -> [Reading] {
    var readings: [Reading] = []
    for basis in table.bases(inquiry.indicator, inquiry.region) {
      guard let series = table.series(inquiry.indicator, inquiry.region, basis) else { continue }
      for observation in series.observations.suffix(20) {
        let reading = Reading(period: observation.period, basis: basis)
        if !readings.contains(where: {
          $0.period == reading.period && $0.basis.isCumulative == basis.isCumulative
        }) {
          readings.append(reading)
        }
      }
    }
    return Array(readings.sorted { isLater($0.period, $1.period) }.prefix(20))
  }
}

extension Array {
  /// The first result that is there.
  fileprivate func firstNonNil<T>(_ body: (Element) -> T?) -> T? {
    for element in self { if let result = body(element) { return result } }
    return nil
  }
}
