import CityAgent

/// Which fields to answer, from the phrases that named them and the evidence of the clauses.
struct FieldChoice: Sendable {
  private(set) var fields: [GuideField]
  /// Whether a phrase named a field.
  let isNamed: Bool

  /// Least weight of content by which a clause answers without being named: two characters.
  private static let leastEvidence = 2.0

  /// What a how-to question wants to know.
  private static let howTo: [GuideField] = [
    .conditions, .materials, .process, .time, .online, .place,
  ]

  /// What a question that only names the item is told.
  private static let overview: [GuideField] = [.conditions, .process, .region, .online, .place]

  init(
    asked: [GuideField], evidence: FieldEvidence, unaccounted: Double, guide: GuideTable.Guide
  ) {
    var named = asked
    isNamed = !asked.isEmpty
    // “怎么办” asks for the whole way; with a field named besides, for the steps only.
    if asked == [.process] { named = Self.howTo }
    // Where to go: a counter or a site.
    if asked == [.place] { named.append(.online) }
    let isPublished = named.contains { field in guide.fields.contains { $0.field == field } }
    let strongest = evidence.weights.values.max() ?? 0
    var told: [GuideField] = []
    // Without a named field, what a clause accounts for must outweigh what no clause does.
    let isCounted = evidence.isCounted && !isNamed
    if isNamed || evidence.accounted + (isCounted ? Self.leastEvidence : 0) >= unaccounted {
      for field in GuideField.allCases where !named.contains(field) {
        let weight = evidence.weights[field] ?? 0
        let holds = evidence.holdsAsked.contains(field)
        // A named field that is not published is not replaced by a clause that merely shares words.
        if isNamed, !isPublished, !holds { continue }
        let needed = holds || !isNamed ? Self.leastEvidence : Self.leastEvidence + 1
        // “几次”: a clause that counts 次 is what is asked for, whatever else it says.
        if weight >= needed && weight >= strongest * 0.6 || isCounted && holds {
          told.append(field)
        }
      }
    }
    fields = named + told
    // Nothing but the item's name, in more or fewer words: what it is about.
    if fields.isEmpty, unaccounted == 0 { fields = Self.overview }
  }
}
