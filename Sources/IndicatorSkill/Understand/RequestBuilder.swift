import CityAgent

/// Puts what a question names together into a request.
struct RequestBuilder {
  let scan: QuestionScan
  let catalog: IndicatorCatalog
  let total: Int?

  func request() -> IndicatorRequest {
    var request = IndicatorRequest()
    request.indicators = indicators
    request.regions = scan.regions
    request.group = group
    let main = main
    request.period = main.map { dated($0.asked) }
    request.comparison =
      scan.periods.first {
        $0.isComparison && (main == nil || $0.range != main!.range)
      }?.asked
    if request.period == nil, let comparison = request.comparison,
      scan.regions.count < 2, !has(.change), !has(.gap)
    {
      // “与去年同期相比”: growth, not a second period.
      if comparison.period.isYear { request.comparison = nil }
    }
    request.measure = measure(request)
    request.isOfGrowth = isOfGrowth
    request.isYearly =
      (has(.yearUnit) && !has(.monthUnit))
      || ["历年", "各年", "逐年", "each year", "over the years"].contains { scan.contains($0) }
    request.count = count(request.measure)
    if [.countBelow, .countAbove, .streakBelow, .streakAbove].contains(request.measure) {
      request.threshold = has(.threshold50) ? 50 : scan.numbers.first?.value
    }
    normalise(&request)
    return request
  }

  /// The time asked about: the first; of a year and a part of that year behind it (2025年社零前9个月) the part.
  private var main: FoundPeriod? {
    guard let first = scan.periods.first(where: { !$0.isComparison }) else { return nil }
    guard first.asked.period.isYear, first.asked.extent == .unsaid else { return first }
    return scan.periods.first {
      !$0.isComparison && !$0.asked.isOpen && !$0.asked.period.isYear
        && $0.asked.period.year == first.asked.period.year
    } ?? first
  }

  /// Growth and not size is put in order: 增速最高, 增长最快, fastest growing.
  private var isOfGrowth: Bool {
    if has(.growth) || scan.contains("经济增速") || scan.contains("经济增长") { return true }
    return ["最快", "最慢", "fastest", "slowest"].contains { scan.contains($0) }
  }

  private var fallsBelow: Bool {
    if has(.shrinking) { return true }
    let falls = ["下降", "跌", "负", "fall", "fell", "drop", "decline"]
    return has(.growth) && falls.contains { scan.contains($0) }
  }

  private var asksWhich: Bool { has(.which) || scan.contains("哪") || scan.contains("which") }

  private func has(_ cue: MeasureCue) -> Bool { scan.cues.contains(cue) }

  /// The indicator asked about first; of two names where one is the whole, the part.
  private var indicators: [Int] {
    guard scan.indicators.count > 1 else { return scan.indicators }
    // 一产占GDP: of a part and the whole, the part is asked about.
    guard let total, scan.indicators.contains(where: { catalog.indicators[$0].parent != nil })
    else {
      return scan.indicators
    }
    let parts = scan.indicators.filter { $0 != total }
    return parts + scan.indicators.filter { $0 == total }
  }

  private var group: String? {
    if has(.provinceUnit) { return "provinces" }
    if has(.cityUnit) { return "main-cities" }
    return has(.districtUnit) ? "districts" : nil
  }

