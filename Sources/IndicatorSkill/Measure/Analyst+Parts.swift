import CityAgent

extension Analyst {
  /// The indicators that add up to `whole`, in catalog order.
  func parts(of whole: Int, bySector: Bool) -> [Int] {
    let name = catalog.indicators[whole].name
    let children = catalog.indicators.indices.filter { catalog.indicators[$0].parent == name }
    let wanted = bySector ? "sectors" : "industries"
    let chosen = children.filter { catalog.indicators[$0].division == wanted }
    if !chosen.isEmpty { return chosen }
    let first = children.first.flatMap { catalog.indicators[$0].division }
    return children.filter { catalog.indicators[$0].division == first }
  }

  /// The whole that a question of parts is about, and its parts; a part alone stands for its whole.
  func division(_ inquiry: Inquiry) throws(Refusal) -> (whole: Int, parts: [Int]) {
    let asked = inquiry.indicator
    let whole =
      parts(of: asked, bySector: inquiry.style.bySector).isEmpty
      ? (self.whole(of: asked) ?? asked) : asked
    let parts = parts(of: whole, bySector: inquiry.style.bySector)
    guard !parts.isEmpty else { throw .noParts(indicator: asked) }
    return (whole, parts)
  }

  /// The indicator that this one is a part of, at the top.
  func whole(of part: Int) -> Int? {
    var seen: Set<Int> = [part]
    var at = part
    while let parent = catalog.indicators[at].parent.flatMap({ catalog.indicator(named: $0) }),
      seen.insert(parent).inserted
    {
      at = parent
    }
    return at == part ? nil : at
  }

  /// A share of another indicator, or of the same one of another region.
  func share(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let request = inquiry.request
    if request.regions.count > 1 { return try regionShare(inquiry, whole: request.regions[1]) }
    guard let whole = request.indicators.dropFirst().first ?? whole(of: inquiry.indicator) else {
      let parent = catalog.regions[inquiry.region].parent.flatMap { catalog.region(named: $0) }
      guard let parent else { throw .noParts(indicator: inquiry.indicator) }
      return try regionShare(inquiry, whole: parent)
    }
    let readings = try readings(inquiry, { $0.levels }, bases: Self.levelBases)
    for reading in readings {
      if let statement = shareStatement(
        inquiry.indicator, of: whole, region: inquiry.region, reading: reading)
      {
        return Analysis(statements: [statement])
      }
    }
    throw missing(inquiry, bases: Self.levelBases, wanted: .share)
  }

  func shareStatement(_ part: Int, of whole: Int, region: Int, reading: Reading) -> Statement? {
    guard let partFound = find([reading], part, region),
      let wholeFound = find([reading], whole, region), wholeFound.observation.value > 0
    else { return nil }
    var workings = Workings(table)
    let level = workings.level(partFound.observation, of: partFound.series)
    guard
      let share = level.share(of: workings.level(wholeFound.observation, of: wholeFound.series)),
      let figure = workings.figure(share, decimals: 2)
    else { return nil }
    return Statement(
      indicator: part, region: region, reading: reading,
      role: .share(of: catalog.indicators[whole].name), figure: figure, showsFormula: true)
  }

  private func regionShare(_ inquiry: Inquiry, whole: Int) throws(Refusal) -> Analysis {
    let indicator = inquiry.indicator
    let readings = try readings(inquiry, { $0.levels }, bases: Self.levelBases)
    guard let part = find(readings, indicator, inquiry.region) else {
      throw missing(inquiry, bases: Self.levelBases, wanted: .share)
    }
    // Nothing is summed over regions to stand for a whole: the whole has to be published itself.
    guard let all = find([part.reading], indicator, whole) else {
      var asked = inquiry
      asked.region = whole
      asked.request.period = inquiry.request.period ?? AskedPeriod(part.reading.period)
      throw missing(asked, bases: [part.reading.basis], wanted: .share)
    }
    var workings = Workings(table)
    let level = workings.level(part.observation, of: part.series)
    guard let share = level.share(of: workings.level(all.observation, of: all.series)),
      let figure = workings.figure(share, decimals: 2)
    else { throw .noMeaning(indicator: indicator) }
    return Analysis(statements: [
      Statement(
        indicator: indicator, region: inquiry.region, reading: part.reading,
        role: .regionShare(of: whole), figure: figure, showsFormula: true)
    ])
  }

