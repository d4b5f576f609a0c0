extension VectorIndex {
  /// The passages whose vectors are most like the given one, best first; ties by passage number.
  ///
  /// The score is the cosine of both vectors as they are quantised; the ranking by it is exact. Passages with a
  /// cosine of 0 or less have nothing in common with the question and are never among them.
  ///
  /// - Parameters:
  ///   - vector: of the same model; its length does not matter.
  ///   - query: its filter is kept, its terms are not used; nil keeps all.
  ///   - index: the generation that ``isFor(_:)`` accepts.
  /// - Complexity: O(passages · dimension).
  /// - Throws: ``IndexError`` `.otherVectors` where the vector or the index is of another model or generation.
  public func search(
    _ vector: [Float], keeping query: IndexQuery? = nil, in index: KnowledgeIndex, limit: Int
  ) throws(IndexError) -> [ScoredPassage] {
    guard isFor(index) else {
      throw IndexError(
        .otherVectors, "the vectors are of another generation; run city-agent index embed",
        path: path)
    }
    guard vector.count == dimension, let question = QuantisedVector(vector) else {
      throw IndexError(
        .otherVectors,
        "the question's vector has \(vector.count) numbers, the passages' have \(dimension), or it has none; "
          + "run city-agent index embed with the model that is configured", path: path)
    }
    guard limit > 0, let base = vectors.raw.baseAddress else { return [] }
    var filter = query.flatMap { DocumentFilter($0, in: index) }
    var top = TopPassages(limit: limit)
    let kernel = VectorKernel(question)
    kernel.withProduct { product in
      for passage in 0..<passageCount {
        if filter?.keeps(passage: passage) == false { continue }
        let row = Int(places.u32(passage * 4))
        guard row < count else { continue }
        let score = Float(product(base + row * kernel.stride)) * (scale(of: row) * kernel.scale)
        if score >= top.threshold { top.offer(passage, score) }
      }
    }
    return top.sorted()
  }
}
