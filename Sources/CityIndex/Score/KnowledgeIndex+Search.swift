import Synchronization

extension KnowledgeIndex {
  /// How many passages the leading terms of a query choose, unless the caller says otherwise.
  public static let usualDepth: Int = 64

  /// The best passages by BM25F (``FieldWeights``), best first; ties by passage number.
  ///
  /// Single characters beside pairs of them, and terms that many passages hold, say little and cost most of the
  /// time (``SearchPlan``). They are scored only in the `depth` passages (or `limit`, where that is more) that
  /// the other terms, the leading ones, rank best. Both stages are exact: the chosen are the best over the
  /// leading terms, the result is the best of the chosen over all terms. A query without leading terms, or
  /// whose leading terms stand in fewer passages, is ranked over all terms everywhere, and so is every query
  /// with a depth of `Int.max`.
  ///
  /// With `works`, what the size of its work adds (``PassagePrior``) counts among the chosen passages.
  ///
  /// A passage without any of the terms is never among them; terms of weight 0 or less are left out. The same
  /// query on the same generation gives the same scores to the last bit.
  /// - Complexity: O(postings of the leading terms + depth · late terms).
  public func search(
    _ query: IndexQuery, limit: Int, weights: FieldWeights = FieldWeights(),
    depth: Int = usualDepth, works: WorkSizes? = nil
  ) -> [ScoredPassage] {
    guard limit > 0, passageCount > 0 else { return [] }
    let plan = SearchPlan(query, in: self)
    guard !plan.terms.isEmpty else { return [] }
    let workspace =
      workspaces.withLock { $0.popLast() } ?? SearchWorkspace(searched, numbers: passageNumbers)
    defer { workspaces.withLock { $0.append(workspace) } }
    var search = PassageSearch(
      plan, parts: searched, impacts: impacts(for: weights), workspace: workspace,
      prior: works.flatMap { PassagePrior($0, in: self) }, filter: DocumentFilter(query, in: self))
    return search.best(limit, depth: max(depth, limit))
  }

  /// The impacts for these weights, by part in use: those of the last search where it had the same.
  func impacts(for weights: FieldWeights) -> [ImpactTable] {
    let last = lastImpacts.withLock { $0 }
    if let first = last.first, first.weights == weights { return last }
    let averages = state.averageLengths
    let impacts = searched.map { part in
      ImpactTable(
        weights, averages: averages, signatures: part.segment.signatures,
        lengths: part.segment.lengths, owner: part.segment)
    }
    lastImpacts.withLock { $0 = impacts }
    return impacts
  }
}
