import CityText

/// What the words of a question ask to be measured: one table, Chinese and English, folded.
enum MeasureCue: Int, Sendable, CaseIterable {
  case growth, nominal, change, faster, previous, average, share, pull, contribution, which, target,
    required
  case deflator, rank, gap, ratio, perCapita, highest, lowest, first, last, below, above, structure
  case concentration, series, forecast, turning, anomaly, level, filler, asks, quarterUnit,
    monthUnit
  case yearUnit, industryUnit, cityUnit, districtUnit, provinceUnit, threshold50, percent, points,
    amount
  case single, perArea, scissors, streak, shrinking, variation, cause, arrival, annualised, overview

  var phrases: [String] {
    switch self {
    case .growth:
      [
        "实际",
        "同比", "同比增长", "同比增速", "同比涨幅", "增长", "增速", "增幅", "涨幅", "上涨", "下降", "涨了", "跌了", "涨", "跌",
        "降了",
        "增长率", "增加", "比去年", "比上年", "比去年同期", "比上年同期", "较上年同期", "较去年同期", "同期", "同必", "growth",
        "growth rate",
        "grow", "grew", "grown", "rise", "rose", "increase", "increased", "fall", "fell", "drop",
        "dropped",
        "decline", "yoy", "y/y", "year on year", "year-on-year", "up or down", "实际增长", "实际增速",
        "增了", "是增是减", "增还是减", "涨还是跌", "幅度", "real", "real growth", "增多少", "增减", "变动幅度", "变动", "走高",
        "走低", "growing", "rising", "falling", "gone up",
        "gone down", "went up", "went down", "changed",
      ]
    case .nominal:
      [
        "名义", "当年价格", "按当年价格", "当年价", "现行价格", "名义增长", "名义增速", "按现价", "现价", "现价计算", "按现价计算",
        "nominal", "nominally",
        "current prices",
      ]
    case .change:
      [
        "快还是慢", "是快是慢", "快了还是慢了", "更快", "更慢", "slow", "slows",
        "回落", "提高或回落", "加快", "放缓", "收窄", "扩大", "提升", "加快或放缓", "增速变化", "快了", "慢了", "加速", "减速", "提高",
        "回升", "accelerate", "accelerated", "slow down", "slowed", "slowing", "faster", "slower",
        "speed up",
      ]
    case .faster:
      ["快多少", "慢多少", "高几个点", "低几个点", "几个百分点", "多少个百分点", "多少百分点", "几个点", "percentage points"]
    case .previous:
      [
        "环比", "环比增长", "环比增速", "比上月", "比上个月", "比上季度", "比上一季度", "比上一个季度", "较上月", "较上季度", "跟上个月比",
        "与上月相比",
        "mom", "qoq", "m/m", "q/q", "month on month", "month-on-month", "quarter on quarter",
        "quarter-on-quarter", "previous month", "previous quarter", "last month", "last quarter",
      ]
    case .average:
      [
        "年均", "平均", "average yearly", "yearly", "two-year", "two year", "three-year", "three year",
        "two-year average", "年平均",
        "年均增长", "年均增速", "复合", "复合增长率", "两年平均", "平均增长", "平均增速", "平均每年",
        "a year on average",
        "average", "annual average", "cagr", "per year", "average annual",
      ]
    case .share:
      [
        "占比", "比重", "占", "份额", "占全市", "占全国", "占全省", "百分之几", "share", "proportion", "percentage of",
        "share of", "占多少", "占了", "占到", "几成", "account for", "accounts for", "makes up", "make up",
      ]
    case .pull:
      [
        "拉动", "drove", "driven", "drivers", "driver", "add to", "adds", "added", "add", "拖累", "拖累了",
        "下拉", "拉动了", "拉动多少", "pull",
        "percentage points to", "contribute", "contributed",
      ]
    case .contribution:
      ["贡献率", "贡献", "贡献了", "贡献度", "contribution", "contribution rate", "contribution to growth"]
    case .which:
      ["哪个", "哪些", "哪一个", "哪几个", "哪", "谁", "哪家", "哪里", "哪座", "哪块", "哪类", "which", "what", "who"]
    case .target:
      [
        "年度计划", "年度目标", "全年目标", "全年计划", "目标完成", "计划完成", "完成率", "完成进度", "完成了", "完成情况", "完成多少", "完成",
        "目标", "计划", "completion", "complete", "completed", "met its target",
        "进度", "达标", "按现在的进度", "能不能完成", "能否完成", "能完成", "target", "plan", "progress", "on track",
        "annual plan",
      ]
    case .required:
      [
        "还需", "还要", "还差", "剩余", "余下", "剩下", "需要增长", "后续需", "还得", "required", "still need",
        "rest of the year", "needed", "remaining",
      ]
    case .deflator: ["平减", "平减指数", "缩减指数", "deflator"]
    case .rank:
      [
        "排第几", "排名", "第几", "第几名", "第几位", "位次", "名次", "排位", "排多少", "排几", "排行", "rank", "ranking",
        "ranked", "place",
      ]
    case .gap:
      [
        "差距", "多了多少", "少了多少", "多出多少", "高出多少", "少多少", "相差", "compare", "comparison", "larger",
        "greater", "how much larger",
        "how much smaller", "差多少", "多多少", "少多少", "高多少", "低多少", "多还是少", "差", "gap",
        "difference",
        "more than", "less than", "bigger", "smaller",
      ]
    case .ratio: ["相当于", "几倍", "倍", "比例", "是多少倍", "ratio", "times", "equivalent", "compared to"]
    case .perCapita: ["人均", "每人", "per capita", "per head", "per person"]
    case .highest:
      [
        "最高", "最大", "最多", "最快", "最好", "最强", "最热", "高峰", "峰值", "最高点", "highest", "largest",
        "biggest", "most", "maximum", "peak", "peaked", "fastest", "best",
      ]
    case .lowest:
      [
        "最低", "最小", "最少", "最慢", "最差", "最弱", "谷底", "最低点", "lowest", "smallest", "least", "minimum",
        "worst", "slowest",
      ]
    case .first: ["前三名", "前三", "前", "前几名", "前几", "前几位", "头三名", "排前", "top"]
    case .last: ["后", "倒数", "末", "最后", "bottom", "last places"]
    case .below:
      ["低于", "不足", "少于", "小于", "跌破", "在荣枯线以下", "以下", "below", "under", "less than 50", "收缩"]
    case .above:
      [
        "高于", "荣枯线上", "在荣枯线上", "荣枯线之上", "超过", "大于", "突破", "高过", "以上", "above", "over 50", "exceed",
        "扩张",
      ]
    case .structure:
      [
        "结构", "构成", "组成", "产业结构", "三次产业结构", "比例结构", "structure", "composition", "breakdown",
        "made up of",
      ]
    case .concentration: ["集中度", "合计占", "concentration"]
    case .series:
      [
        "走势", "by quarter", "by month", "by year", "趋势", "变化情况", "波动", "起伏", "变化过程", "时间序列", "历年",
        "各年", "逐年", "逐月", "各月", "各季度", "分月",
        "分季度", "变化趋势", "发展情况", "怎么变",
        "曲线", "一览", "情况",
        "按季度看", "按月看", "trend", "history", "over the years", "development", "developed",
        "each year", "each quarter",
        "monthly", "quarterly", "evolution",
      ]
    case .forecast:
      [
        "预测", "预计", "预估", "展望", "会是多少", "将会", "会到多少", "能到多少", "大概会", "未来", "下个季度", "下季度", "下个月",
        "下月", "接下来", "next month", "next quarter", "forecast", "predict", "prediction", "outlook",
        "projection", "projected",
      ]
    case .turning: ["拐点", "转折点", "转折", "turning point", "turning points"]
    case .anomaly:
      ["异常", "反常", "离群", "异常值", "anomaly", "anomalies", "outlier", "outliers", "unusual"]
    case .level:
      [
        "增加值",
        "总值", "总数", "余额", "存量", "体量", "报多少", "录得", "几多",
        "是多少", "多少", "多大", "多高", "几何", "总量", "总额", "规模", "数值", "数据", "水平", "读数", "how much",
        "how big", "how large", "how high", "value", "level", "figure", "number", "size",
      ]
    case .filler: Self.fillerPhrases
    case .asks:
      [
        "？", "?", "。", "，", ",", "、", "！", "!", "“", "”", "\"", "(", ")", "（", "）", "'", "：", ":",
        "；", ";", ".", "《", "》",
      ]
    case .quarterUnit:
      [
        "哪个季度", "的季度", "季度有哪些", "哪些季度", "哪一季度", "几个季度", "多少个季度", "which quarter",
        "how many quarters",
      ]
    case .monthUnit:
      [
        "哪个月", "月份数", "月数", "的月份", "月份", "几个月份", "哪些月份", "出现在几月", "是几月", "哪个月份", "哪一个月", "哪月",
        "几个月", "多少个月", "哪几个月", "which month", "how many months", "几次",
      ]
    case .yearUnit: ["哪一年", "哪年", "几年", "多少年", "which year", "how many years"]
    case .industryUnit:
      [
        "行业", "哪个行业", "哪些行业", "各行业", "产业", "哪个产业", "三次产业", "各产业", "industry", "industries",
        "which industry", "sector", "sectors", "which sector", "which industries",
      ]
    case .cityUnit:
      [
        "的城市",
        "哪个城市", "哪些城市", "各城市", "主要城市", "个主要城市", "各主要城市", "大中城市", "城市", "cities", "which city",
        "which cities", "major cities", "main cities",
      ]
    case .districtUnit:
      [
        "的区", "哪区",
        "各区", "区级", "哪个区", "哪些区", "全市各区", "各个区", "个区", "districts", "which district",
        "which districts",
        "each district",
      ]
    case .provinceUnit:
      [
        "的省", "的省份", "provinces by",
        "各省", "哪个省", "哪些省", "全国各省", "个省", "省份", "各省份", "哪个省份", "provinces", "which province",
        "which provinces",
      ]
    case .threshold50: ["荣枯线", "荣枯分界线", "临界点", "50 line", "boom-bust line"]
    case .percent: ["%", "％", "百分之", "百分比"]
    case .points: ["百分点", "个百分点", "percentage points", "percentage point"]
    case .single: ["当季", "单季", "当月", "单月", "single quarter", "quarter alone"]
    case .perArea:
      ["每平方公里", "地均", "单位面积", "每平方千米", "per square kilometre", "per square kilometer", "per km2"]
    case .scissors: ["剪刀差", "之差", "增速差", "gap in growth"]
    case .streak:
      [
        "连续", "连着", "接连", "一连", "持续多少", "持续几", "in a row", "consecutive", "straight", "running",
      ]
    case .shrinking:
      [
        "负增长", "负值", "为负", "负的", "是负", "负数", "萎缩", "缩水", "shrank", "shrink", "shrinking",
        "contracted", "negative",
      ]
    case .variation:
      [
        "变化", "变了", "变化了", "有何变化", "有什么变化", "变化多少", "shift",
        "shifted", "change",
      ]
    case .cause:
      [
        "为什么", "为何", "为啥", "原因", "怎么回事", "什么原因", "归因", "影响", "如何提高", "怎样提高", "怎么提高", "怎么提升", "如何提升",
        "如何促进", "怎么促进", "对策", "政策", "措施", "建议", "意味着", "说明什么", "怎么看", "如何看待", "why", "reason",
        "reasons",
        "because", "cause", "caused", "impact", "policy", "policies", "measures", "improve",
        "explain",
      ]
    case .arrival: ["什么时候", "何时", "哪年超过", "哪一年超过", "哪年突破", "when did", "when will", "when does"]
    case .annualised: ["年化", "折年率", "折年数", "annualised", "annualized", "saar"]
    case .overview:
      [
        "经济形势", "经济运行", "经济情况", "经济状况", "经济表现", "经济发展", "经济怎么样", "经济咋样", "经济如何", "经济好不好", "经济总体",
        "economic situation", "economic performance", "economy doing", "state of the economy",
      ]
    case .amount:
      ["亿元", "万元", "美元", "us dollars", "usd", "亿", "万亿", "亿美元", "元", "billion", "trillion", "yuan"]
    }
  }

  /// All phrases with their cues; a phrase of two cues keeps the first.
  static let table: (phrases: PhraseTable, cues: [MeasureCue]) = {
    var phrases = PhraseTable()
    var cues: [MeasureCue] = []
    for cue in MeasureCue.allCases {
      for phrase in cue.phrases {
        let folded = Folding.fold(Array(phrase.utf8))
        guard !folded.isEmpty else { continue }
        if phrases.insert(folded[...]) == cues.count { cues.append(cue) }
      }
    }
    return (phrases, cues)
  }()
}
