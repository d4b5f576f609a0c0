import Synchronization

extension KnowledgeIndex {
  /// The best passages by exact BM25F (``FieldWeights``), best first; ties by passage number.
  ///
  /// A passage without any of the terms is never among them. The same query on the same generation gives
  /// the same scores to the last bit: terms are added in the order of their keys.
  /// - Complexity: O(postings of the query's terms + passages).
  public func search(_ query: IndexQuery, limit: Int, weights: FieldWeights = FieldWeights())
    -> [ScoredPassage]
  {
    guard limit > 0, passageCount > 0 else { return [] }
    var scores =
      accumulators.withLock { $0.popLast() } ?? [Float](repeating: 0, count: passageCount)
    let norms = norms(for: weights)
    for term in query.terms.sorted(by: { $0.key < $1.key }) {
      guard let postings = postings(of: term.key) else { continue }
      let factor = term.weight * idf(passages: postings.passages)
      norms.accumulate(postings.bytes, factor: factor, into: &scores)
    }
    let best = drain(&scores, limit: limit, filter: DocumentFilter(query, in: self))
    accumulators.withLock { $0.append(scores) }
    return best
  }

  /// The norms for these weights: those of the last search where it had the same.
  private func norms(for weights: FieldWeights) -> FieldNorms {
    if let last = lastNorms.withLock({ $0 }), last.weights == weights { return last }
    let norms = FieldNorms(weights, of: self)
    lastNorms.withLock { $0 = norms }
    return norms
  }

  /// Terms in title, aliases, headings, body of a passage.
  @inline(__always)
  func lengths(of passage: Int) -> SIMD4<UInt32> {
    let record = parts.lengths.record(passage, width: 16)
    return SIMD4(record.u32(0), record.u32(4), record.u32(8), record.u32(12))
  }

  /// The best of `scores`, which are all zero afterwards.
  private func drain(
    _ scores: inout [Float], limit: Int, filter: DocumentFilter?
  ) -> [ScoredPassage] {
    var filter = filter
    var best = TopPassages(limit: limit)
    for passage in scores.indices {
      let score = scores[passage]
      scores[passage] = 0
      guard score > best.threshold, filter?.keeps(passage: passage) ?? true else { continue }
      best.offer(passage, score)
    }
    return best.sorted()
  }

  /// How a passage's score comes about: a line a term that it holds, the largest share first.
  /// - Complexity: O(postings of the query's terms).
  public func explain(_ query: IndexQuery, passage: Int, weights: FieldWeights = FieldWeights())
    -> [ScoreExplanation]
  {
    guard passage >= 0, passage < passageCount else { return [] }
    let norms = norms(for: weights)
    var lines: [ScoreExplanation] = []
    for term in query.terms.sorted(by: { $0.key < $1.key }) {
      guard let postings = postings(of: term.key) else { continue }
      var reader = PostingReader(postings.bytes)
      var isThere = reader.next()
      while isThere, reader.passage < passage { isThere = reader.next() }
      guard isThere, reader.passage == passage else { continue }
      let idf = idf(passages: postings.passages)
      lines.append(
        ScoreExplanation(
          term: term.text, documentFrequency: postings.passages, idf: idf,
          frequencies: (0..<4).map { Int(reader.counts[$0]) },
          score: norms.score(passage: passage, reader.counts, factor: term.weight * idf)))
    }
    return lines.enumerated().sorted {
      $0.element.score != $1.element.score
        ? $0.element.score > $1.element.score : $0.offset < $1.offset
    }.map(\.element)
  }
}
