/// One search of one segment (``KnowledgeIndex/search(_:limit:weights:depth:)``).
struct PassageSearch {
  private let plan: SearchPlan
  private let impacts: ImpactTable
  private let workspace: SearchWorkspace
  private var filter: DocumentFilter?

  init(
    _ plan: SearchPlan, impacts: ImpactTable, workspace: SearchWorkspace, filter: DocumentFilter?
  ) {
    self.plan = plan
    self.impacts = impacts
    self.workspace = workspace
    self.filter = filter
  }

  /// The best passages, best first.
  mutating func best(_ limit: Int, depth: Int) -> [ScoredPassage] {
    defer { workspace.clear() }
    for term in plan.terms[..<plan.leading] { add(term) }
    guard plan.leading > 0, plan.leading < plan.terms.count else {
      for term in plan.terms[plan.leading...] { add(term) }
      return sorted(limit)
    }
    var chosen = workspace.collect(depth, filter: &filter)
    if chosen.count < depth {
      for term in plan.terms[plan.leading...] { add(term) }
      return sorted(limit)
    }
    return refined(chosen.byPassage(), limit)
  }

  private func add(_ term: SearchPlan.Term) {
    workspace.add(term.list, factor: term.factor, impacts)
  }

  private mutating func sorted(_ limit: Int) -> [ScoredPassage] {
    var best = workspace.collect(limit, filter: &filter)
    return best.sorted()
  }

  /// Adds the late terms to the chosen passages, given in ascending order.
  ///
  /// A passage that cannot reach the first `limit` any more, whatever the terms to come give it, is dropped.
  private func refined(_ chosen: [ScoredPassage], _ limit: Int) -> [ScoredPassage] {
    var chosen = ChosenPassages(chosen)
    let terms = plan.terms[plan.leading...]
    var rest = terms.reduce(Float(0)) { $0 + bound($1) }
    for (number, term) in terms.enumerated() {
      // Each time costs about as much as a term; the first ones drop most.
      if number & 3 == 0 || number == 1 { chosen.drop(limit: limit, rest: rest) }
      rest -= bound(term)
      chosen.add(
        term.list, factor: term.factor, rest: rest, impacts, using: workspace.batch)
    }
    return chosen.best(limit)
  }

  /// The most that a term can give.
  private func bound(_ term: SearchPlan.Term) -> Float {
    impacts.isUsual ? term.factor * Float(term.list.greatestImpact) / 255 : term.factor
  }
}