  /// 拉动 and 贡献率 of one part.
  func pull(_ inquiry: Inquiry, asContribution: Bool) throws(Refusal) -> Analysis {
    let part = inquiry.indicator
    guard let whole = whole(of: part) else {
      // Of the whole itself: what drove it. Of anything else, such as consumption: no weights are published.
      guard !parts(of: part, bySector: true).isEmpty, inquiry.request.indicators.count == 1,
        catalog.indicators[part].growth == .real
      else { throw .noBasis(indicator: part, region: inquiry.region, wanted: .weights) }
      return try drivers(inquiry, asContribution: asContribution)
    }
    let bases: [Basis] = [.yearToDateIndex, .currentIndex, .yearToDateGrowth, .growth]
    let readings = try readings(inquiry, { $0.growth }, bases: bases)
    for reading in readings {
      guard
        let statement = pullStatement(
          part, of: whole, region: inquiry.region, reading: reading, asContribution: asContribution)
      else { continue }
      var analysis = Analysis(statements: [statement], warnings: [.approximateWeights])
      if asContribution,
        var points = pullStatement(
          part, of: whole, region: inquiry.region, reading: reading, asContribution: false)
      {
        points.isCore = false
        points.showsFormula = false
        analysis.statements.append(points)
      }
      return analysis
    }
    throw missing(inquiry, bases: bases, wanted: .weights)
  }

  /// The part's weight a year ago × its real growth; the weights are last year's amounts, or this year's
  /// divided by its growth where only this year's are published.
  func pullStatement(
    _ part: Int, of whole: Int, region: Int, reading: Reading, asContribution: Bool
  ) -> Statement? {
    var workings = Workings(table)
    guard let growth = growth([reading], part, region, in: &workings),
      let weights = weights(part, of: whole, region: region, reading: reading, in: &workings),
      let pull = growth.term.pull(weight: weights.part, of: weights.whole)
    else { return nil }
    let figure: Figure?
    if asContribution {
      let same = reading.basis.growths.map { Reading(period: reading.period, basis: $0) }
      guard let total = self.growth([reading] + same, whole, region, in: &workings),
        // Near zero growth a contribution says nothing.
        let rate = total.term.formula.evaluated(workings.cells.map(\.value)), abs(rate) >= 0.3
      else { return nil }
      figure = workings.figure(pull.contribution(to: total.term), decimals: 2)
    } else {
      figure = workings.figure(pull, decimals: 2)
    }
    guard let figure else { return nil }
    return Statement(
      indicator: part, region: region, reading: reading,
      role: asContribution ? .contribution(of: whole) : .pull(of: whole), figure: figure,
      showsFormula: true)
  }

  private func weights(
    _ part: Int, of whole: Int, region: Int, reading: Reading, in workings: inout Workings
  ) -> (part: Term<LevelKind>, whole: Term<LevelKind>)? {
    guard let before = reading.period.yearsBefore(1) else { return nil }
    let levels = reading.basis.levels
    let last = levels.map { Reading(period: before, basis: $0) }
    if let a = find(last, part, region), let b = find(last, whole, region), b.observation.value > 0
    {
      return (
        workings.level(a.observation, of: a.series), workings.level(b.observation, of: b.series)
      )
    }
    let now = levels.map { Reading(period: reading.period, basis: $0) }
    let rates = reading.basis.growths.map { Reading(period: reading.period, basis: $0) }
    guard let a = find(now, part, region), let b = find(now, whole, region),
      let partRate = growth(rates, part, region, in: &workings),
      let wholeRate = growth(rates, whole, region, in: &workings)
    else { return nil }
    return (
      workings.level(a.observation, of: a.series).base(before: partRate.term),
      workings.level(b.observation, of: b.series).base(before: wholeRate.term)
    )
  }