  private func measure(_ request: IndicatorRequest) -> IndicatorRequest.Measure {
    if has(.cause) { return .cause }
    if has(.scissors), request.indicators.count > 1 { return .indicatorGap }
    if has(.annualised) { return .annualised }
    if has(.streak) {
      return has(.above) || !(has(.below) || fallsBelow) ? .streakAbove : .streakBelow
    }
    if has(.arrival), request.regions.count > 1 || has(.above) || has(.below) { return .arrival }
    if has(.required), has(.target) || has(.growth) { return .requiredGrowth }
    if has(.target), !has(.forecast) { return .targetProgress }
    if has(.deflator) { return .deflator }
    if has(.forecast) { return .forecast }
    if has(.turning) { return .turningPoints }
    if has(.anomaly) { return .anomalies }
    if has(.contribution), has(.industryUnit) || scan.contains("各产业"), scan.contains("率") {
      return .contributions
    }
    if has(.pull) || has(.contribution) {
      if asksWhich, has(.industryUnit) || has(.highest) { return .drivers }
      return has(.contribution) && !has(.pull)
        ? .contribution : has(.contribution) && scan.contains("率") ? .contribution : .pull
    }
    if has(.concentration) || (has(.industryUnit) && has(.share) && has(.first)) {
      return .concentration
    }
    if has(.variation) || has(.change), has(.share) || has(.structure) { return .shareChange }
    if has(.structure) { return .structure }
    if let parts = parts() { return parts }
    if has(.perCapita) { return .perCapita }
    if has(.perArea) { return .perArea }
    if has(.average),
      has(.growth) || scan.contains("经济") || scan.contains("两年") || request.period?.extent == .span
        || has(.nominal)
    {
      return .averageGrowth
    }
    if let order = order(request) { return order }
    if has(.ratio), request.regions.count > 1 { return .ratio }
    if has(.ratio), has(.growth) || request.period?.extent == .span { return .multiple }
    // M2和M1差多少
    if has(.gap), request.regions.count < 2, request.indicators.count > 1,
      request.indicators.allSatisfy({ catalog.indicators[$0].nature.isSpokenOfByGrowth })
    {
      return .indicatorGap
    }
    // 增长百分之几: not a share.
    if has(.share), !(isOfGrowth && scan.saysShareOnlyInPercent) {
      return has(.industryUnit) && asksWhich ? .structure : .share
    }
    return comparison(request) ?? plain(request)
  }

  /// Industries by their growth; nil where the question is of no industries or not of growth.
  private func parts() -> IndicatorRequest.Measure? {
    guard has(.industryUnit), isOfGrowth || has(.shrinking), !has(.share) else { return nil }
    if asksWhich, fallsBelow, !has(.highest), !has(.lowest) { return .shrinkingParts }
    if has(.lowest) || (has(.last) && !has(.highest)) || (has(.highest) && fallsBelow) {
      return .slowestParts
    }
    return has(.highest) || has(.first) || asksWhich || has(.which) ? .fastestParts : nil
  }

  /// A part of a year whose year comes behind it (三季度 … 2024年的), and a month said to be the year to date.
  private func dated(_ asked: AskedPeriod) -> AskedPeriod {
    var asked = asked
    if has(.single), asked.extent == .unsaid, !asked.period.isYear { asked.extent = .current }
    let year = scan.periods.first {
      !$0.isComparison && $0.asked.period.isYear && $0.asked.extent == .unsaid && !$0.asked.isOpen
    }
    if asked.isOpen, !asked.period.isYear, let year,
      let period = Period(
        year: year.asked.period.year, months: asked.period.firstMonth...asked.period.lastMonth)
    {
      asked = AskedPeriod(period, asked.extent)
    }
    let sums = ["year-to-date", "year to date", "ytd", "since january", "累计"]
    if asked.extent == .unsaid, !asked.period.isYear, sums.contains(where: { scan.contains($0) }),
      let sum = Period(year: asked.period.year, months: 1...asked.period.lastMonth)
    {
      asked = AskedPeriod(sum, .cumulative, isOpen: asked.isOpen)
    }
    return asked
  }

  /// Highest, lowest, ranks, first n, counts.
  private func order(_ request: IndicatorRequest) -> IndicatorRequest.Measure? {
    let isOfPeriods = has(.monthUnit) || has(.quarterUnit) || has(.yearUnit)
    let isExtreme = has(.highest) || has(.lowest)
    if has(.below) && isOfPeriods { return .countBelow }
    if has(.shrinking), isOfPeriods, !isExtreme { return .countBelow }
    if has(.above) && isOfPeriods { return .countAbove }
    let counts = ["几个月", "多少个月", "几个季度", "多少个季度", "how many months", "how many quarters"]
    if counts.contains(where: { scan.contains($0) }), has(.growth) || fallsBelow, !isExtreme {
      return fallsBelow ? .countBelow : .countAbove
    }
    if isExtreme {
      // 跌幅最大: the lowest growth.
      let isMaximum = has(.highest) != fallsBelow
      if isOfPeriods || request.period?.extent == .span { return isMaximum ? .maximum : .minimum }
      if has(.industryUnit) { return .structure }
      if request.regions.count > 2 { return has(.highest) ? .top : .bottom }
      if request.regions.count == 2, !isOfPeriods { return .larger }
      // 跌得最多: the lowest.
      if request.group != nil { return isMaximum ? .top : .bottom }
      return isMaximum ? .maximum : .minimum
    }
    if has(.first), request.group != nil || scan.contains("名") || scan.contains("top") {
      return .top
    }
    if has(.last), request.group != nil, scan.contains("名") || scan.contains("bottom") {
      return .bottom
    }
    guard has(.rank) else { return nil }
    // 深圳各区排名: the order of the members, not the place of the whole.
    return request.group != nil && (request.regions.isEmpty || isWhole(request)) ? .top : .rank
  }

