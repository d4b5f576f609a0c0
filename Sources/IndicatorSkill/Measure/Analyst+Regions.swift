import CityAgent

extension Analyst {
  /// A region against another: the difference in the unit, or the one in per cent of the other.
  func comparison(_ inquiry: Inquiry, asRatio: Bool) throws(Refusal) -> Analysis {
    let request = inquiry.request
    guard let other = request.regions.dropFirst().first else {
      if request.comparison != nil { return try periodGap(inquiry, asRatio: asRatio) }
      if request.indicators.count > 1 { return try share(inquiry) }
      return try value(inquiry)
    }
    let indicator = inquiry.indicator
    if request.isOfGrowth, let growth = try growthGap(inquiry, other: other) { return growth }
    if request.isOfGrowth {
      throw .noBasis(indicator: indicator, region: inquiry.region, wanted: .growth)
    }
    let readings =
      request.period == nil
      ? shared(indicator, inquiry.region, other)
      : try readings(inquiry, { $0.levels }, bases: Self.levelBases)
    for reading in readings {
      guard let a = find([reading], indicator, inquiry.region),
        let b = find([reading], indicator, other)
      else { continue }
      var workings = Workings(table)
      let one = workings.level(a.observation, of: a.series)
      let two = workings.level(b.observation, of: b.series)
      let places = max(Self.places(a.observation), Self.places(b.observation))
      let figure: Figure? =
        asRatio
        ? one.share(of: two).flatMap { workings.figure($0, decimals: 2) }
        : (one - two).flatMap { workings.figure($0, decimals: places) }
      guard let figure else { throw .noMeaning(indicator: indicator) }
      var analysis = Analysis(statements: [
        Statement(
          indicator: indicator, region: inquiry.region, reading: reading,
          role: asRatio ? .ratio(to: other) : .gap(to: other), figure: figure, showsFormula: true)
      ])
      for region in [inquiry.region, other] {
        if var level = levelStatement(reading, indicator, region) {
          level.isCore = false
          analysis.statements.append(level)
        }
      }
      return analysis
    }
    if let growth = try growthGap(inquiry, other: other) { return growth }
    throw missingFor(inquiry, other: other)
  }

  /// The latest reading that both regions publish an amount for.
  private func shared(_ indicator: Int, _ one: Int, _ other: Int) -> [Reading] {
    Self.levelBases.compactMap { basis -> Reading? in
      guard let a = table.series(indicator, one, basis),
        let b = table.series(indicator, other, basis)
      else { return nil }
      return a.observations.last { b[$0.period] != nil }.map {
        Reading(period: $0.period, basis: basis)
      }
    }.sorted { $0.period > $1.period }
  }

  /// Where only growth is published for both: the difference in points.
  private func growthGap(_ inquiry: Inquiry, other: Int) throws(Refusal) -> Analysis? {
    let readings = try readings(inquiry, { $0.growth }, bases: Self.growthBases)
    for reading in readings {
      var workings = Workings(table)
      guard let a = growth([reading], inquiry.indicator, inquiry.region, in: &workings),
        let b = growth([reading], inquiry.indicator, other, in: &workings),
        let figure = workings.figure(a.term - b.term, decimals: 1)
      else { continue }
      return Analysis(statements: [
        Statement(
          indicator: inquiry.indicator, region: inquiry.region, reading: reading,
          role: .gap(to: other), figure: figure, showsFormula: true)
      ])
    }
    return nil
  }

  /// Which of the two regions lacks the number.
  private func missingFor(_ inquiry: Inquiry, other: Int) -> Refusal {
    let asked = inquiry.request.period.map { AskedReadings($0).levels } ?? []
    var lacking = inquiry
    if find(asked, inquiry.indicator, inquiry.region) != nil { lacking.region = other }
    return missing(lacking, bases: Self.levelBases, wanted: .level)
  }

  /// The amount of a period less that of another.
  private func periodGap(_ inquiry: Inquiry, asRatio: Bool) throws(Refusal) -> Analysis {
    let readings = try readings(inquiry, { $0.levels }, bases: Self.levelBases)
    guard let now = find(readings, inquiry.indicator, inquiry.region),
      let comparison = inquiry.request.comparison
    else { throw missing(inquiry, bases: Self.levelBases, wanted: .level) }
    let earlier = AskedReadings(comparison).levels.filter { $0.basis == now.reading.basis }
    guard let then = find(earlier, inquiry.indicator, inquiry.region) else {
      var asked = inquiry
      asked.request.period = comparison
      throw missing(asked, bases: [now.reading.basis], wanted: .level)
    }
    var workings = Workings(table)
    let one = workings.level(now.observation, of: now.series)
    let two = workings.level(then.observation, of: then.series)
    let figure: Figure? =
      asRatio
      ? one.share(of: two).flatMap { workings.figure($0, decimals: 2) }
      : (one - two).flatMap { workings.figure($0, decimals: Self.places(now.observation)) }
    guard let figure else { throw .noMeaning(indicator: inquiry.indicator) }
    return Analysis(statements: [
      Statement(
        indicator: inquiry.indicator, region: inquiry.region, reading: now.reading,
        role: asRatio
          ? .multiple(of: then.reading.period) : .levelChange(from: then.reading.period),
        figure: figure, showsFormula: true)
    ])
  }

  /// 增长了多少倍: the last amount of the span in per cent of the first.
  func multiple(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    var asked = inquiry
    if let span = inquiry.request.period, let from = span.from {
      asked.request.period = AskedPeriod(span.period)
      asked.request.comparison = AskedPeriod(from)
    }
    guard asked.request.comparison != nil, asked.request.period != nil else { throw .noBase }
    return try periodGap(asked, asRatio: true)
  }

