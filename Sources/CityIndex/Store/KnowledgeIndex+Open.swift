extension KnowledgeIndex {
  /// Files up to this many bytes are summed when opened (4 MB take about half a millisecond).
  static let summedAtOpen = 4 << 20

  /// Maps an index file.
  /// - Complexity: O(1) above 4 MB, O(bytes) below: nothing is parsed but header, table and `info`.
  /// - Throws: ``IndexError`` `.notFound`, `.unreadable`, `.notAnIndex`, `.otherVersion`, `.damaged`.
  public static func open(_ path: String) throws(IndexError) -> KnowledgeIndex {
    try open(path, summedUpTo: summedAtOpen)
  }

  static func open(_ path: String, summedUpTo limit: Int) throws(IndexError) -> KnowledgeIndex {
    KnowledgeIndex(try IndexSegment.open(path, summedUpTo: limit))
  }
}

extension IndexSegment {
  static func open(_ path: String, summedUpTo limit: Int) throws(IndexError) -> IndexSegment {
    let file = try MappedFile(path, populate: limit)
    let header = try IndexHeader(file.view, path: path)
    let segment = try IndexSegment(file: file, header: header, path: path)
    for entry in header.entries where file.view.count <= limit || entry.section == .info {
      try segment.checkSum(of: entry)
    }
    return segment
  }
}