  /// 哪个行业拉动最大: the pulls of all parts, or what they contributed in per cent, the largest first.
  func drivers(_ inquiry: Inquiry, asContribution: Bool) throws(Refusal) -> Analysis {
    let (whole, parts) = try division(inquiry)
    var inquiry = inquiry
    inquiry.indicator = whole
    let bases: [Basis] = [.yearToDateIndex, .currentIndex, .yearToDateGrowth, .growth]
    for reading in try readings(inquiry, { $0.growth }, bases: bases) {
      var pulls = parts.compactMap {
        pullStatement(
          $0, of: whole, region: inquiry.region, reading: reading, asContribution: asContribution)
      }
      guard pulls.count > 1, let total = growthStatement([reading], whole, inquiry.region) else {
        continue
      }
      pulls.sort { $0.figure.exact > $1.figure.exact }
      for place in pulls.indices {
        pulls[place].isCore = place == 0
        pulls[place].showsFormula = place == 0
      }
      var analysis = Analysis(
        statements: pulls, name: catalog.indicators[pulls[0].indicator].name,
        warnings: [.approximateWeights])
      analysis.chart = .parts(pulls, total: asContribution ? nil : total)
      return analysis
    }
    throw missing(inquiry, bases: bases, wanted: .weights)
  }

  /// 结构: the shares of all parts.
  func structure(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let whole = inquiry.indicator
    let parts = parts(of: whole, bySector: inquiry.style.bySector)
    guard !parts.isEmpty else { throw .noParts(indicator: whole) }
    for reading in try readings(inquiry, { $0.levels }, bases: Self.levelBases) {
      var shares = parts.compactMap {
        shareStatement($0, of: whole, region: inquiry.region, reading: reading)
      }
      guard shares.count > 1 else { continue }
      shares.sort { $0.figure.exact > $1.figure.exact }
      for place in shares.indices {
        shares[place].isCore = place == 0
        shares[place].showsFormula = place == 0
      }
      return Analysis(
        statements: shares, name: catalog.indicators[shares[0].indicator].name,
        warnings: [.rounded], chart: .parts(shares, total: nil))
    }
    throw missing(inquiry, bases: Self.levelBases, wanted: .share)
  }

  /// 集中度: the share of the largest n parts together.
  func concentration(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let whole = inquiry.indicator
    let parts = parts(of: whole, bySector: inquiry.style.bySector)
    let count = inquiry.request.count ?? 3
    guard parts.count > count, count > 0 else { throw .noParts(indicator: whole) }
    for reading in try readings(inquiry, { $0.levels }, bases: Self.levelBases) {
      let found = parts.compactMap { part in
        find([reading], part, inquiry.region).map { (part, $0) }
      }
      guard found.count == parts.count, let total = find([reading], whole, inquiry.region) else {
        continue
      }
      let largest = found.sorted { $0.1.observation.value > $1.1.observation.value }.prefix(count)
      var workings = Workings(table)
      let terms = largest.map { workings.level($0.1.observation, of: $0.1.series) }
      let sum = Term<LevelKind>(.sum(terms.map(\.formula)), unit: terms[0].unit)
      guard terms.allSatisfy({ $0.unit == terms[0].unit }),
        let share = sum.share(of: workings.level(total.observation, of: total.series)),
        let figure = workings.figure(share, decimals: 2)
      else { throw .noMeaning(indicator: whole) }
      return Analysis(
        statements: [
          Statement(
            indicator: whole, region: inquiry.region, reading: reading,
            role: .concentration(parts: count), figure: figure, showsFormula: true)
        ], list: largest.map { catalog.indicators[$0.0].name })
    }
    throw missing(inquiry, bases: Self.levelBases, wanted: .share)
  }
}
