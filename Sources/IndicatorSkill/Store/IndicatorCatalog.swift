/// The semantic layer of one generation: indicators and regions with their names.
public struct IndicatorCatalog: Sendable, Equatable {
  public var indicators: [Indicator]
  public var regions: [Region]

  public init(indicators: [Indicator], regions: [Region]) {
    self.indicators = indicators
    self.regions = regions
  }

  public func indicator(named name: String) -> Int? { indicators.firstIndex { $0.name == name } }
  public func region(named name: String) -> Int? { regions.firstIndex { $0.name == name } }
}
