/// Where a number stands: a period and a basis of it.
struct Reading: Sendable, Hashable {
  var period: Period
  var basis: Basis
}

/// The readings that may answer a period as it was asked, best first.
///
/// A year is published as a year, as the fourth quarter since January, or as December since January; “the
/// third quarter” is the quarter alone unless only the sum since January is published.
struct AskedReadings: Sendable {
  let asked: AskedPeriod

  init(_ asked: AskedPeriod) { self.asked = asked }

  private var year: Int { asked.period.year }
  private var last: Int { asked.period.lastMonth }

  /// Whether the sum since January is meant.
  private var isCumulative: Bool {
    switch asked.extent {
    case .cumulative: true
    case .current: asked.period.isYear
    case .unsaid, .span:
      asked.period.firstMonth == 1 && asked.period.length != 1 && asked.period.quarter != 1
    }
  }

  /// The periods a sum since January may be filed under.
  private var sums: [Period] {
    var periods: [Period] = []
    if last % 3 == 0, let quarter = Period.quarter(last / 3, of: year) { periods.append(quarter) }
    if let month = Period.month(last, of: year) { periods.append(month) }
    if last < 12, let span = Period(year: year, months: 1...last), !periods.contains(span) {
      periods.append(span)
    }
    return periods
  }

  private func readings(
    current: [Basis], sum: [Basis], whole: [Basis]
  ) -> [Reading] {
    let single = current.map { Reading(period: asked.period, basis: $0) }
    let sums = sums.flatMap { period in sum.map { Reading(period: period, basis: $0) } }
    let wholes =
      Period(year: year, months: 1...last).map { period in
        whole.map { Reading(period: period, basis: $0) }
      } ?? []
    if isCumulative { return wholes + sums }
    return asked.extent == .current ? single : single + sums
  }

  /// Amounts: 当期 or 累计.
  var levels: [Reading] {
    readings(
      current: [.current, .level], sum: [.yearToDate], whole: [.current, .level])
      + stocks
  }

  /// A stock of a year or quarter is that of its last month.
  private var stocks: [Reading] {
    guard asked.period.length > 1, let month = Period.month(last, of: year) else { return [] }
    return [Reading(period: month, basis: .level)]
  }

  /// Growth of what stands at a moment, such as money: that of a year or quarter is that of its last month.
  var closing: [Reading] {
    guard asked.period.length > 1, let month = Period.month(last, of: year) else { return [] }
    return [.growth, .yearIndex].map { Reading(period: month, basis: $0) }
  }

  /// Growth on the year before, published as an index or as a rate: the index is revised with its series,
  /// the rate stands as it was first released.
  var growth: [Reading] {
    readings(
      current: [.currentIndex, .growth, .yearIndex], sum: [.yearToDateIndex, .yearToDateGrowth],
      whole: [.currentIndex, .growth, .yearIndex])
  }

  /// Growth on the period before.
  var previous: [Reading] {
    [.adjustedMonthly, .monthIndex].map { Reading(period: asked.period, basis: $0) }
  }
}

extension Basis {
  /// Whether it is of the sum since January.
  var isCumulative: Bool {
    switch self {
    case .yearToDate, .yearToDateIndex, .yearToDateGrowth: true
    default: false
    }
  }

  /// The amount that a growth of this basis is of, and the other way.
  var levels: [Basis] { isCumulative ? [.yearToDate] : [.current, .level] }
  var growths: [Basis] {
    isCumulative ? [.yearToDateIndex, .yearToDateGrowth] : [.currentIndex, .growth, .yearIndex]
  }
  var isGrowth: Bool {
    switch self {
    case .growth, .yearToDateGrowth, .currentIndex, .yearToDateIndex, .yearIndex: true
    default: false
    }
  }
}