  func levelStatement(_ reading: Reading, _ indicator: Int, _ region: Int) -> Statement? {
    guard let found = find([reading], indicator, region) else { return nil }
    let figure = published(found.observation, of: found.series)
    return figure.map {
      Statement(
        indicator: indicator, region: region, reading: found.reading,
        role: found.reading.basis.isGrowth ? .growth : .level, figure: $0)
    }
  }

  /// The regions that are compared: those of the group named, else the siblings of the region.
  private func peers(_ inquiry: Inquiry, _ reading: Reading) -> [Int] {
    // 北京上海深圳哪个最高: those named.
    if inquiry.request.regions.count > 2 { return inquiry.request.regions }
    let publishing = table.regions(publishing: inquiry.indicator, reading.basis)
    if let group = inquiry.request.group {
      return publishing.filter { isMember($0, of: group) }
    }
    let region = catalog.regions[inquiry.region]
    if !inquiry.request.regions.isEmpty {
      let isParent = publishing.contains { catalog.regions[$0].parent == region.name }
      // “Of Shenzhen's districts”: the members of the region named; else its siblings.
      if isParent, inquiry.request.measure != .rank {
        return publishing.filter { catalog.regions[$0].parent == region.name }
      }
      return publishing.filter {
        let other = catalog.regions[$0]
        return other.kind == region.kind
          && (region.kind != "district" || other.parent == region.parent)
      }
    }
    return publishing.filter { catalog.regions[$0].groups.contains("main-cities") }
  }

  /// A group of the catalog, or all regions of a kind.
  private func isMember(_ region: Int, of group: String) -> Bool {
    let entry = catalog.regions[region]
    switch group {
    case "provinces": return entry.kind == "province"
    case "districts": return entry.kind == "district"
    default: return entry.groups.contains(group)
    }
  }

  /// The peers with their amounts, the largest first; ties in catalog order.
  private func ranked(_ inquiry: Inquiry) throws(Refusal) -> (
    reading: Reading, entries: [(region: Int, series: Series, observation: Observation)]
  ) {
    var group = inquiry
    let isOfGrowth =
      inquiry.request.isOfGrowth
      || catalog.indicators[inquiry.indicator].nature.isSpokenOfByGrowth
    let bases = isOfGrowth ? Self.growthBases : Self.levelBases
    let sample = try? readings(inquiry, { isOfGrowth ? $0.growth : $0.levels }, bases: bases)
    for reading in sample ?? [] {
      let entries = peers(inquiry, reading).compactMap { region in
        find([reading], inquiry.indicator, region).map { (region, $0.series, $0.observation) }
      }
      guard entries.count > 1 else { continue }
      return (reading, entries.sorted { ($0.2.value, $1.0) > ($1.2.value, $0.0) })
    }
    if inquiry.request.group != nil || inquiry.request.regions.count > 2 {
      throw .noOrder(indicator: inquiry.indicator)
    }
    if let first = sample?.first { group.request.period = AskedPeriod(first.period) }
    throw missing(group, bases: bases, wanted: isOfGrowth ? .growth : .level)
  }

  /// 深圳和广州哪个高: the difference of the two, and the name of the larger.
  func larger(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    var analysis = try comparison(inquiry, asRatio: false)
    let regions = inquiry.request.regions
    guard let difference = analysis.statements.first?.figure.value, regions.count > 1 else {
      return analysis
    }
    analysis.name = difference == 0 ? nil : catalog.regions[regions[difference > 0 ? 0 : 1]].name
    return analysis
  }

  /// 位次: 1 and how many are larger.
  func rank(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (reading, entries) = try ranked(inquiry)
    guard let own = entries.first(where: { $0.region == inquiry.region }) else {
      throw missing(inquiry, bases: Self.levelBases, wanted: .level)
    }
    var workings = Workings(table)
    let one = workings.level(own.observation, of: own.series)
    // Indices and rates are put in order as they stand: the order of 104 and 102 is that of 4 % and 2 %.
    let all = entries.map { workings.level($0.observation, of: $0.series).formula }
    guard Set(entries.map(\.series.unit)).count == 1,
      let figure = workings.figure(
        Term<WholeKind>(.rank(one.formula, among: all), unit: "位"), decimals: 0)
    else { throw .noMeaning(indicator: inquiry.indicator) }
    var analysis = Analysis(statements: [
      Statement(
        indicator: inquiry.indicator, region: inquiry.region, reading: reading,
        role: .rank(among: entries.count, group: inquiry.request.group), figure: figure)
    ])
    if var level = levelStatement(reading, inquiry.indicator, inquiry.region) {
      level.isCore = false
      analysis.statements.append(level)
    }
    analysis.chart = .ranking(
      entries.prefix(15).compactMap { levelStatement(reading, inquiry.indicator, $0.region) },
      highlighted: inquiry.region)
    return analysis
  }

  /// The first or last n.
  func order(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (reading, entries) = try ranked(inquiry)
    let count = max(1, min(inquiry.request.count ?? 3, entries.count, 20))
    let chosen =
      inquiry.request.measure == .bottom
      ? Array(entries.reversed().prefix(count)) : Array(entries.prefix(count))
    var analysis = Analysis(list: chosen.map { catalog.regions[$0.region].name })
    for (place, entry) in chosen.enumerated() {
      guard var level = levelStatement(reading, inquiry.indicator, entry.region) else { continue }
      level.role = .entry(place: place + 1)
      analysis.statements.append(level)
    }
    analysis.chart = .ranking(
      entries.prefix(15).compactMap { levelStatement(reading, inquiry.indicator, $0.region) },
      highlighted: chosen[0].region)
    return analysis
  }
}
