import CityAgent
import CityText

/// What a header, a title or a label says of the numbers it stands for.
struct CellMeaning: Sendable {
  var indicator: Int?
  var region: Int?
  var period: AskedPeriod?
  var unit: String?
  /// 同比, 增速, 增长.
  var isGrowth = false
  /// 累计, 1-N月; nil where it is not said.
  var isCumulative: Bool?
  /// 环比.
  var isPrevious = false
  /// 计划, 目标.
  var isTarget = false

  init() {}

  init(_ text: String, catalog: IndicatorCatalog, names: NameTable) {
    let folded = Folding.fold(Array(text.utf8))
    guard !folded.isEmpty else { return }
    for match in names.phrases.matches(in: folded) {
      switch names.names[match.number] {
      case .indicator(let number): indicator = indicator ?? number
      case .region(let number): region = region ?? number
      }
    }
    // Tables have no today: a time without a year says nothing.
    let found = PeriodReader(folded, asOf: CalendarDay("0001-01-01")!).read().first
    if let found, found.asked.period.year > 1900 { period = found.asked }
    func holds(_ words: [String]) -> Bool {
      words.contains { ByteSearch.contains(folded, Array($0.utf8)) }
    }
    isPrevious = holds(["环比"])
    isGrowth = !isPrevious && holds(["同比", "增速", "增长", "增幅", "涨幅", "growth"])
    isTarget = holds(["计划", "目标", "target"])
    if holds(["累计", "自年初"]) { isCumulative = true }
    if holds(["当月", "当季", "当期", "本月"]) { isCumulative = false }
    for name in ["万亿元", "亿美元", "亿元", "万元", "万人", "平方公里", "元", "人", "%"]
    where holds(["(\(name))", "单位:\(name)", "单位 \(name)", "/\(name)"]) {
      unit = name
      break
    }
    if unit == nil, text == "%" || text == "亿元" || text == "万元" || text == "亿美元" { unit = text }
  }

  var isEmpty: Bool {
    indicator == nil && region == nil && period == nil && unit == nil && !isGrowth && !isPrevious
      && !isTarget && isCumulative == nil
  }

  /// Whether a column with this header holds numbers.
  var isValue: Bool {
    period != nil || unit != nil || isGrowth || isPrevious || isTarget || indicator != nil
  }

  /// Takes what it lacks from `other`; with `over`, what the other says goes first.
  mutating func fill(from other: CellMeaning, over: Bool) {
    func choose<T>(_ mine: T?, _ theirs: T?) -> T? { over ? theirs ?? mine : mine ?? theirs }
    indicator = choose(indicator, other.indicator)
    region = choose(region, other.region)
    period = choose(period, other.period)
    // A column of growth has its own unit.
    if !isGrowth || over { unit = choose(unit, other.unit) }
    isGrowth = isGrowth || (other.isGrowth && unit != nil ? unit == "%" : other.isGrowth)
    isPrevious = isPrevious || other.isPrevious
    isTarget = isTarget || other.isTarget
    isCumulative = choose(isCumulative, other.isCumulative)
  }

  /// The basis that a number with this meaning is of.
  func basis(of asked: AskedPeriod, nature: Indicator.Nature, isRate: Bool) -> Basis {
    let isSum = isCumulative ?? (asked.extent == .cumulative && !asked.period.isYear)
    if isTarget { return isRate ? .targetGrowth : .target }
    if isPrevious { return .adjustedMonthly }
    if isGrowth || (isRate && nature.isSpokenOfByGrowth) {
      return isSum ? .yearToDateGrowth : .growth
    }
    if isRate { return .share }
    if nature != .flow { return .level }
    return isSum ? .yearToDate : .current
  }

  /// The period as observation files spell it: a sum stands under its last month or quarter.
  func filed(_ asked: AskedPeriod) -> Period {
    let period = asked.period
    guard isCumulative ?? (asked.extent == .cumulative), !period.isYear, !period.isMonth else {
      return period
    }
    if period.firstMonth == 1, period.length == 2 { return period }
    if period.length % 3 == 0, let quarter = Period.quarter(period.lastMonth / 3, of: period.year),
      asked.extent == .cumulative, [6, 9].contains(period.lastMonth) || period.quarter != nil
    {
      return quarter
    }
    return Period.month(period.lastMonth, of: period.year) ?? period
  }
}
