import CityAgent
import CityText

/// Statements in sentences, Chinese and English; one sentence a role.
struct StatementText: Sendable {
  let catalog: IndicatorCatalog
  let isEnglish: Bool

  private var periods: PeriodText { PeriodText(isEnglish: isEnglish) }
  private var figures: FigureText { FigureText(isEnglish: isEnglish) }

  func region(_ number: Int) -> String {
    let region = catalog.regions[number]
    return isEnglish && !region.english.isEmpty ? region.english : region.name
  }

  /// The indicator's name; a nation's GDP is not called that of a region.
  func indicator(_ number: Int, region: Int? = nil) -> String {
    let entry = catalog.indicators[number]
    if isEnglish, !entry.english.isEmpty { return entry.english }
    if let region, catalog.regions[region].kind == "nation", let national = entry.nationalName {
      return national
    }
    return entry.name
  }

  private func isPrice(_ statement: Statement) -> Bool {
    catalog.indicators[statement.indicator].nature == .price
  }

  func text(_ statement: Statement) -> String {
    isEnglish ? english(statement) : chinese(statement)
  }

  private func chinese(_ s: Statement) -> String {
    let when = periods.text(s.reading)
    let name = indicator(s.indicator, region: s.region)
    let what = "\(when)\(region(s.region))\(name)"
    let isSum = s.reading.basis.isCumulative
    switch s.role {
    case .level: return "\(what)\(qualifier(s.figure))\(figures.amount(s.figure))。"
    case .growth: return "\(what)同比\(figures.growth(s.figure, isPrice: isPrice(s)))。"
    case .nominalGrowth: return "按现价计算，\(what)名义\(figures.growth(s.figure, isPrice: false))。"
    case .growthChange(let from):
      let earlier = periods.text(from, isSum: isSum)
      return "\(what)增速比\(earlier)\(figures.change(s.figure, up: "提高", down: "回落"))。"
    case .levelChange(let from):
      let earlier = periods.text(from, isSum: isSum)
      let words = s.figure.form == .points ? ("上升", "回落") : ("增加", "减少")
      return "\(what)比\(earlier)\(figures.change(s.figure, up: words.0, down: words.1))。"
    case .multiple(let of):
      return "\(what)相当于\(periods.text(of, isSum: isSum))的\(figures.percent(s.figure))。"
    case .previousPeriod(let from, let adjusted):
      let earlier = periods.text(from, isSum: false)
      let note = adjusted ? "" : "（未经季节调整）"
      return "\(what)比\(earlier)环比\(figures.growth(s.figure, isPrice: isPrice(s)))\(note)。"
    case .averageGrowth(let base, _, let nominal):
      let kind = nominal ? "按现价计算年均名义" : "年均"
      return
        "以\(periods.text(base, isSum: isSum))为基期，到\(what)\(kind)\(figures.growth(s.figure, isPrice: false))。"
    case .share(let whole):
      let all = catalog.indicator(named: whole).map { indicator($0, region: s.region) } ?? whole
      return "\(what)占\(all)的比重为\(figures.percent(s.figure))。"
    case .regionShare(let whole):
      return "\(what)占\(region(whole))的比重为\(figures.percent(s.figure))。"
    case .pull(let whole):
      let verb = s.figure.value < 0 ? "下拉" : "拉动"
      let size = DecimalText.text(abs(s.figure.value), decimals: s.figure.decimals)
      let tail = s.figure.value < 0 ? "" : "增长"
      return
        "\(when)\(name)\(verb)\(region(s.region))\(indicator(whole, region: s.region))\(tail)\(size)个百分点。"
    case .contribution(let whole):
      return "\(what)对\(indicator(whole, region: s.region))增长的贡献率为\(figures.percent(s.figure))。"
    case .targetProgress(let year):
      return "\(what)完成\(year)年年度计划的\(figures.percent(s.figure))。"
    case .target(let year):
      return "\(region(s.region))\(name)\(year)年年度计划为\(figures.amount(s.figure))。"
    case .requiredGrowth(let year):
      return
        "要完成\(year)年年度计划，\(region(s.region))\(name)其余时间需同比\(figures.growth(s.figure, isPrice: false))。"
    case .deflator: return "\(what)的平减指数同比\(figures.growth(s.figure, isPrice: true))。"
    case .rank(let among, _):
      return "\(what)在有数据的\(among)个地区中居第\(DecimalText.text(abs(s.figure.value), decimals: 0))位。"
    case .gap(let other):
      let words = s.figure.form == .points ? "增速比" : "比"
      return "\(what)\(words)\(region(other))\(figures.gap(s.figure))。"
    case .indicatorGap(let other):
      let words = figures.gap(s.figure)
      return "\(what)同比增速比\(indicator(other, region: s.region))\(words)。"
    case .ratio(let other): return "\(what)相当于\(region(other))的\(figures.percent(s.figure))。"
    case .perCapita:
      return "\(when)\(region(s.region))人均\(name)为\(figures.amount(s.figure))（按年末常住人口计算）。"
    case .perArea:
      let amount = DecimalText.text(s.figure.value, decimals: s.figure.decimals)
      return "\(what)平均每平方公里为\(amount)亿元。"
    case .extreme(let isMaximum, let from, let to, let equals):
      let range = "\(periods.text(from, isSum: isSum))到\(periods.text(to, isSum: isSum))"
      let value = valueWords(s)
      return
        "\(range)，\(region(s.region))\(name)\(s.reading.basis.isGrowth ? (isPrice(s) ? "同比涨幅" : "同比增速") : "")\(isMaximum ? "最高" : "最低")的是\(when)，\(value)\(ties(equals, isSum: isSum))。"
    case .entry:
      return
        "\(region(s.region))：\(s.reading.basis.isGrowth ? valueWords(s) : figures.amount(s.figure))"
    case .count(let isBelow, let bound, let from, let to):
      let range = "\(periods.text(from, isSum: isSum))到\(periods.text(to, isSum: isSum))"
      let unit = s.reading.period.isYear ? "年" : s.reading.period.quarter != nil ? "个季度" : "个月"
      let number = DecimalText.text(abs(s.figure.value), decimals: 0)
      return
        "\(range)，\(region(s.region))\(name)有\(number)\(unit)\(isBelow ? "低于" : "高于")\(Self.plain(bound))。"
    case .concentration:
      return "\(when)\(region(s.region))最大的几个组成部分合计占\(name)的\(figures.percent(s.figure))。"
    case .shareChange(let whole, let from):
      let all = indicator(whole, region: s.region)
      return
        "\(what)占\(all)的比重比\(periods.text(from, isSum: isSum))\(figures.change(s.figure, up: "提高", down: "下降"))。"
    case .shrinking:
      return
        "\(when)\(region(s.region))\(name)的各组成部分中，有\(DecimalText.text(s.figure.value, decimals: 0))个同比下降。"
    case .streak(let isBelow, let bound, let from):
      return streak(s, what: what, isBelow: isBelow, bound: bound, from: from)
    case .turning(let isPeak): return "\(what)\(valueWords(s))，是阶段\(isPeak ? "高点" : "低点")。"
    case .anomaly(let isHigh, let reason):
      return "\(what)\(valueWords(s))，明显\(isHigh ? "高" : "低")于该序列的季节和趋势\(chinese(reason))。"
    case .forecast(let which): return forecast(s, which, what: what)
    case .forecastError:
      return "按这个序列自己的过去回测，这样预测的平均误差为\(error(s.figure))。"
    }
  }

