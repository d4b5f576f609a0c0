/// What a published number says of its period; the spelling is the one of the observation files.
public enum Basis: String, Sendable, Hashable, CaseIterable {
  /// 当期: the amount of the period itself.
  case current = "cur"
  /// 累计: the amount since the beginning of the year.
  case yearToDate = "ytd"
  /// A stock, or a diffusion index such as PMI (50 = no change).
  case level
  /// 当期指数, the same period of last year = 100, constant prices unless the indicator says otherwise.
  case currentIndex = "cur_idx"
  /// 累计指数, the same period of last year = 100.
  case yearToDateIndex = "ytd_idx"
  /// 上月=100.
  case monthIndex = "mom_idx"
  /// 上年同月=100.
  case yearIndex = "yoy_idx"
  /// 同比 of the period itself, in per cent, as published.
  case growth = "yoy"
  /// 累计同比, in per cent, as published.
  case yearToDateGrowth = "ytd_yoy"
  /// 环比 on seasonally adjusted data, in per cent, as published.
  case adjustedMonthly = "mom_sa"
  /// The plan for the whole year, in the unit of the level.
  case target
  /// The growth planned for the whole year, in per cent.
  case targetGrowth = "target_yoy"
  /// 占比 as published, in per cent.
  case share
}
