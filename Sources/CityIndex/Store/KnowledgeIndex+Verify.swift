extension KnowledgeIndex {
  /// Checks every checksum and every number, offset and text of the file, and builds the parts in use again in
  /// memory: each must be, byte for byte, what its own documents make.
  /// - Complexity: as a build.
  /// - Throws: ``IndexError`` `.damaged` with the first thing that is wrong.
  public func verify() throws(IndexError) {
    for segment in segments {
      for entry in segment.header.entries { try segment.checkSum(of: entry) }
    }
    try verifyGaps()
    try verifyContent()
    for part in searched {
      let segment = part.segment
      let directory = TableDirectory(view: segment.parts.tables, strings: segment.parts.strings)
      let content = GenerationContent(
        tables: (0..<directory.count).compactMap { directory.entry($0) }.map {
          IndexTable(name: $0.name.string, version: $0.version, bytes: $0.bytes.bytes)
        },
        synonyms: segment.parts.synonyms.bytes,
        fingerprint: StateRecord(segment.parts.state)?.fingerprint ?? "",
        files: segment.parts.files.bytes)
      _ = try IndexBuilder(memory: .max >> 20).sections(
        of: (0..<segment.documentCount).map { segment.source($0) }, content, path: path,
        to: SectionComparison(segment))
    }
  }

  /// What checksums cannot show: that the file means something.
  func verifyContent() throws(IndexError) {
    for part in searched {
      try part.segment.verifyCatalogue()
      try part.segment.verifyRanking()
    }
    try verifyTables()
    try AnswerMemory(self)?.verify(documents: documentCount, path: path)
    try verifyGeneration()
    do {
      _ = try Synonyms.parse(last.parts.synonyms.bytes, path: path)
    } catch {
      throw damage("its synonyms (\(error.message))")
    }
    guard SourceFileTable.files(of: last.parts.files) != nil else { throw damage("its files") }
  }

  private func verifyTables() throws(IndexError) {
    guard Int(last.parts.tables.u32(0)) == directory.count, last.parts.tables.u32(4) == 0 else {
      throw damage("the list of tables")
    }
    for number in 0..<directory.count {
      guard let name = directory.entry(number)?.name, SourceCheck.isUTF8(name.raw) else {
        throw damage("table \(number)")
      }
    }
  }

  /// Between parts there are zeros.
  private func verifyGaps() throws(IndexError) {
    for (part, next) in zip(file.parts, file.parts.dropFirst()) {
      let gap = file.view.slice(part.upperBound, next.lowerBound - part.upperBound)
      guard gap?.raw.allSatisfy({ $0 == 0 }) == true else { throw damage("a gap between parts") }
    }
  }

  func damage(_ what: String) -> IndexError { .damaged("\(what) is wrong", path) }
}
