extension KnowledgeIndex {
  /// How a passage's score comes about: a line a term that it holds, the largest share first.
  /// - Complexity: O(log postings) a term.
  public func explain(_ query: IndexQuery, passage: Int, weights: FieldWeights = FieldWeights())
    -> [ScoreExplanation]
  {
    guard passage >= 0, passage < passageCount else { return [] }
    let impacts = impacts(for: weights)
    let batch = PostingBatch()
    defer { batch.free() }
    var lines: [ScoreExplanation] = []
    for term in SearchPlan(query, in: self).terms {
      var probe = PostingProbe(term.list, using: batch)
      guard let code = probe.code(of: UInt32(passage)), code < segment.signatures.count else {
        continue
      }
      let counts = segment.signatures[Int(code)]
      lines.append(
        ScoreExplanation(
          term: query.terms[term.place].text, documentFrequency: term.list.count, idf: term.idf,
          frequencies: (0..<4).map { Int(counts[$0]) },
          score: term.factor * impacts.impact(code: code, passage: passage)))
    }
    return lines.enumerated().sorted {
      $0.element.score != $1.element.score
        ? $0.element.score > $1.element.score : $0.offset < $1.offset
    }.map(\.element)
  }
}
