import CityAgent

/// Which fields to answer, from the phrases that named them and the evidence of the clauses.
struct FieldChoice: Sendable {
  private(set) var fields: [GuideField]
  /// Whether a phrase named a field.
  let isNamed: Bool

  /// Least weight of content by which a clause answers without being named: two characters.
  private static let leastEvidence = 2.0

  /// What a how-to question wants to know.
  private static let howTo: [GuideField] = [.conditions, .materials, .process, .time, .online, .place]

  init(asked: [GuideField], evidence: FieldEvidence, folded: [UInt8]) {
    var fields: [GuideField] = []
    for field in asked where !fields.contains(field) { fields.append(field) }
    isNamed = !fields.isEmpty
    if fields.contains(.process) {
      // “怎么办” asks for the whole way, but with a field named besides, for the steps only.
      let others = fields.filter { $0 != .process }
      fields = others.isEmpty ? Self.howTo : fields
    }
    // Where to go: a counter or a site.
    if fields.contains(.place), !fields.contains(.online), asked.count == 1 { fields.append(.online) }
    let strongest = evidence.weights.values.max() ?? 0
    for field in GuideField.allCases {
      let weight = evidence.weights[field] ?? 0
      let holds = evidence.holdsAsked.contains(field)
      let needed = holds ? Self.leastEvidence : Self.leastEvidence + (isNamed ? 1 : 0)
      if weight >= needed, weight >= strongest * 0.6, !fields.contains(field) {
        fields.append(field)
      }
    }
    self.fields = fields
  }
}
