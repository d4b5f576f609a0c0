import CityAgent

extension Analyst {
  /// 人均地区生产总值: over the people counted at the year's end.
  func perCapita(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    // Regions are not put in order by what is worked out for each.
    if inquiry.request.group != nil { throw .noOrder(indicator: indicator) }
    guard let people = catalog.indicator(named: "年末常住人口") else {
      throw .noBasis(indicator: indicator, region: region, wanted: .level)
    }
    for reading in try readings(inquiry, { $0.levels }, bases: [.current, .yearToDate]) {
      // People are counted at the year's end: only a whole year's amount is shared among them.
      guard reading.period.lastMonth == 12, reading.period.isYear || reading.basis.isCumulative,
        let level = find([reading], indicator, region)
      else { continue }
      let counts = [reading.period, Period.year(reading.period.year)].compactMap { $0 }.map {
        Reading(period: $0, basis: .level)
      }
      guard let count = find(counts, people, region) else { continue }
      var workings = Workings(table)
      let amount = workings.level(level.observation, of: level.series)
      let heads = workings.level(count.observation, of: count.series)
      // 亿元 over 万人 is 万元 a head.
      guard amount.unit == "亿元", heads.unit == "万人",
        let figure = workings.figure(
          Term<LevelKind>(.quotient(amount.formula, heads.formula), unit: "万元/人"), decimals: 2)
      else { throw .noMeaning(indicator: indicator) }
      return Analysis(statements: [
        Statement(
          indicator: indicator, region: region, reading: reading, role: .perCapita,
          figure: figure, showsFormula: true)
      ])
    }
    var asked = inquiry
    asked.indicator = people
    throw table.bases(people, region).isEmpty
      ? .notPublished(indicator: people, region: region)
      : missing(asked, bases: [.level], wanted: .level)
  }

  /// 地均: over the area, of whatever year that was measured.
  func perArea(_ inquiry: Inquiry) throws(Refusal) -> Analysis {
    let (indicator, region) = (inquiry.indicator, inquiry.region)
    guard let area = catalog.indicator(named: "土地面积"),
      let series = table.series(area, region, .level), let size = series.last
    else { throw .noBasis(indicator: indicator, region: region, wanted: .level) }
    for reading in try readings(inquiry, { $0.levels }, bases: [.current, .yearToDate]) {
      guard reading.period.lastMonth == 12, reading.period.isYear || reading.basis.isCumulative,
        let level = find([reading], indicator, region)
      else { continue }
      var workings = Workings(table)
      let amount = workings.level(level.observation, of: level.series)
      let ground = workings.level(size, of: series)
      guard amount.unit == "亿元", ground.unit == "平方公里",
        let figure = workings.figure(
          Term<LevelKind>(.quotient(amount.formula, ground.formula), unit: "亿元/平方公里"), decimals: 2)
      else { throw .noMeaning(indicator: indicator) }
      return Analysis(statements: [
        Statement(
          indicator: indicator, region: region, reading: reading, role: .perArea, figure: figure,
          showsFormula: true)
      ])
    }
    throw missing(inquiry, bases: Self.levelBases, wanted: .level)
  }
}
