/// One entry of the semantic layer (`seeds/indicators/catalog.json`): what an indicator is and what may be asked of it.
public struct Indicator: Sendable, Equatable {
  /// How growth of it is meant.
  public enum GrowthKind: String, Sendable {
    /// 名义: at current prices.
    case nominal
    /// 实际: at constant prices.
    case real
    /// 可比口径.
    case comparable
    /// 同口径 (after refunds or changes of scope).
    case sameScope = "same-scope"
    /// Growth has no meaning (PMI, a rate).
    case none
  }
  public enum Nature: String, Sendable {
    /// Adds up over time: GDP, sales.
    case flow
    /// Stands at a moment: population, M2.
    case stock
    /// 50 = no change: changes are points, never per cent.
    case diffusion
    /// A price index: a month is spoken of by its growth on the year before.
    case price
    /// Published as growth on the year before: M2.
    case rate
    /// Whether a month is spoken of by its growth, not by an amount.
    var isSpokenOfByGrowth: Bool { self == .price || self == .rate }
  }

  public var id: String
  /// The name in the observation files: 地区生产总值.
  public var name: String
  public var english: String
  /// What it is called for a nation where that differs: 国内生产总值.
  public var nationalName: String?
  /// Folded forms are compared; both languages.
  public var aliases: [String]
  /// The unit its levels are spoken in: 亿元; empty where only rates are published.
  public var unit: String
  public var nature: Nature
  public var growth: GrowthKind
  /// Whether January and February are published only together.
  public var mergesFirstMonths: Bool
  /// Which way is good: 1 up, −1 down, 0 neither.
  public var goodDirection: Int
  /// The indicator whose parts this is one of; parts with one parent and one `division` add up to it.
  public var parent: String?
  /// The name of the breakdown: `sectors` (three), `industries` (eleven).
  public var division: String?
  /// The same thing in another unit, asked when this one has no figure: 进出口总额（美元）.
  public var variants: [String] = []
  /// Kinds of regions that publish it: `nation`, `province`, `city`, `district`.
  public var regionKinds: [String]
  /// 口径 in one phrase, zh and en: 按不变价格计算.
  public var note: String
  public var englishNote: String
}
