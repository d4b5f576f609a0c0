/// One search (``KnowledgeIndex/search(_:limit:weights:depth:)``).
struct PassageSearch {
  private let plan: SearchPlan
  private let parts: [SearchedPart]
  /// By part.
  private let impacts: [ImpactTable]
  private let workspace: SearchWorkspace
  private let prior: PassagePrior?
  private var filter: DocumentFilter?

  init(
    _ plan: SearchPlan, parts: [SearchedPart], impacts: [ImpactTable],
    workspace: SearchWorkspace, prior: PassagePrior?, filter: DocumentFilter?
  ) {
    self.plan = plan
    self.parts = parts
    self.impacts = impacts
    self.workspace = workspace
    self.prior = prior
    self.filter = filter
  }

  /// The best passages, best first.
  mutating func best(_ limit: Int, depth: Int) -> [ScoredPassage] {
    defer { workspace.clear() }
    for term in plan.terms[..<plan.leading] { add(term) }
    var late = plan.terms[plan.leading...]
    var chosen = late.isEmpty || plan.leading == 0 ? nil : workspace.collect(depth, filter: &filter)
    if chosen == nil || chosen?.count ?? 0 < depth {
      for term in late { add(term) }
      late = []
      chosen = workspace.collect(prior == nil ? limit : depth, filter: &filter)
    }
    guard var chosen else { return [] }
    if late.isEmpty, prior == nil { return chosen.sorted() }
    return refined(chosen.byPassage(), by: late, limit)
  }

  private func add(_ term: SearchPlan.Term) {
    for (number, part) in parts.enumerated() {
      guard let list = plan.list(of: term, part: number) else { continue }
      workspace.add(list, of: part, factor: term.factor, impacts[number])
    }
  }

  /// Adds the prior and the late terms to the chosen passages, given in ascending order.
  ///
  /// A passage that cannot reach the first `limit` any more, whatever the terms to come give it, is dropped.
  private func refined(
    _ chosen: [ScoredPassage], by terms: ArraySlice<SearchPlan.Term>, _ limit: Int
  ) -> [ScoredPassage] {
    var chosen = chosen
    if let prior {
      let most = plan.terms.reduce(Float(0)) { $0 + $1.factor }
      for i in chosen.indices { chosen[i].score += most * prior.share(of: chosen[i].passage) }
    }
    var candidates = ChosenPassages(chosen, numbers: workspace.numbers)
    let bounds = terms.map(bound)
    var rest = bounds.reduce(0, +)
    for (number, term) in terms.enumerated() {
      // Each time costs about as much as a term; the first ones drop most.
      if number & 3 == 0 || number == 1 { candidates.drop(limit: limit, rest: rest) }
      rest -= bounds[number]
      for (number, part) in parts.enumerated() {
        guard let list = plan.list(of: term, part: number) else { continue }
        candidates.add(
          list, of: part, factor: term.factor, rest: rest, impacts[number],
          using: workspace.batch)
      }
    }
    return candidates.best(limit)
  }

  /// The most that a term can give.
  private func bound(_ term: SearchPlan.Term) -> Float {
    let stretch = impacts[0].stretch
    guard stretch.isFinite else { return term.factor }
    var greatest: Float = 0
    for (number, part) in parts.enumerated() {
      guard let list = plan.list(of: term, part: number) else { continue }
      greatest = max(greatest, Float(list.greatestImpact) * part.growth)
    }
    return term.factor * min(1, greatest / 255 * stretch)
  }
}
