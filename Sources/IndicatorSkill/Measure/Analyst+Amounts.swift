import CityAgent

extension Analyst {
  /// The amount of a period from the amounts of its parts, or from two sums since January; nil where one lacks.
  func computedLevel(_ inquiry: Inquiry) -> Analysis? {
    guard let asked = inquiry.request.period, !asked.isOpen, asked.extent != .span,
      catalog.indicators[inquiry.indicator].nature == .flow
    else { return nil }
    return summed(asked.period, inquiry) ?? subtracted(asked.period, inquiry)
  }

  private func computed(
    _ term: Term<LevelKind>, _ workings: inout Workings, _ period: Period, _ basis: Basis,
    decimals: Int, _ inquiry: Inquiry
  ) -> Analysis? {
    workings.figure(term, decimals: decimals).map { figure in
      Analysis(
        statements: [
          Statement(
            indicator: inquiry.indicator, region: inquiry.region,
            reading: Reading(period: period, basis: basis), role: .level, figure: figure,
            showsFormula: true)
        ], warnings: [.computedAmount])
    }
  }

  /// 累计: the sum of the months or quarters since January, each published.
  private func summed(_ period: Period, _ inquiry: Inquiry) -> Analysis? {
    guard period.length > 1,
      let series = table.series(inquiry.indicator, inquiry.region, .current)
    else { return nil }
    var month = period.firstMonth
    var parts: [Observation] = []
    while month <= period.lastMonth {
      let next = series.observations.last {
        $0.period.year == period.year && $0.period.firstMonth == month
          && $0.period.lastMonth <= period.lastMonth && $0.period != period
      }
      guard let next else { return nil }
      parts.append(next)
      month = next.period.lastMonth + 1
    }
    var workings = Workings(table)
    let terms = parts.map { workings.level($0, of: series) }
    guard terms.count > 1 else { return nil }
    let sum = Term<LevelKind>(.sum(terms.map(\.formula)), unit: series.unit)
    let basis: Basis = period.firstMonth == 1 ? .yearToDate : .current
    return computed(
      sum, &workings, period, basis, decimals: parts.map(Self.places).max() ?? 0, inquiry)
  }

  /// 当期: the sum since January less that up to the period before.
  private func subtracted(_ period: Period, _ inquiry: Inquiry) -> Analysis? {
    guard period.firstMonth > 1,
      let series = table.series(inquiry.indicator, inquiry.region, .yearToDate)
    else { return nil }
    func sum(to month: Int) -> Observation? {
      series.observations.last { $0.period.year == period.year && $0.period.lastMonth == month }
    }
    guard let now = sum(to: period.lastMonth), let before = sum(to: period.firstMonth - 1) else {
      return nil
    }
    var workings = Workings(table)
    let one = workings.level(now, of: series)
    guard let difference = one - workings.level(before, of: series) else { return nil }
    return computed(
      difference, &workings, period, .current,
      decimals: max(Self.places(now), Self.places(before)), inquiry)
  }
}
