public import CityAgent

extension IndicatorSkill {
  /// The first region of the card's list: what a question that names none is about.
  public var defaultRegion: String? {
    card.phrases("default-region").first.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The brief of a region and a period over a generation.
  ///
  /// - Parameters:
  ///   - region: a name or alias of the catalog.
  ///   - period: as the data files spell it: `2016Q1`, `2025`, `2026-07`.
  /// - Throws: ``AgentError`` where the generation holds no indicators, or the region is not among them.
  public func brief(
    region: String, period: Period, isEnglish: Bool, asOf: CalendarDay,
    from knowledge: KnowledgeBase
  ) throws(AgentError) -> Brief {
    guard let table = table(knowledge) else {
      throw AgentError(
        .noKnowledge,
        "this knowledge holds no indicators: add indicators/catalog.json and its CSV files")
    }
    guard let number = table.catalog.region(called: region) else {
      let known = table.catalog.regions.prefix(12).map(\.name).joined(separator: "、")
      throw AgentError(.noKnowledge, "no region is called “\(region)”; there are \(known) …")
    }
    return BriefComposer(
      analyst: analyst(table, asOf: asOf), index: knowledge.index, region: number, period: period,
      isEnglish: isEnglish
    ).compose()
  }
}

extension IndicatorCatalog {
  /// The region with that name or alias.
  func region(called name: String) -> Int? {
    region(named: name)
      ?? regions.firstIndex { $0.english == name || $0.aliases.contains(name) }
  }
}