  /// 为, 约为, 预计为, 超过: a number given as a bound or an expectation is said as one.
  private func qualifier(_ figure: Figure) -> String {
    let words = figure.vintages.joined()
    let isExpected = words.contains("预计")
    if words.contains("突破") || words.contains("超；") {
      return isEnglish ? (isExpected ? " expected over" : " over") : (isExpected ? "预计超过" : "超过")
    }
    let isAbout = words.contains("约")
    if isEnglish { return (isExpected ? " expected" : "") + (isAbout ? " about" : "") }
    return isExpected ? (isAbout ? "预计约为" : "预计为") : isAbout ? "约为" : "为"
  }

  /// 已连续3个月低于50（2026年5月起）.
  private func streak(
    _ s: Statement, what: String, isBelow: Bool, bound: Double, from: Period
  ) -> String {
    let number = DecimalText.text(s.figure.value, decimals: 0)
    let isSum = s.reading.basis.isCumulative
    let isGrowth = s.reading.basis.isGrowth
    if isEnglish {
      let side = isBelow ? "below" : "above"
      return s.figure.value == 0
        ? "\(what)\(isGrowth ? " growth" : "") is not \(side) \(Self.plain(bound)): no such row of periods is running."
        : "\(what)\(isGrowth ? " growth" : "") has been \(side) \(Self.plain(bound)) for \(number) periods in a row, since \(periods.text(from, isSum: isSum))."
    }
    let unit = s.reading.period.isYear ? "年" : s.reading.period.quarter != nil ? "个季度" : "个月"
    let side = (isGrowth ? "同比" : "") + (isBelow ? "低于" : "高于") + Self.plain(bound)
    return s.figure.value == 0
      ? "\(what)没有\(side)，目前没有连续\(side)的时期。"
      : "到\(what)已连续\(number)\(unit)\(side)（\(periods.text(from, isSum: isSum))起）。"
  }

