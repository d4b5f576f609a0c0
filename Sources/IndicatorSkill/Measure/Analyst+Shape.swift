import CitySeries

extension Analyst {
  /// At most so many points are told, the latest.
  private static let told = 8
  /// Ten years of months show where a series turned.
  private static let history = 120

  private func run(_ inquiry: Inquiry) throws(Refusal) -> (
    series: Series, run: [Observation], cycle: Int
  ) {
    guard
      let (series, run) = longestRun(inquiry.indicator, inquiry.region, limit: Self.history),
      run.count >= Self.shortest
    else { throw .tooShort(indicator: inquiry.indicator, region: inquiry.region) }
    let last = run.last!.period
    return (series, run, last.isMonth ? 12 : last.quarter != nil ? 4 : 1)
  }

  private func statement(
    _ observation: Observation, of series: Series, role: Statement.Role, _ inquiry: Inquiry
  ) -> Statement? {
    published(observation, of: series).map {
      Statement(
        indicator: inquiry.indicator, region: inquiry.region,
        reading: Reading(period: observation.period, basis: series.basis), role: role, figure: $0)
    }
  }

  /// 拐点: local highs and lows that are far enough apart.
  func turningPoints(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (series, run, cycle) = try run(inquiry)
    let rule: TurningPoints.Rule = cycle == 12 ? .monthly : cycle == 4 ? .quarterly : .yearly
    guard let points = try? TurningPoints.find(run.map(\.value), rule), !points.isEmpty else {
      throw .noPoints(indicator: inquiry.indicator, region: inquiry.region)
    }
    let statements = points.suffix(Self.told).compactMap {
      statement(run[$0.index], of: series, role: .turning(isPeak: $0.kind == .peak), inquiry)
    }
    return Analysis(
      statements: statements, list: statements.map(\.reading.period.description),
      chart: chartOfSeries(
        inquiry.indicator, inquiry.region,
        like: Reading(period: run.last!.period, basis: series.basis)))
  }

  /// 异常: values far from season and trend, each with the usual reason where one is seen.
  func anomalies(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (series, run, cycle) = try run(inquiry)
    guard cycle > 1, run.count >= 3 * cycle,
      let found = try? Anomalies.find(run.map(\.value), period: cycle, threshold: 5)
    else { throw .tooShort(indicator: inquiry.indicator, region: inquiry.region) }
    guard !found.isEmpty else {
      throw .noPoints(indicator: inquiry.indicator, region: inquiry.region)
    }
    let sizes = Dictionary(
      found.map { ($0.index, $0.size) }, uniquingKeysWith: { first, _ in first })
    let latest = found.map(\.index).sorted().suffix(Self.told)
    let statements = latest.compactMap { index -> Statement? in
      let size = sizes[index] ?? 0
      let before = sizes[index - cycle]
      let period = run[index].period
      let reason: Statement.Reason? =
        before.map { $0 * size < 0 } == true
        ? .base
        : period.isMonth && period.lastMonth <= 3
          ? .newYear
          : table.vintages(of: inquiry.indicator, inquiry.region, series.basis, period).count > 1
            ? .revised : nil
      return statement(
        run[index], of: series, role: .anomaly(isHigh: size > 0, reason: reason), inquiry)
    }
    return Analysis(
      statements: statements, list: statements.map(\.reading.period.description),
      chart: chartOfSeries(
        inquiry.indicator, inquiry.region,
        like: Reading(period: run.last!.period, basis: series.basis)))
  }
}
