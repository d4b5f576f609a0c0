import CityAgent

/// The skill's own framing sentences: why a figure is not given, and what goes with one that is.
extension Framing.Key {
  static let noPeriod = Framing.Key(
    "noPeriod", kinds: [.place, .item, .day, .day, .day],
    chinese: "{0}{1}没有 {2} 的公布数据，所以不给数。现有数据从 {3} 到 {4}。",
    english:
      "No figure of {1} for {0} is published for {2}, so none is given. There is data from {3} to {4}."
  )
  static let notPublishedAtAll = Framing.Key(
    "notPublished", kinds: [.place, .item],
    chinese: "{0}没有公布{1}，所以不给数。", english: "{0} publishes no {1}, so no figure is given.")
  static let mergedMonths = Framing.Key(
    "mergedMonths", kinds: [.item, .day],
    chinese: "{0}的1月和2月按惯例合并公布，没有单月数据；可以问{1}年1至2月。",
    english:
      "{0} is published for January and February together, never for one of them; ask for January to February {1}."
  )
  static let noPreviousOfYear = Framing.Key(
    "noPreviousOfYear", kinds: [.item],
    chinese: "年度数据没有环比：环比是与上一个月或上一个季度相比。可以问{0}的同比。",
    english:
      "A whole year has no growth on the period before: that compares months or quarters. Ask for the growth of {0} on the year before."
  )
  static let noPrevious = Framing.Key(
    "noPrevious", kinds: [.place, .item],
    chinese: "{0}{1}没有公布环比，也没有可比的上期数据，所以不给数。",
    english:
      "Neither a growth of {1} for {0} on the period before nor the figures to compute it are published."
  )
  static let noLevel = Framing.Key(
    "noLevel", kinds: [.place, .item],
    chinese: "{0}{1}只公布增速，没有公布总量，所以不给数。",
    english: "For {0} only growth of {1} is published, no amount.")
  static let noGrowth = Framing.Key(
    "noGrowth", kinds: [.place, .item],
    chinese: "{0}{1}没有公布同比增速，不能用现价数相除代替实际增速，所以不给数。",
    english:
      "No growth of {1} is published for {0}; amounts at current prices do not give real growth.")
  static let noNominal = Framing.Key(
    "noNominal", kinds: [.place, .item],
    chinese: "{0}{1}缺少本期或上年同期的总量，不能计算名义增速。",
    english:
      "The amounts of {1} for {0} in this and the last year are not both published, so nominal growth cannot be computed."
  )
  static let noWeights = Framing.Key(
    "noWeights", kinds: [.place, .item],
    chinese: "{0}{1}缺少计算所需的同口径数据（增速、上年同期总量或总体），所以不给数。",
    english:
      "What the calculation needs of {1} for {0} (growth, last year's amount, the whole) is not published together."
  )
  static let noMeaning = Framing.Key(
    "noMeaning", kinds: [.item],
    chinese: "{0}的这一计算没有意义（单位不同，或基数为零、为负），所以不给数。",
    english:
      "This calculation has no meaning for {0}: the units differ, or the base is zero or negative.")
  static let diffusionGrowth = Framing.Key(
    "diffusionGrowth", kinds: [.item],
    chinese: "{0}是扩散指数，不计算同比增速；可以问它的数值，或比上月变动几个百分点。",
    english:
      "{0} is a diffusion index: it has no growth rate. Ask for its value or its change in points.")
  static let mixedUnits = Framing.Key(
    "mixedUnits", kinds: [],
    chinese: "这句话混用了“%”和“百分点”：增速、涨幅的变化要用“百分点”，总量的变化才用“%”。请按这个口径核对原文。",
    english:
      "This mixes per cent and percentage points: the change of a rate is in percentage points, the change of an amount in per cent."
  )
  static let onlyMonths = Framing.Key(
    "onlyMonths", kinds: [.place, .item, .day],
    chinese: "{0}{1}没有公布{2}年全年的数据，只有各月的数据，所以不给数。可以问某个月，或{2}年的走势。",
    english:
      "No figure of {1} for {0} is published for the whole of {2}, only its months. Ask for a month, or for the series of {2}."
  )
  static let noBase = Framing.Key(
    "noBase", kinds: [],
    chinese: "要算倍数，请说明从哪一年到哪一年，例如“2007年到2017年”。",
    english: "For a multiple, say from which year to which, such as 2007 to 2017.")
  static let noOrder = Framing.Key(
    "noOrder", kinds: [.item],
    chinese: "各地区的{0}没有同一时期、同一口径的公布数据，不能排序。",
    english:
      "No figures of {0} of one period and one basis are published for these regions, so they cannot be put in order."
  )
  static let noAmount = Framing.Key(
    "noAmount", kinds: [],
    chinese: "这一时期没有公布总量，这里给出的是公布的增速。",
    english: "No amount is published for this period: this is the published growth.")
  static let computedAmount = Framing.Key(
    "computedAmount", kinds: [],
    chinese: "这一数值由公布的各期数值加减得出，不是直接公布的数。",
    english: "Added or subtracted from published amounts, not published as such.")
  static let otherCurrency = Framing.Key(
    "otherCurrency", kinds: [],
    chinese: "这里按公布的币种给数，不换算币种。",
    english: "Given in the currency it is published in; currencies are not converted.")
  static let noCause = Framing.Key(
    "noCause", kinds: [],
    chinese: "这里只给出公布的数据和按公式计算的结果，不解释原因，也不评价政策。可以问数值、增速、拉动、贡献率或走势。",
    english:
      "Only published figures and what follows from them by formula are given here, no causes and no judgement of policies. Ask for the value, growth, contributions or the series."
  )
  static let noArrival = Framing.Key(
    "noArrival", kinds: [],
    chinese: "这里不推算何时达到或超过某个水平。可以问各年数值、差距，或最近一期的比较。",
    english:
      "When a level is reached or passed is not worked out here. Ask for the yearly figures, the gap, or the latest comparison."
  )
  static let noAnnualised = Framing.Key(
    "noAnnualised", kinds: [.item],
    chinese: "{0}没有公布经季节调整的环比，不能折成年率，所以不给数。可以问同比增速。",
    english:
      "No seasonally adjusted growth of {0} on the period before is published, so none is given as a yearly rate. Ask for growth on the year before."
  )
  static let onlyElsewhere = Framing.Key(
    "onlyElsewhere", kinds: [.item, .options],
    chinese: "问题没有说明地区，本地没有公布{0}，所以不给数。有这项数据的地区：{1}。",
    english:
      "No region was named and {0} is not published for the ones meant by default, so none is given. Regions with it: {1}."
  )
  static let shortened = Framing.Key(
    "shortened", kinds: [.count, .count],
    chinese: "共{1}期，这里只列最近{0}期。",
    english: "Of {1} periods the last {0} are listed.")
  static let assumedIndicator = Framing.Key(
    "assumedIndicator", kinds: [.item],
    chinese: "问题没有说明指标，这里按{0}回答。", english: "No indicator was named: {0} was taken.")
  static let noParts = Framing.Key(
    "noParts", kinds: [.item],
    chinese: "{0}没有可用的分项数据，不能分解。", english: "There is no breakdown of {0} here.")
  static let noTarget = Framing.Key(
    "noTarget", kinds: [.place, .item, .day],
    chinese: "没有{0}{1} {2} 年的年度计划数据，不能计算完成情况。",
    english: "There is no plan of {1} for {0} in {2} to measure against.")
  static let tooShort = Framing.Key(
    "tooShort", kinds: [.place, .item],
    chinese: "{0}{1}连续公布的期数太少，或所问时间太远，不能据此预测。",
    english:
      "Too few periods of {1} for {0} are published in a row, or the time asked is too far ahead, to forecast from."
  )
  static let noPoints = Framing.Key(
    "noPoints", kinds: [.place, .item],
    chinese: "按判断规则，{0}{1}没有可以列出的拐点或异常值。",
    english: "By the rules used, {1} of {0} has no turning point or outlier to name.")
  static let askedLatest = Framing.Key(
    "askedLatest", kinds: [.day],
    chinese: "问题没有说明具体时间，这里用的是最新公布的 {0}。",
    english: "No period was named: this is the latest published, {0}.")
  static let scopeNote = Framing.Key(
    "scopeNote", kinds: [.item], chinese: "口径：{0}。", english: "Scope: {0}.")
  static let vintageNote = Framing.Key(
    "vintageNote", kinds: [.day], chinese: "数据版本：{0}。", english: "Release: {0}.")
  static let publishedDiffers = Framing.Key(
    "publishedDiffers", kinds: [],
    chinese: "公布的增速与按公布总量计算的增速相差超过0.3个百分点（基数修订、可比口径或价格因素），应以公布的增速为准。",
    english:
      "The published growth differs by more than 0.3 points from what the published amounts give (revised base, comparable scope, or prices); rely on the published rate."
  )
  static let onlyGrowth = Framing.Key(
    "onlyGrowth", kinds: [.item],
    chinese: "{0}只公布增速，没有公布总量。", english: "Only growth of {0} is published, no amount.")
  static let approximateWeights = Framing.Key(
    "approximateWeights", kinds: [],
    chinese: "按上年同期现价比重近似计算，与按不变价计算的公布数可能相差0.1个百分点左右。",
    english:
      "Approximated with last year's shares at current prices; official figures at constant prices can differ by about 0.1 points."
  )
  static let nominalOnly = Framing.Key(
    "nominalOnly", kinds: [],
    chinese: "没有公布可用的实际增速，这里是按现价计算的名义增速，不能当作实际增速使用。",
    english:
      "No usable real growth is published: this is nominal growth at current prices, not real growth."
  )
  static let notAdjusted = Framing.Key(
    "notAdjusted", kinds: [],
    chinese: "这是未经季节调整的环比，含季节因素，不宜直接判断走势。",
    english: "Not seasonally adjusted: it holds the season's swing and shows no trend by itself.")
  static let sharesRounded = Framing.Key(
    "sharesRounded", kinds: [],
    chinese: "各项比重四舍五入，相加可能不等于100%。",
    english: "Shares are rounded and may not add up to 100%.")

  /// Every sentence of this table.
  static let indicatorSentences: [Framing.Key] = [
    .noPeriod, .notPublishedAtAll, .mergedMonths, .noPreviousOfYear, .noPrevious, .noLevel,
    .noGrowth, .noNominal, .noWeights, .noMeaning, .diffusionGrowth, .mixedUnits, .noParts,
    .noTarget, .tooShort, .noPoints, .askedLatest, .scopeNote, .vintageNote, .publishedDiffers,
    .onlyGrowth,
    .approximateWeights, .nominalOnly, .notAdjusted, .sharesRounded, .noCause, .noArrival,
    .onlyMonths, .noBase, .noOrder, .noAmount, .computedAmount, .otherCurrency, .noAnnualised,
    .onlyElsewhere, .shortened,
    .assumedIndicator,
  ]
}