  /// Whether the region named holds the members of the group: 深圳各区, 全国各省.
  private func isWhole(_ request: IndicatorRequest) -> Bool {
    guard let region = request.regions.first else { return false }
    let kind = catalog.regions[region].kind
    return request.group == "districts" ? kind != "district" : kind == "nation"
  }

  /// Against another region or period.
  private func comparison(_ request: IndicatorRequest) -> IndicatorRequest.Measure? {
    if request.regions.count > 1 {
      if has(.ratio) { return .ratio }
      if asksWhich { return request.regions.count > 2 ? .top : .larger }
      if has(.gap) || scan.contains("compare") || scan.contains("比") || scan.contains("than")
        || scan.contains("versus") || scan.contains(" vs ")
      {
        return .gap
      }
    }
    // 三季度比二季度变化: of growth, where growth is named.
    if has(.variation), request.comparison != nil, has(.growth) { return .growthChange }
    if has(.change) {
      if has(.faster) || has(.growth) || request.comparison != nil || has(.points) || has(.previous)
      {
        return .growthChange
      }
    }
    if request.comparison != nil, has(.faster) || has(.points) { return .growthChange }
    return nil
  }

  private func plain(_ request: IndicatorRequest) -> IndicatorRequest.Measure {
    if has(.nominal) { return .nominalGrowth }
    // 总额和增速: the amount, which its growth goes with.
    let both = [
      "和增速", "及增速", "与增速", "和同比", "及同比", "和增长", "及增长", "及其增", "and growth", "and its growth",
    ]
    if both.contains(where: { scan.contains($0) }), request.indicators.count == 1 { return .value }
    if has(.previous) { return .previousPeriod }
    if has(.series) || has(.variation) || request.period?.extent == .span { return .series }
    if has(.growth) || scan.contains("经济增长") || scan.contains("经济增速") { return .growth }
    if has(.gap), request.comparison != nil { return .gap }
    // 5月比4月: no word says of what; prices are compared by their growth, amounts by their size.
    if request.comparison != nil, request.period != nil, let first = request.indicators.first {
      return catalog.indicators[first].nature.isSpokenOfByGrowth ? .growthChange : .gap
    }
    return .value
  }

  private func count(_ measure: IndicatorRequest.Measure) -> Int? {
    switch measure {
    case .averageGrowth:
      if scan.contains("两年") || scan.contains("two-year") || scan.contains("two year") { return 2 }
      for (years, word) in zip(3..., ["三年平均", "四年平均", "五年平均"]) where scan.contains(word) {
        return years
      }
      return nil
    case .top, .bottom, .concentration, .fastestParts, .slowestParts:
      if has(.rank), scan.numbers.isEmpty, !has(.highest), !has(.lowest), !has(.first) { return 20 }
      if measure == .concentration, has(.first) == false, scan.numbers.isEmpty { return nil }
      if has(.highest) || has(.lowest), scan.numbers.isEmpty, measure != .concentration { return 1 }
      if scan.contains("前三") { return 3 }
      return scan.numbers.last { $0.value >= 1 && $0.value <= 50 && $0.value == $0.value.rounded() }
        .map { Int($0.value) }
    default: return nil
    }
  }

  private func normalise(_ request: inout IndicatorRequest) {
    // 比上年: growth on the year before is what 同比 says already.
    if request.measure == .growth, let comparison = request.comparison, comparison.period.isYear {
      request.comparison = nil
    }
    let ofParts: [IndicatorRequest.Measure] = [
      .drivers, .contributions, .fastestParts, .slowestParts, .shrinkingParts, .structure,
      .concentration,
    ]
    if ofParts.contains(request.measure), let total,
      !request.indicators.contains(where: { number in
        catalog.indicators.contains { $0.parent == catalog.indicators[number].name }
      })
    {
      request.indicators = [total]
    }
  }
}
