import CityAgent

extension Analyst {
  /// The whole that a question of parts is about, and the growth of each of its parts in one period, fastest first.
  private func partsGrowth(_ inquiry: Inquiry) throws(Refusal) -> (
    whole: Int, reading: Reading, statements: [Statement]
  ) {
    let (whole, parts) = try division(inquiry)
    var inquiry = inquiry
    inquiry.indicator = whole
    let bases: [Basis] = [.yearToDateIndex, .currentIndex, .yearToDateGrowth, .growth]
    for reading in try readings(inquiry, { $0.growth }, bases: bases) {
      let statements = parts.compactMap { growthStatement([reading], $0, inquiry.region) }
      guard statements.count > 1 else { continue }
      return (whole, reading, statements.sorted { $0.figure.exact > $1.figure.exact })
    }
    throw missing(inquiry, bases: bases, wanted: .growth)
  }

  /// 增长最快的行业: the parts by their growth, best or worst first, all of them told.
  func orderedParts(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    var (_, _, statements) = try partsGrowth(inquiry)
    if inquiry.request.measure == .slowestParts { statements.reverse() }
    let count = min(inquiry.request.count ?? statements.count, statements.count)
    statements = Array(statements.prefix(max(count, 1)))
    for place in statements.indices {
      statements[place].isCore = place == 0
      statements[place].showsFormula = place == 0 && statements[place].showsFormula
    }
    let names = statements.map { catalog.indicators[$0.indicator].name }
    var analysis = Analysis(statements: statements, chart: .parts(statements, total: nil))
    if count > 1, inquiry.request.count != nil {
      analysis.list = names
    } else {
      analysis.name = names[0]
    }
    return analysis
  }

  /// 负增长的行业: how many, and each with its growth.
  func shrinkingParts(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (whole, reading, statements) = try partsGrowth(inquiry)
    var workings = Workings(table)
    var rates: [Formula] = []
    for statement in statements {
      guard
        let rate = growth([statement.reading], statement.indicator, inquiry.region, in: &workings)
      else { continue }
      rates.append(rate.term.formula)
    }
    guard
      let figure = workings.figure(Term<WholeKind>(.countBelow(rates, 0), unit: "个"), decimals: 0)
    else { throw .noMeaning(indicator: whole) }
    let count = Statement(
      indicator: whole, region: inquiry.region, reading: reading,
      role: .shrinking, figure: figure)
    let falling = statements.reversed().filter { $0.figure.exact < 0 }.map { statement in
      var statement = statement
      statement.isCore = false
      statement.showsFormula = false
      return statement
    }
    return Analysis(
      statements: [count] + falling, list: falling.map { catalog.indicators[$0.indicator].name })
  }

  /// 占比变化: a part's share of the whole less that of an earlier period, in points; of a whole all its parts'.
  func shareChange(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let asked = inquiry.indicator
    let ownParts = parts(of: asked, bySector: inquiry.style.bySector)
    let whole = inquiry.request.indicators.dropFirst().first ?? self.whole(of: asked) ?? asked
    let changing = whole == asked ? ownParts : [asked]
    guard !changing.isEmpty else { throw .noParts(indicator: asked) }
    for reading in try readings(dated(inquiry), { $0.levels }, bases: Self.levelBases) {
      guard let then = earlier(reading, inquiry) else { continue }
      var statements = changing.compactMap {
        shareChangeStatement($0, of: whole, region: inquiry.region, from: then, to: reading)
      }
      guard statements.count == changing.count else { continue }
      statements.sort { abs($0.figure.exact) > abs($1.figure.exact) }
      for place in statements.indices {
        statements[place].isCore = place == 0
        statements[place].showsFormula = place == 0
      }
      if changing.count == 1 {
        for at in [reading, then] {
          guard
            var share = shareStatement(changing[0], of: whole, region: inquiry.region, reading: at)
          else { continue }
          share.isCore = false
          share.showsFormula = false
          statements.append(share)
        }
      }
      return Analysis(statements: statements)
    }
    throw missing(dated(inquiry), bases: Self.levelBases, wanted: .share)
  }

  /// A span asks from its first period to its last: the last is read as the period.
  private func dated(_ inquiry: Inquiry) -> Inquiry {
    guard let period = inquiry.request.period, period.extent == .span else { return inquiry }
    var inquiry = inquiry
    // “近五年” ends with the latest published, not with the running year.
    inquiry.request.period = nil
    for basis in Self.levelBases {
      guard let series = table.series(inquiry.indicator, inquiry.region, basis),
        let last = series.observations.last(where: {
          $0.period.year <= period.period.year && $0.period.lastMonth == 12
        })
      else { continue }
      inquiry.request.period = AskedPeriod(
        last.period, basis.isCumulative ? .cumulative : .current)
      break
    }
    return inquiry
  }

  /// What a share is compared with: the period named, the first of a span that is published, else a year before.
  private func earlier(_ reading: Reading, _ inquiry: Inquiry) -> Reading? {
    if let comparison = inquiry.request.comparison {
      return AskedReadings(comparison).levels.first { $0.basis == reading.basis }
    }
    if let from = inquiry.request.period?.from {
      return table.series(inquiry.indicator, inquiry.region, reading.basis)?.observations.first {
        $0.period.year >= from.year && $0.period.lastMonth == reading.period.lastMonth
      }.map { Reading(period: $0.period, basis: reading.basis) }
    }
    return reading.period.yearsBefore(1).map { Reading(period: $0, basis: reading.basis) }
  }

  private func shareChangeStatement(
    _ part: Int, of whole: Int, region: Int, from then: Reading, to now: Reading
  ) -> Statement? {
    guard let a = find([now], part, region), let b = find([now], whole, region),
      let c = find([then], part, region), let d = find([then], whole, region),
      b.observation.value > 0, d.observation.value > 0
    else { return nil }
    var workings = Workings(table)
    let levels = [a, b, c, d].map { workings.level($0.observation, of: $0.series) }
    guard let share = levels[0].share(of: levels[1]), let before = levels[2].share(of: levels[3]),
      let figure = workings.figure(share - before, decimals: 2)
    else { return nil }
    return Statement(
      indicator: part, region: region, reading: now,
      role: .shareChange(of: whole, from: then.period), figure: figure, showsFormula: true)
  }
}
