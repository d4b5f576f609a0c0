import CityAgent

/// One thing said of an indicator: a figure, what it is of, and what was measured.
struct Statement: Sendable, Equatable {
  /// What was measured, with what a sentence about it needs to name.
  enum Role: Sendable, Equatable {
    case level
    /// Growth on the year before, as published or from a published index.
    case growth
    /// Growth at the prices of both years, computed from amounts.
    case nominalGrowth
    /// A growth rate less that of an earlier period, or of the total.
    case growthChange(from: Period)
    case levelChange(from: Period)
    /// An amount in per cent of that of an earlier period.
    case multiple(of: Period)
    /// Growth on the period before; `adjusted` for season or not.
    case previousPeriod(from: Period, adjusted: Bool)
    /// Compound growth a year over so many years since the base.
    case averageGrowth(base: Period, years: Int, nominal: Bool)
    /// A share of another indicator, or of another region.
    case share(of: String)
    case regionShare(of: Int)
    case pull(of: Int)
    case contribution(of: Int)
    case targetProgress(year: Int)
    case target(year: Int)
    case requiredGrowth(year: Int)
    case deflator
    case rank(among: Int, group: String?)
    case gap(to: Int)
    case ratio(to: Int)
    /// The growth of an indicator less that of another one.
    case indicatorGap(to: Int)
    case perCapita
    case perArea
    case extreme(isMaximum: Bool, from: Period, to: Period, equals: [Period])
    /// A place in a list of regions or indicators, from 1.
    case entry(place: Int)
    case count(isBelow: Bool, bound: Double, from: Period, to: Period)
    case concentration(parts: Int)
    /// A share of the whole less that of an earlier period.
    case shareChange(of: Int, from: Period)
    /// How many parts have a growth below zero.
    case shrinking
    /// In a row up to the reading's period, each below or above the bound; `from` is the first of them.
    case streak(isBelow: Bool, bound: Double, from: Period)
    /// A local high or low of the series.
    case turning(isPeak: Bool)
    /// Far from what season and trend of the series expect, and the usual reason where one is seen.
    case anomaly(isHigh: Bool, reason: Reason?)
    /// Carried on from the series: the expected value, or a limit of its 95 % band.
    case forecast(Formula.Outlook.Figure)
    /// The mean absolute error of such a forecast on the series' own past.
    case forecastError
  }

  /// Why a value stands out.
  enum Reason: Sendable, Equatable {
    /// The same period a year before stood out the other way.
    case base
    /// January and February, or the month behind them.
    case newYear
    /// The number was released more than once.
    case revised
  }

  var indicator: Int
  var region: Int
  var reading: Reading
  var role: Role
  var figure: Figure
  /// Whether the answer is worth nothing without it.
  var isCore = true
  /// Whether the line of its formula follows it.
  var showsFormula = false
}

/// What was found out for a request.
struct Analysis: Sendable, Equatable {
  var statements: [Statement] = []
  /// Set where the answer is a period or a list, not the first statement's figure.
  var list: [String]?
  var name: String?
  var warnings: [Warning] = []
  /// The numbers a chart may show.
  var chart: ChartEvidence?
  /// The releases that the figures come from.
  var vintages: [String] { statements.flatMap(\.figure.vintages) }

  enum Warning: Sendable, Equatable {
    /// Published and computed growth differ by so many points.
    case publishedDiffers(published: Double, computed: Double)
    /// Only growth is published, no amount.
    case onlyGrowth(indicator: Int)
    /// Dollars were asked for, yuan are published.
    case otherCurrency
    /// Of this period only growth is published.
    case noAmount
    /// Added up or subtracted from published amounts.
    case computedAmount
    /// The period was not said: this one is the latest published.
    case latest(Reading)
    /// Approximated with last year's nominal shares.
    case approximateWeights
    /// Computed from amounts at current prices; no real growth is published.
    case nominalOnly
    /// The months are not adjusted for season.
    case notAdjusted
    /// A forecast carries the past on and knows of no events.
    case extrapolated
    /// Shares are rounded and may not add up.
    case rounded
    /// Only the last so many periods are told.
    case shortened(told: Int, of: Int)
    /// The question named no indicator: this one was taken.
    case assumed(indicator: Int)
  }
}

/// The numbers a chart is drawn from.
enum ChartEvidence: Sendable, Equatable {
  case series(levels: Series?, growth: Series?)
  case parts([Statement], total: Statement?)
  case ranking([Statement], highlighted: Int)
  case target(Statement, timePassed: Double)
  case outlook(Series, [Outlook])
}

/// One step of a forecast: the period, and the expected value with its bands.
struct Outlook: Sendable, Equatable {
  var period: Period
  var mean: Double
  var low80: Double
  var high80: Double
  var low95: Double
  var high95: Double
}

/// Why nothing can be said.
enum Refusal: Error, Sendable, Equatable {
  /// Published for the region, but not for the period; with the periods there are.
  case noPeriod(indicator: Int, region: Int, period: Period, first: Period?, last: Period?)
  case notPublished(indicator: Int, region: Int)
  /// Of the year only its months are published.
  case onlyMonths(indicator: Int, region: Int, year: Int)
  /// January and February stand only together.
  case mergedMonths(indicator: Int, year: Int)
  /// A whole year has no period before it in the same year.
  case noPreviousOfYear(indicator: Int)
  case noPrevious(indicator: Int, region: Int)
  /// The bases that exist cannot give it.
  case noBasis(indicator: Int, region: Int, wanted: Wanted)
  /// Amounts of different units, or of a base of zero or below.
  case noMeaning(indicator: Int)
  case mixedUnits
  /// Why, how to, what follows: figures do not say.
  case noCause
  /// A multiple was asked for without saying since when.
  case noBase
  /// When something was or will be reached.
  case noArrival
  /// No adjusted growth on the period before is published that could be carried to a year.
  case noAnnualised(indicator: Int)
  /// Published for none of the home regions, but for these.
  case onlyElsewhere(indicator: Int, regions: [Int])
  case noParts(indicator: Int)
  /// The regions have no number of one period and one basis to be put in order by.
  case noOrder(indicator: Int)
  case noTarget(indicator: Int, region: Int, year: Int)
  /// No value of the series stands out, or turns it.
  case noPoints(indicator: Int, region: Int)
  /// Too few periods in a row to carry on.
  case tooShort(indicator: Int, region: Int)

  enum Wanted: String, Sendable { case level, growth, nominal, share, target, weights, deflator }
}
