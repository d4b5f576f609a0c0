/// A question as the skill understood it: which indicators × which regions × when × what is to be said of them.
public struct IndicatorRequest: Sendable, Equatable {
  /// Numbers into ``IndicatorCatalog/indicators``; the one asked about first.
  public var indicators: [Int] = []
  /// Numbers into ``IndicatorCatalog/regions``; the one asked about first. Empty: the default region.
  public var regions: [Int] = []
  /// A group of regions named: `main-cities`.
  public var group: String?
  public var measure: Measure = .value
  /// Nil: the latest published.
  public var period: AskedPeriod?
  /// The period it is compared with, where one is named (比上半年).
  public var comparison: AskedPeriod?
  /// How many (前三名), or n of an n-year average.
  public var count: Int?
  /// The bound of a threshold count (低于50).
  public var threshold: Double?
  /// Whether growth is compared, not the amount: 哪年增速最高, 增长最快的省.
  public var isOfGrowth: Bool = false
  /// Whether only whole years are meant: 哪一年, 历年.
  public var isYearly: Bool = false
  /// Whether the question named no indicator and the total was taken.
  public var isAssumed: Bool = false
  /// Bytes of the folded question that nothing accounted for.
  public var unexplained: [String] = []

  public init() {}

  /// What is to be said; one formula each (docs/indicators.md).
  public enum Measure: Sendable, Equatable, CaseIterable {
    /// The published level, or for prices and rates the published growth.
    case value
    /// 同比, as published.
    case growth
    /// 按现价 / 名义增长.
    case nominalGrowth
    /// 增速比上期提高或回落 (percentage points).
    case growthChange
    /// 环比.
    case previousPeriod
    /// 两年平均 / n年平均 / 年均 (compound).
    case averageGrowth
    case share
    case pull
    case contribution
    /// 哪个行业拉动最大: all parts' pulls, best first.
    case drivers
    /// 各产业的贡献率: all parts' shares of the growth, the largest first.
    case contributions
    /// 增长了多少倍: the last amount of a span over the first.
    case multiple
    case targetProgress
    case requiredGrowth
    /// 平减: implied deflator.
    case deflator
    case rank
    /// A region less another, in the unit.
    case gap
    /// A region over another, in per cent.
    case ratio
    case perCapita
    /// 地均: an amount over the area.
    case perArea
    /// Best or worst period (哪个月最高), or region.
    case maximum, minimum
    case top, bottom
    case countBelow, countAbove
    /// 结构 / 结构变化: all shares.
    case structure
    /// 集中度: the share of the first n.
    case concentration
    /// 占比变化: a share less that of an earlier period; of a whole the changes of all its parts' shares.
    case shareChange
    /// 增长最快的行业: all parts by their growth, best or worst first; 负增长的行业.
    case fastestParts, slowestParts, shrinkingParts
    /// 连续几个月低于50: how many periods in a row up to the last.
    case streakBelow, streakAbove
    /// 剪刀差: the growth of one indicator less that of another.
    case indicatorGap
    /// 深圳和广州哪个高: the larger of two.
    case larger
    /// 走势 / 历年: the series.
    case series
    case forecast
    case turningPoints
    case anomalies
    /// A statement to be judged that mixes per cent and percentage points: refused with the reason.
    case mixedUnits
    /// Why, how to, what follows; when something will be reached; a rate a year: refused with the reason.
    case cause, arrival, annualised
  }
}

/// A time as asked for, before it is matched with what was published.
public struct AskedPeriod: Sendable, Equatable {
  public enum Extent: Sendable, Equatable {
    /// 前三季度, 1-5月, 上半年: since January.
    case cumulative
    /// 三季度当季, 5月当月.
    case current
    /// 5月, 三季度, 2023年: the indicator's habit decides.
    case unsaid
    /// 近五年, “十四五”期间, 2019年以来: several periods; `period` is the last, `from` the first.
    /// For a plan period `from` is its base year.
    case span
  }
  public var period: Period
  public var extent: Extent
  public var from: Period?
  /// Of a span that ends with the latest published: how many months (近12个月).
  public var count: Int?
  /// Whether the question said so, not a default (今年 without month is resolved to the latest published).
  public var isOpen: Bool

  public init(
    _ period: Period, _ extent: Extent = .unsaid, from: Period? = nil, isOpen: Bool = false
  ) {
    self.period = period
    self.extent = extent
    self.from = from
    self.isOpen = isOpen
  }
}
