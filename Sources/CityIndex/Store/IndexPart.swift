/// A part of an index file: what a build wrote, or an update appended.
public struct IndexPart: Sendable {
  public var number: Int
  /// Bytes.
  public var size: Int
  /// Documents that it brought, and those of them that the generation still has.
  public var documents: Int
  public var inUse: Int
  /// Whether searches look through it; the documents of other parts were taken over by a later one.
  public var isSearched: Bool
}

extension KnowledgeIndex {
  /// The parts of the file, in order.
  public var parts: [IndexPart] {
    var inUse = [Int](repeating: 0, count: segments.count)
    for number in 0..<order.runCount {
      let run = order.run(number)
      if inUse.indices.contains(run.part) { inUse[run.part] += run.documents }
    }
    return segments.map { segment in
      IndexPart(
        number: segment.number, size: segment.view.count, documents: segment.documentCount,
        inUse: inUse[segment.number],
        isSearched: searched.contains { $0.segment === segment })
    }
  }
}
