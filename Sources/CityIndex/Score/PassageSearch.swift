/// One search (``KnowledgeIndex/search(_:limit:weights:depth:)``).
struct PassageSearch {
  private let plan: SearchPlan
  private let parts: [SearchedPart]
  /// By part.
  private let impacts: [ImpactTable]
  private let workspace: SearchWorkspace
  private var filter: DocumentFilter?

  init(
    _ plan: SearchPlan, parts: [SearchedPart], impacts: [ImpactTable],
    workspace: SearchWorkspace, filter: DocumentFilter?
  ) {
    self.plan = plan
    self.parts = parts
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
    for (number, part) in parts.enumerated() {
      guard let list = plan.list(of: term, part: number) else { continue }
      workspace.add(list, at: part.offset, factor: term.factor, impacts[number])
    }
  }

  private mutating func sorted(_ limit: Int) -> [ScoredPassage] {
    var best = workspace.collect(limit, filter: &filter)
    return best.sorted()
  }

  /// Adds the late terms to the chosen passages, given in ascending order.
  ///
  /// A passage that cannot reach the first `limit` any more, whatever the terms to come give it, is dropped.
  private func refined(_ chosen: [ScoredPassage], _ limit: Int) -> [ScoredPassage] {
    var chosen = ChosenPassages(chosen, numbers: workspace.numbers)
    let terms = plan.terms[plan.leading...]
    var rest = terms.reduce(Float(0)) { $0 + bound($1) }
    for (number, term) in terms.enumerated() {
      // Each time costs about as much as a term; the first ones drop most.
      if number & 3 == 0 || number == 1 { chosen.drop(limit: limit, rest: rest) }
      rest -= bound(term)
      for (number, part) in parts.enumerated() {
        guard let list = plan.list(of: term, part: number) else { continue }
        chosen.add(
          list, of: part, factor: term.factor, rest: rest, impacts[number],
          using: workspace.batch)
      }
    }
    return chosen.best(limit)
  }

  /// The most that a term can give.
  private func bound(_ term: SearchPlan.Term) -> Float {
    guard impacts[0].isUsual else { return term.factor }
    var greatest: Float = 0
    for (number, part) in parts.enumerated() {
      guard let list = plan.list(of: term, part: number) else { continue }
      greatest = max(greatest, Float(list.greatestImpact) * part.growth)
    }
    return term.factor * min(1, greatest / 255)
  }
}
