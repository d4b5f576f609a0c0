extension KnowledgeIndex {
  /// Checks every checksum and every number, offset and text of the file, and builds it again in memory: it
  /// must be, byte for byte, what its own documents make.
  /// - Complexity: as a build.
  /// - Throws: ``IndexError`` `.damaged` with the first thing that is wrong.
  public func verify() throws(IndexError) {
    for entry in segment.header.entries { try segment.checkSum(of: entry) }
    try verifyContent()
    let directory = TableDirectory(view: parts.tables, strings: parts.strings)
    let tables = (0..<directory.count).compactMap { directory.entry($0) }.map {
      IndexTable(name: $0.name.string, version: $0.version, bytes: $0.bytes.bytes)
    }
    _ = try IndexBuilder(memory: .max >> 20).sections(
      of: (0..<documentCount).map { segment.source($0) }, tables: tables,
      synonyms: parts.synonyms.bytes, fingerprint: fingerprint, path: path,
      to: SectionComparison(segment))
  }

  /// What checksums cannot show: that the file means something.
  func verifyContent() throws(IndexError) {
    try segment.verifyCatalogue()
    try segment.verifyRanking()
    try verifyTables()
    do {
      _ = try Synonyms.parse(parts.synonyms.bytes, path: path)
    } catch {
      throw damage("its synonyms (\(error.message))")
    }
  }

  private func verifyTables() throws(IndexError) {
    let directory = TableDirectory(view: parts.tables, strings: parts.strings)
    guard Int(parts.tables.u32(0)) == directory.count, parts.tables.u32(4) == 0 else {
      throw damage("the list of tables")
    }
    for number in 0..<directory.count {
      guard let name = directory.entry(number)?.name, SourceCheck.isUTF8(name.raw) else {
        throw damage("table \(number)")
      }
    }
  }

  private func damage(_ what: String) -> IndexError { .damaged("\(what) is wrong", path) }
}