  private func chinese(_ reason: Statement.Reason?) -> String {
    switch reason {
    case .base: "（上年同期基数反向异常）"
    case .newYear: "（春节月份）"
    case .revised: "（该期数据有修订）"
    case nil: ""
    }
  }

  private func english(_ reason: Statement.Reason?) -> String {
    switch reason {
    case .base: " (the base a year before stood out the other way)"
    case .newYear: " (months of the Spring Festival)"
    case .revised: " (the figure was revised)"
    case nil: ""
    }
  }

  /// 预计, with the limits of the band.
  private func forecast(_ s: Statement, _ which: Formula.Outlook.Figure, what: String) -> String {
    let value = s.reading.basis.isGrowth ? figures.percent(s.figure) : figures.amount(s.figure)
    if isEnglish {
      let kind = s.reading.basis.isGrowth ? "growth on a year before" : "value"
      switch which {
      case .low95: return "The lower limit of its 95% band is \(value)."
      case .high95: return "The upper limit of its 95% band is \(value)."
      default: return "\(what) carried on from the past: \(kind) \(value)."
      }
    }
    switch which {
    case .low95: return "95%区间的下限为\(value)。"
    case .high95: return "95%区间的上限为\(value)。"
    default: return "按惯性外推，\(what)\(s.reading.basis.isGrowth ? "同比增速" : "")预计为\(value)。"
    }
  }

  private func error(_ figure: Figure) -> String {
    guard figure.form == .points else { return figures.amount(figure) }
    let size = DecimalText.text(abs(figure.value), decimals: figure.decimals)
    return size + (isEnglish ? " percentage points" : "个百分点")
  }

