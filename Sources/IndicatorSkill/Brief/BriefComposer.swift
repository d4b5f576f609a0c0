import CityAgent
import CityIndex
import CityText

/// Writes the brief of a region and a period by fixed rules; thresholds stand here, each with its reason.
public struct BriefComposer: Sendable {
  /// A change of growth from the period before that is worth a line, in percentage points: half of what
  /// monthly series of a city usually move.
  static let notableChange = 1.0
  /// A part that brings more than this share of all growth, in per cent, is a dependence.
  static let dependence = 60.0
  /// Behind the calendar by more than this, in percentage points of the plan, is late.
  static let lateness = 2.0

  let analyst: Analyst
  let index: KnowledgeIndex
  let region: Int
  let period: Period
  let isEnglish: Bool

  private var catalog: IndicatorCatalog { analyst.catalog }
  /// A quarter or year is reported as the sum since January, a month as itself.
  private var asked: AskedPeriod {
    guard !period.isMonth, let sum = Period(year: period.year, months: 1...period.lastMonth) else {
      return AskedPeriod(period, .current)
    }
    return AskedPeriod(sum, .cumulative)
  }

  public func compose() -> Brief {
    var writer = BriefWriter(index, catalog: catalog, isEnglish: isEnglish)
    let facts = facts()
    overall(facts, &writer)
    parts(facts, &writer)
    strong(facts, &writer)
    let weak = weak(facts, &writer)
    outlook(facts, &writer)
    advice(weak, &writer)
    let language: WrittenLanguage = isEnglish ? .english : .chinese
    let words = StatementText(catalog: catalog, isEnglish: isEnglish)
    let when = PeriodText(isEnglish: isEnglish).text(period, isSum: !period.isMonth)
    let title = Framing(.briefTitle, .place(words.region(region)), .day(when))
    return Brief(
      title: title.text(in: language) ?? "", sections: writer.sections,
      citations: writer.citations, asOf: analyst.asOf, isEnglish: isEnglish)
  }

  /// What is published of one indicator for the period.
  struct Fact {
    var indicator: Int
    var level: Statement?
    var growth: Statement?
    var change: Statement?
    var progress: Statement?
    var required: Statement?
    var pull: Statement?
  }

  private func facts() -> [Fact] {
    catalog.indicators.indices.compactMap { indicator in
      let readings = AskedReadings(asked)
      let monthly = Period.month(period.lastMonth, of: period.year).map {
        AskedReadings(AskedPeriod($0, .current))
      }
      var fact = Fact(indicator: indicator)
      if let found = analyst.find(readings.levels + (monthly?.levels ?? []), indicator, region) {
        fact.level = analyst.levelStatement(found.reading, indicator, region)
      }
      fact.growth = analyst.growthStatement(
        readings.growth + (monthly?.growth ?? []), indicator, region)
      guard fact.level != nil || fact.growth != nil else { return nil }
      add(to: &fact)
      return fact
    }
  }

  private func add(to fact: inout Fact) {
    var request = IndicatorRequest()
    request.indicators = [fact.indicator]
    request.regions = [region]
    let isSum = fact.growth?.reading.basis.isCumulative ?? true
    let own = fact.growth?.reading.period ?? period
    request.period =
      isSum
      ? Period(year: own.year, months: 1...own.lastMonth).map { AskedPeriod($0, .cumulative) }
      : AskedPeriod(own, .current)
    func first(_ measure: IndicatorRequest.Measure) -> Statement? {
      request.measure = measure
      return (try? analyst.analyse(request, style: Analyst.Style()))?.statements.first
    }
    fact.change = first(.growthChange)
    request.period = asked
    fact.progress = first(.targetProgress)
    fact.required = first(.requiredGrowth)
    if analyst.whole(of: fact.indicator) != nil { fact.pull = first(.pull) }
  }

  private var total: Int? { catalog.indicator(named: "地区生产总值") }

  private func overall(_ facts: [Fact], _ writer: inout BriefWriter) {
    writer.begin(.briefOverall)
    if let fact = facts.first(where: { $0.indicator == total }) {
      for statement in [fact.level, fact.growth, fact.change].compactMap({ $0 }) {
        writer.say(statement)
      }
      for other in wider() {
        var request = IndicatorRequest()
        request.indicators = [fact.indicator]
        request.period = asked
        request.regions = [region, other]
        request.measure = .share
        if let share = (try? analyst.analyse(request, style: .init()))?.statements.first {
          writer.say(share)
        }
        if let growth = analyst.growthStatement(AskedReadings(asked).growth, fact.indicator, other)
        {
          writer.say(growth)
        }
      }
      if let level = fact.level ?? fact.growth {
        writer.chart(
          chart(analyst.chartOfSeries(fact.indicator, region, like: level.reading, until: period)))
      }
    }
    if writer.isEmpty { noData(&writer) }
  }

  /// The regions around this one, the nearest first.
  private func wider() -> [Int] {
    var regions: [Int] = []
    var at = region
    while let parent = catalog.regions[at].parent.flatMap({ catalog.region(named: $0) }),
      !regions.contains(parent), parent != region
    {
      regions.append(parent)
      at = parent
    }
    return regions
  }

  private func parts(_ facts: [Fact], _ writer: inout BriefWriter) {
    writer.begin(.briefParts)
    for fact in facts where fact.indicator != total {
      for statement in [fact.level, fact.growth].compactMap({ $0 }) { writer.say(statement) }
    }
    let pulls = industryPulls(facts)
    if pulls.count > 1 {
      let whole = facts.first { $0.indicator == total }?.growth
      writer.chart(chart(.parts(pulls, total: whole)))
    }
    if writer.isEmpty { noData(&writer) }
  }

