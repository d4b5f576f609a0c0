import CityAgent

extension QuestionScan {
  /// A request with what it leaves out taken from the one before: 那工业呢？ 跟南山比 去年呢？
  func completed(_ request: IndicatorRequest, from previous: IndicatorRequest) -> IndicatorRequest {
    var result = request
    if indicators.isEmpty { result.indicators = previous.indicators }
    if regions.isEmpty {
      result.regions = previous.regions
    } else if contains("比") || contains("than") || contains("compare") {
      // 跟南山比: the region before against the one named.
      if let first = previous.regions.first, !regions.contains(first) {
        result.regions = [first] + regions
        if request.measure == .value { result.measure = .gap }
      }
    }
    if result.group == nil, regions.isEmpty { result.group = previous.group }
    // 占GDP多少: of what was asked about before.
    if [.share, .pull, .contribution, .shareChange].contains(request.measure),
      let whole = indicators.first, indicators.count == 1, let part = previous.indicators.first,
      part != whole
    {
      result.indicators = [part, whole]
    }
    if periods.isEmpty {
      result.period = previous.period
      result.comparison = previous.comparison
    } else if contains("同期"), let before = previous.period, let year = before.period.yearsBefore(1)
    {
      // 去年同期呢: the year before what was asked about, not before today.
      result.period = AskedPeriod(year, before.extent)
      result.comparison = nil
    } else if let asked = result.period ?? result.comparison, asked.period.isYear,
      asked.extent == .unsaid, let before = previous.period, !before.period.isYear,
      let same = Period(
        year: asked.period.year, months: before.period.firstMonth...before.period.lastMonth)
    {
      // 去年呢: the same months of that year.
      result.period = AskedPeriod(same, before.extent)
      result.comparison = nil
    }
    let saysMeasure = !cues.isDisjoint(with: [
      .growth, .share, .pull, .contribution, .series, .previous, .rank, .structure, .average,
      .highest,
      .lowest, .forecast, .nominal, .change, .level, .gap, .ratio, .target, .perCapita, .cause,
      .streak, .shrinking, .variation, .arrival, .annualised,
    ])
    if !saysMeasure, result.measure == .value { result.measure = previous.measure }
    if result.count == nil { result.count = previous.count }
    if result.threshold == nil { result.threshold = previous.threshold }
    if !saysMeasure { result.isYearly = previous.isYearly }
    if !saysMeasure { result.isOfGrowth = previous.isOfGrowth }
    return result
  }
}

extension IndicatorRequest {
  /// The request in words that outlive the generation: names and spellings, no numbers into tables.
  func aspects(_ catalog: IndicatorCatalog) -> [String] {
    var words = ["measure \(measure)"]
    words += indicators.map { "indicator \(catalog.indicators[$0].name)" }
    words += regions.map { "region \(catalog.regions[$0].name)" }
    if let group { words.append("group \(group)") }
    if let period { words.append("period \(Self.spelled(period))") }
    if let comparison { words.append("comparison \(Self.spelled(comparison))") }
    if let count { words.append("count \(count)") }
    if let threshold { words.append("threshold \(threshold)") }
    if isOfGrowth { words.append("growth true") }
    if isYearly { words.append("yearly true") }
    return words
  }

  init(aspects: [String], catalog: IndicatorCatalog) {
    self.init()
    for aspect in aspects {
      guard let space = aspect.firstIndex(of: " ") else { continue }
      let value = String(aspect[aspect.index(after: space)...])
      switch aspect[..<space] {
      case "measure": measure = Measure.allCases.first { "\($0)" == value } ?? .value
      case "indicator": catalog.indicator(named: value).map { indicators.append($0) }
      case "region": catalog.region(named: value).map { regions.append($0) }
      case "group": group = value
      case "period": period = Self.asked(value)
      case "comparison": comparison = Self.asked(value)
      case "count": count = Int(value)
      case "threshold": threshold = Double(value)
      case "yearly": isYearly = value == "true"
      case "growth": isOfGrowth = value == "true"
      default: break
      }
    }
  }

  private static func spelled(_ asked: AskedPeriod) -> String {
    "\(asked.period) \(asked.extent) \(asked.isOpen)" + (asked.from.map { " \($0)" } ?? "")
  }

  private static func asked(_ text: String) -> AskedPeriod? {
    let parts = text.split(separator: " ")
    guard parts.count >= 3, let period = Period(parts[0]) else { return nil }
    let extents: [AskedPeriod.Extent] = [.cumulative, .current, .unsaid, .span]
    return AskedPeriod(
      period, extents.first { "\($0)" == parts[1] } ?? .unsaid,
      from: parts.count > 3 ? Period(parts[3]) : nil, isOpen: parts[2] == "true")
  }
}