  private func english(_ s: Statement) -> String {
    let when = periods.text(s.reading)
    let name = indicator(s.indicator)
    let place = region(s.region)
    let head = "\(place), \(when): \(name)"
    let isSum = s.reading.basis.isCumulative
    switch s.role {
    case .level: return "\(head)\(qualifier(s.figure)) \(figures.amount(s.figure))."
    case .growth:
      return "\(head) \(figures.growth(s.figure, isPrice: isPrice(s))) on a year before."
    case .nominalGrowth:
      return
        "\(head) \(figures.growth(s.figure, isPrice: false)) on a year before at current prices (nominal)."
    case .growthChange(let from):
      return
        "\(head): growth \(figures.change(s.figure, up: "", down: "")) on \(periods.text(from, isSum: isSum))."
    case .levelChange(let from):
      return
        "\(head) \(figures.change(s.figure, up: "", down: "")) on \(periods.text(from, isSum: isSum))."
    case .multiple(let of):
      return "\(head) is \(figures.percent(s.figure)) of \(periods.text(of, isSum: isSum))."
    case .previousPeriod(let from, let adjusted):
      let note = adjusted ? "" : " (not seasonally adjusted)"
      return
        "\(head) \(figures.growth(s.figure, isPrice: false)) on \(periods.text(from, isSum: false))\(note)."
    case .averageGrowth(let base, _, let nominal):
      return
        "\(head) \(figures.growth(s.figure, isPrice: false)) a year on average since \(periods.text(base, isSum: isSum))\(nominal ? ", at current prices" : "")."
    case .share(let whole):
      let all = catalog.indicator(named: whole).map { indicator($0) } ?? whole
      return "\(head) is \(figures.percent(s.figure)) of \(all)."
    case .regionShare(let whole):
      return "\(head) is \(figures.percent(s.figure)) of \(region(whole))'s."
    case .pull(let whole):
      let number = DecimalText.text(s.figure.value, decimals: s.figure.decimals)
      return "\(head) contributed \(number) percentage points to the growth of \(indicator(whole))."
    case .contribution(let whole):
      return
        "\(head) accounts for \(figures.percent(s.figure)) of the growth of \(indicator(whole))."
    case .targetProgress(let year):
      return "\(head) has reached \(figures.percent(s.figure)) of the plan for \(year)."
    case .target(let year):
      return "\(place): the plan for \(name) in \(year) is \(figures.amount(s.figure))."
    case .requiredGrowth(let year):
      return
        "To meet the plan for \(year), \(name) of \(place) has to be \(figures.growth(s.figure, isPrice: false)) on a year before for the rest of the year."
    case .deflator:
      return
        "\(head) implied deflator is \(figures.growth(s.figure, isPrice: true)) on a year before."
    case .rank(let among, _):
      return
        "\(head) ranks \(DecimalText.text(abs(s.figure.value), decimals: 0)) of \(among) regions with data."
    case .gap(let other):
      return s.figure.form == .points
        ? "\(head) growth is \(figures.gap(s.figure)) than \(region(other))'s."
        : "\(head) is \(figures.gap(s.figure)) than \(region(other))'s."
    case .indicatorGap(let other):
      return "\(head) growth is \(figures.gap(s.figure)) than that of \(indicator(other))."
    case .ratio(let other): return "\(head) is \(figures.percent(s.figure)) of \(region(other))'s."
    case .perCapita:
      return
        "\(place), \(when): \(name) a head \(figures.amount(s.figure)), by people at the year's end."
    case .perArea: return "\(head) a square kilometre \(figures.amount(s.figure))."
    case .extreme(let isMaximum, let from, let to, let equals):
      return
        "\(periods.text(from, isSum: isSum)) to \(periods.text(to, isSum: isSum)): \(name) of \(place) was \(isMaximum ? "highest" : "lowest") in \(when), \(valueWords(s))\(ties(equals, isSum: isSum))."
    case .entry:
      return "\(place): \(s.reading.basis.isGrowth ? valueWords(s) : figures.amount(s.figure))"
    case .count(let isBelow, let bound, let from, let to):
      return
        "\(periods.text(from, isSum: isSum)) to \(periods.text(to, isSum: isSum)): \(name) of \(place) was \(isBelow ? "below" : "above") \(Self.plain(bound)) in \(DecimalText.text(abs(s.figure.value), decimals: 0)) of the periods."
    case .concentration:
      return
        "\(place), \(when): the largest parts together are \(figures.percent(s.figure)) of \(name)."
    case .shareChange(let whole, let from):
      return
        "\(head) as a share of \(indicator(whole)): \(figures.change(s.figure, up: "", down: "")) on \(periods.text(from, isSum: isSum))."
    case .shrinking:
      return
        "\(head): \(DecimalText.text(s.figure.value, decimals: 0)) of its parts fell on a year before."
    case .streak(let isBelow, let bound, let from):
      return streak(s, what: head, isBelow: isBelow, bound: bound, from: from)
    case .turning(let isPeak): return "\(head) \(valueWords(s)): a \(isPeak ? "peak" : "trough")."
    case .anomaly(let isHigh, let reason):
      return
        "\(head) \(valueWords(s)): far \(isHigh ? "above" : "below") season and trend\(english(reason))."
    case .forecast(let which): return forecast(s, which, what: head)
    case .forecastError:
      return "On the series' own past such a forecast was off by \(error(s.figure)) on average."
    }
  }

  /// A value in a clause: 同比上涨2.5%, 为50.2.
  private func valueWords(_ s: Statement) -> String {
    if s.reading.basis.isGrowth {
      let growth = figures.growth(s.figure, isPrice: isPrice(s))
      return isEnglish ? "\(growth) on a year before" : "同比\(growth)"
    }
    return isEnglish ? figures.amount(s.figure) : "为\(figures.amount(s.figure))"
  }

  /// The other periods with the same value, in brackets.
  private func ties(_ equals: [Period], isSum: Bool) -> String {
    guard !equals.isEmpty else { return "" }
    let names = equals.map { periods.text($0, isSum: isSum) }
    return isEnglish
      ? " (the same in \(names.joined(separator: ", ")))" : "（\(names.joined(separator: "、"))相同）"
  }

  static func plain(_ bound: Double) -> String {
    bound == bound.rounded() && abs(bound) < 1e15 ? "\(Int(bound))" : "\(bound)"
  }

  /// 算式：(105.3 − 100) = 5.3
  func formula(_ statement: Statement) -> String {
    let figure = statement.figure
    let cells = figure.derivation.cells.map {
      DecimalText.text($0.value, decimals: Self.places($0.value))
    }
    let value = DecimalText.text(figure.value, decimals: figure.decimals)
    let unit = figure.form == .percent ? "%" : isEnglish ? "" : figure.unit
    return (isEnglish ? "Formula: " : "算式：") + figure.derivation.formula.text(cells)
      + " = \(value)\(unit)"
  }

  private static func places(_ value: Double) -> Int {
    (0..<4).first { DecimalText.rounded(value, decimals: $0) == value } ?? 4
  }
}
