extension KnowledgeIndex {
  /// How a passage's score comes about: a line a term that it holds, the largest share first.
  /// - Complexity: O(log postings) a term.
  public func explain(_ query: IndexQuery, passage: Int, weights: FieldWeights = FieldWeights())
    -> [ScoreExplanation]
  {
    guard passage >= 0, passage < passageCount else { return [] }
    let run = order.run(ofPassage: passage)
    let found = searched.firstIndex { $0.segment.number == run.part }
    guard let part = found else { return [] }
    let impacts = impacts(for: weights)[part]
    let signatures = searched[part].segment.signatures
    let local = passage - run.passage + run.localPassage
    guard local >= 0, local < searched[part].passages else { return [] }
    let batch = PostingBatch()
    defer { batch.free() }
    var lines: [ScoreExplanation] = []
    let plan = SearchPlan(query, in: self)
    for term in plan.terms {
      guard let list = plan.list(of: term, part: part) else { continue }
      var probe = PostingProbe(list, using: batch)
      guard let code = probe.code(of: UInt32(local)), code < signatures.count else { continue }
      let counts = signatures[Int(code)]
      lines.append(
        ScoreExplanation(
          term: query.terms[term.place].text, documentFrequency: term.count, idf: term.idf,
          frequencies: (0..<4).map { Int(counts[$0]) },
          score: term.factor * impacts.impact(code: code, passage: local)))
    }
    return lines.enumerated().sorted {
      $0.element.score != $1.element.score
        ? $0.element.score > $1.element.score : $0.offset < $1.offset
    }.map(\.element)
  }
}