  /// The pulls of the industries, the largest first; of the three sectors where no industry has one.
  private func industryPulls(_ facts: [Fact]) -> [Statement] {
    guard let total else { return [] }
    let pulls = facts.compactMap(\.pull)
    for bySector in [false, true] {
      let parts = Set(analyst.parts(of: total, bySector: bySector))
      let chosen = pulls.filter { parts.contains($0.indicator) }
      if !chosen.isEmpty { return chosen.sorted { $0.figure.exact > $1.figure.exact } }
    }
    return []
  }

  private func strong(_ facts: [Fact], _ writer: inout BriefWriter) {
    writer.begin(.briefStrong)
    let pulls = industryPulls(facts).filter { $0.figure.value > 0 }
    for statement in pulls.prefix(3) { writer.say(statement) }
    for fact in facts {
      guard let change = fact.change, isGood(change.figure.value, fact.indicator),
        abs(change.figure.value) >= Self.notableChange
      else { continue }
      writer.say(change)
    }
    if facts.isEmpty {
      noData(&writer)
    } else if writer.isEmpty {
      writer.note(Framing(.briefNothing))
    }
  }

  /// The weak points, by kind, for the advice.
  struct Weakness {
    var falling: [Int] = []
    var slowing: [Int] = []
    var late: [Int] = []
    var single: Int?
  }

  private func weak(_ facts: [Fact], _ writer: inout BriefWriter) -> Weakness {
    writer.begin(.briefWeak)
    var weakness = Weakness()
    for fact in facts {
      if let growth = fact.growth, growth.figure.value < 0,
        catalog.indicators[fact.indicator].goodDirection > 0
      {
        writer.say(growth)
        weakness.falling.append(fact.indicator)
      }
      if let change = fact.change, isGood(-change.figure.value, fact.indicator),
        abs(change.figure.value) >= Self.notableChange
      {
        writer.say(change)
        weakness.slowing.append(fact.indicator)
      }
      if let progress = fact.progress, period.lastMonth < 12,
        progress.figure.value < Double(period.lastMonth) / 12 * 100 - Self.lateness
      {
        writer.say(progress)
        weakness.late.append(fact.indicator)
      }
    }
    single(facts, &writer, &weakness)
    if facts.isEmpty {
      noData(&writer)
    } else if writer.isEmpty {
      writer.note(Framing(.briefNothing))
    }
    return weakness
  }

  private func single(_ facts: [Fact], _ writer: inout BriefWriter, _ weakness: inout Weakness) {
    guard let total else { return }
    let industries = Set(analyst.parts(of: total, bySector: false))
    for fact in facts where industries.contains(fact.indicator) {
      guard let pull = fact.pull,
        let share = analyst.pullStatement(
          fact.indicator, of: total, region: region, reading: pull.reading, asContribution: true),
        share.figure.value > Self.dependence
      else { continue }
      writer.say(share)
      weakness.single = fact.indicator
    }
  }

  private func outlook(_ facts: [Fact], _ writer: inout BriefWriter) {
    writer.begin(.briefOutlook)
    for fact in facts {
      for statement in [fact.progress, fact.required].compactMap({ $0 }) { writer.say(statement) }
      if let progress = fact.progress, period.lastMonth < 12 {
        writer.chart(
          chart(.target(progress, timePassed: Double(period.lastMonth) / 12)))
      }
    }
    forecasts(&writer)
    if writer.isEmpty { noData(&writer) }
  }

  /// The next period of growth in all, prices and PMI, carried on from what was known by this period.
  private func forecasts(_ writer: inout BriefWriter) {
    let names = ["地区生产总值", "居民消费价格指数", "制造业采购经理指数"]
    var said = false
    var analyst = analyst
    analyst.knownUntil = period
    for number in names.compactMap({ catalog.indicator(named: $0) }) {
      var request = IndicatorRequest()
      request.indicators = [number]
      request.regions = [region]
      request.measure = .forecast
      guard let analysis = try? analyst.analyse(request, style: .init()),
        let first = analysis.statements.first,
        first.reading.period.year * 12 + first.reading.period.lastMonth
          > period.year * 12 + period.lastMonth
      else { continue }
      for statement in analysis.statements.prefix(3) { writer.say(statement) }
      if !said { writer.chart(chart(analysis.chart)) }
      said = true
    }
    if said { writer.note(Framing(.briefForecastNote)) }
  }

  private func advice(_ weakness: Weakness, _ writer: inout BriefWriter) {
    writer.begin(.briefAdvice)
    let words = StatementText(catalog: catalog, isEnglish: isEnglish)
    func names(_ indicators: [Int]) -> Framing.Argument {
      .options(indicators.map { words.indicator($0, region: region) })
    }
    var said = false
    for (key, indicators) in [
      (Framing.Key.adviceFalling, weakness.falling), (.adviceTarget, weakness.late),
      (.adviceSlowing, weakness.slowing),
    ] where !indicators.isEmpty {
      writer.note(Framing(key, names(indicators)))
      said = true
    }
    if let single = weakness.single {
      writer.note(Framing(.adviceSingle, .item(words.indicator(single, region: region))))
      said = true
    }
    if !said { writer.note(Framing(.briefNothing)) }
  }

  private func isGood(_ change: Double, _ indicator: Int) -> Bool {
    change * Double(catalog.indicators[indicator].goodDirection) > 0
  }

  private func noData(_ writer: inout BriefWriter) {
    let words = StatementText(catalog: catalog, isEnglish: isEnglish)
    writer.note(Framing(.briefNoData, .place(words.region(region)), .day("\(period)")))
  }

  private func chart(_ evidence: ChartEvidence?) -> String? {
    evidence.flatMap { EvidenceChart(table: analyst.table, isEnglish: isEnglish).svg($0) }
  }
}
