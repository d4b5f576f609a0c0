extension KnowledgeIndex {
  /// Files up to this many bytes are summed when opened (4 MB take about half a millisecond).
  static let summedAtOpen = 4 << 20

  /// Maps an index file.
  /// - Complexity: O(parts) above 4 MB, O(bytes) below: nothing is parsed but headers, tables of sections and
  ///   the numbers of the generation.
  /// - Throws: ``IndexError`` `.notFound`, `.unreadable`, `.notAnIndex`, `.otherVersion`, `.damaged`.
  public static func open(_ path: String) throws(IndexError) -> KnowledgeIndex {
    try open(path, summedUpTo: summedAtOpen)
  }

  static func open(_ path: String, summedUpTo limit: Int) throws(IndexError) -> KnowledgeIndex {
    let file = try MappedFile(path, populate: limit)
    var segments: [IndexSegment] = []
    for range in file.parts {
      let view = file.view.slice(range.lowerBound, range.count) ?? .empty
      let segment = try IndexSegment(view, of: file, number: segments.count, path: path)
      for entry in segment.header.entries
      where file.view.count <= limit || [.info, .order, .state].contains(entry.section) {
        try segment.checkSum(of: entry)
      }
      segments.append(segment)
    }
    return try KnowledgeIndex(segments, of: file, path: path)
  }
}
