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
    let file = try MappedFile(path, populate: limit)
    let header = try IndexHeader(file.view, path: path)
    let index = try KnowledgeIndex(file: file, header: header, path: path)
    try index.checkSizes()
    for entry in header.entries where file.view.count <= limit || entry.section == .info {
      try index.checkSum(of: entry)
    }
    return index
  }

  /// Whether every section of records holds as many as `info` says.
  private func checkSizes() throws(IndexError) {
    for entry in header.entries {
      guard let width = entry.section.width else { continue }
      let expected: Int? =
        switch entry.section {
        case .documents, .ids: documentCount
        case .passages, .lengths: passageCount
        case .terms, .spans: termCount
        default: nil
        }
      let count = entry.length / UInt64(width)
      guard entry.length % UInt64(width) == 0, expected.map({ UInt64($0) == count }) ?? true else {
        throw IndexError.damaged("section “\(entry.section.rawValue)” has the wrong length", path)
      }
    }
  }

  func checkSum(of entry: IndexHeader.Entry) throws(IndexError) {
    guard let filled = IndexFormat.padded(entry.length),
      let bytes = file.view.slice(entry.offset, filled), Checksum64.sum(bytes.raw) == entry.checksum
    else {
      throw IndexError.damaged("section “\(entry.section.rawValue)” has changed", path)
    }
  }
}
